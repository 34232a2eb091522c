/** stub */
export async function namesCheckCommand(_options: unknown): Promise<void> {}
