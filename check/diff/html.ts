/**
 * The report as one page for a browser: for each difference both sides beside each other, right to left, with the words marked. Takes a
 * report, gives a whole page that needs nothing else: no script, no font, no network.
 */
import type { Context } from './context.js';
import { CHANGES, type Passage, SUBJECTS } from './difference.js';
import type { Example, Group, Report } from './report.js';
import { articlesLine, byCause, number, PLURALS, placeOf, rulesOf, type SideNames, total } from './words.js';

export function htmlOf(report: Report, names: SideNames): string {
  const title = `isnad diff: ${names.before} → ${names.after}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>What changes</h1>
<p class="sides"><span class="before">before</span> <code>${escaped(names.before)}</code> <span class="after">after</span> <code>${escaped(names.after)}</code></p>
<p>${escaped(articlesLine(report))}.${report.leftOut > 0 ? ` ${number(report.leftOut)} differences are left out by the filter.` : ''}</p>
${report.differences === 0 ? '<p>No difference.</p>' : counts(report)}
</header>
<main>
${byCause(report.groups)
  .map(([by, groups]) => cause(by, groups))
  .join('\n')}
${articleList('Only before', report.onlyBefore, report.articles.onlyBefore)}${articleList('Only after', report.onlyAfter, report.articles.onlyAfter)}${articleList('Read from another text', report.otherText, report.articles.otherText)}</main>
</body>
</html>
`;
}

function counts({ counts: rows }: Report): string {
  const shown = CHANGES.filter((change) => SUBJECTS.some((subject) => rows[subject][change] > 0));
  const head = `<tr><th></th>${shown.map((change) => `<th>${change}</th>`).join('')}</tr>`;
  const body = SUBJECTS.map(
    (subject) =>
      `<tr><th>${PLURALS[subject]}</th>${shown.map((change) => `<td>${number(rows[subject][change])}</td>`).join('')}</tr>`,
  );
  return `<table class="counts">${head}${body.join('')}</table>`;
}

function cause(by: string, groups: readonly Group[]): string {
  const count = total(groups);
  return `<details open>
<summary><code>${escaped(by)}</code> <span class="count">${number(count)} ${count === 1 ? 'difference' : 'differences'}</span></summary>
${groups.map(group).join('\n')}
</details>`;
}

function group({ subject, change, count, examples }: Group): string {
  const shown = examples.length < count ? `, the first ${number(examples.length)}` : '';
  return `<h3>${subject} ${change} <span class="count">${number(count)}${shown}</span></h3>
${examples.map(card).join('\n')}`;
}

function card(example: Example): string {
  const { before, after, beforeContext, afterContext, note } = example;
  return `<article>
<p class="place"><bdi>${escaped(placeOf(example))}</bdi>${note === undefined ? '' : ` · <bdi>${escaped(note)}</bdi>`}</p>
<div class="pair">
${side('before', before, beforeContext ?? afterContext)}
${side('after', after, afterContext ?? beforeContext)}
</div>
</article>`;
}

function side(name: 'before' | 'after', passage: Passage | undefined, context: Context | undefined): string {
  if (passage === undefined) {
    const around = context === undefined ? '' : ` ${escaped(context.before + context.words + context.after)}`;
    return `<div class="side ${name} absent"><p dir="rtl" lang="ar">${around}</p><p class="why"><i>${name}</i> nothing here</p></div>`;
  }
  const { before, words, after } = context ?? { before: '', words: passage.text, after: '' };
  const speaker =
    passage.speaker === undefined ? '' : ` · <bdi class="speaker">${escaped(passage.speaker)}</bdi>`;
  const entity =
    passage.name === undefined || passage.name === passage.text
      ? ''
      : ` · <bdi>${escaped(passage.name)}</bdi>`;
  const confidence = passage.confidence === undefined ? '' : ` · ${escaped(passage.confidence)}`;
  return `<div class="side ${name}"><p dir="rtl" lang="ar">${escaped(before)}<mark class="${kindOf(passage)}">${escaped(words)}</mark>${escaped(after)}</p>
<p class="why"><i>${name}</i> <b class="${kindOf(passage)}">${escaped(passage.type)}</b>${entity}${speaker} · ${escaped(rulesOf(passage))}${confidence}</p></div>`;
}

function kindOf({ type }: Passage): string {
  return type === 'Person' || type === 'Organization' || type === 'Place' ? type.toLowerCase() : 'quotation';
}

function articleList(title: string, articles: Report['onlyBefore'], count: number): string {
  if (count === 0) return '';
  const items = articles.map(({ identifier }) => `<li><bdi>${escaped(identifier)}</bdi></li>`).join('');
  return `<h2>${title} <span class="count">${number(count)}</span></h2><ul>${items}</ul>\n`;
}

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --lost: #c62828; --won: #2e7d32; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 76rem; padding: 1rem; }
h1 { font-size: 1.4rem; margin: 0; } h3 { font-size: 1rem; margin: 1rem 0 .4rem; }
code { font: .9em ui-monospace, monospace; }
.sides .before, .sides .after { font-weight: 600; margin-inline-start: .6rem; }
.before { --edge: var(--lost); } .after { --edge: var(--won); }
.sides .before, .sides .after { color: var(--edge); }
.counts { border-collapse: collapse; } .counts th, .counts td { border: 1px solid var(--line); padding: .2rem .6rem; text-align: end; font-weight: normal; }
details { border-top: 1px solid var(--line); padding: .5rem 0; } summary { cursor: pointer; font-size: 1.05rem; }
.count { color: #888; font-weight: normal; }
article { margin: .5rem 0 1rem; } .place { margin: 0; color: #888; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; direction: rtl; }
@media (max-width: 48rem) { .pair { grid-template-columns: 1fr; } }
.side { border: 1px solid var(--line); border-inline-start: 4px solid var(--edge); border-radius: 4px; padding: .4rem .7rem; }
.side p { margin: 0; } .side p[lang=ar] { font-size: 1.15rem; line-height: 1.9; } .absent p[lang=ar] { opacity: .6; }
.why i { color: var(--edge); font-style: normal; margin-inline-end: .4rem; } .why { direction: ltr; color: #888; font-size: .85rem; }
mark { color: inherit; background: #ffd54f66; border-radius: 3px; padding: 0 .15em; }
mark.person { background: #4fc3f766; } mark.organization { background: #ffb74d77; } mark.place { background: #81c78477; } mark.quotation { background: #ce93d855; }
`;
