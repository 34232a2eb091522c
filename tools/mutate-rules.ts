/**
 * Tests what tests the rules: makes small mistakes in the built-in pack, one at a time, and says which of them nothing notices.
 *
 *   node dist/tools/mutate-rules.js [--rows 500] [--seed 1] [--least 95] [--anew]
 *
 * Mutants of rules are tried again only when the rule, the lists, the articles or the program have changed; `--anew` tries all. The exit
 * code is 1 when fewer than `--least` per cent are noticed.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { codeKey, openNotices } from '../check/mutation/kept.js';
import { NOTICES, type Notice, ruleNoticer } from '../check/mutation/notice.js';
import { tryRows } from '../check/mutation/row-mutants.js';
import { type RuleMutant, ruleMutants } from '../check/mutation/rule-mutants.js';
import { listArticles } from '../corpus/list.js';
import { type ReadArticle, readArticles } from '../corpus/read.js';
import { createExtractor, type Knowledge } from '../index.js';
import { loadBuiltin, openBuiltin } from '../packs/builtin.js';
import { digestOf } from '../packs/digest.js';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    least: { type: 'string', default: '95' },
    anew: { type: 'boolean', default: false },
  },
});

const pack = loadBuiltin();
const articles: ReadArticle[] = [];
for await (const article of readArticles(listArticles(['fixtures/articles']))) articles.push(article);

const rules = tell('mutants of rules', rulesNoticed(pack, articles, values.anew));
const rows = tell(
  `rows taken out, drawn by seed ${values.seed}`,
  tryRows({ image: openBuiltin(), lists: pack, rules: pack.rules }, articles, {
    size: Number(values.rows),
    seed: Number(values.seed),
  }),
);
if (Math.min(rules, rows) < Number(values.least)) process.exitCode = 1;

interface Noticed {
  readonly name: string;
  readonly notice: Notice;
}

function rulesNoticed(pack: Knowledge, articles: readonly ReadArticle[], anew: boolean): readonly Noticed[] {
  const kept = openNotices();
  const around = [
    codeKey(),
    digestOf({ ...pack, rules: [] }),
    ...articles.map(({ record }) => record.article.text),
  ];
  const hash = createHash('sha256').update(around.join('\0')).digest('hex');
  const notice = ruleNoticer({ extractor: createExtractor(), rules: pack.rules, articles });
  const noticed = pack.rules.flatMap((rule) => {
    const mutants = ruleMutants(rule);
    const key = createHash('sha256')
      .update(`${hash}${JSON.stringify(rule)}`)
      .digest('hex');
    const notices = (anew ? undefined : kept.recall(rule.id, key)) ?? mutants.map(notice);
    kept.keep(rule.id, key, notices);
    return mutants.map((mutant, at) => ({ name: nameOf(mutant), notice: notices[at] }));
  });
  kept.save();
  return noticed;
}

function nameOf({ rule, says }: RuleMutant): string {
  return `${rule}: ${says}`;
}

/** Prints what noticed how many, and the survivors; gives the share that was noticed, in per cent. */
function tell(title: string, noticed: readonly Noticed[]): number {
  const survivors = noticed.filter(({ notice }) => notice === 'nothing');
  const share = (100 * (noticed.length - survivors.length)) / Math.max(1, noticed.length);
  const counts = NOTICES.map(
    (notice) => `${notice} ${noticed.filter((one) => one.notice === notice).length}`,
  );
  const lines = [
    `${noticed.length} ${title}: ${share.toFixed(1)} % noticed`,
    `  by ${counts.join(', ')}`,
    ...survivors.map(({ name }) => `  survives: ${name}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return share;
}
