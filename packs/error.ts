/** A broken pack: all its defects at once, each with its place, reason and advice. */
export interface Defect {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly id?: string;
  readonly reason: string;
  readonly advice: string;
}

export class PackError extends Error {
  readonly defects: readonly Defect[];

  constructor(defects: readonly Defect[]) {
    super(defects.map(({ file, line, column, reason, advice }) => `${[file, line, column].filter((part) => part !== undefined).join(':')} ${reason} — ${advice}`).join('\n'));
    this.name = 'PackError';
    this.defects = defects;
  }
}
