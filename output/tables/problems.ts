/** The table `problems`: a row for each defect of an article's text. */
import type { Problem } from '../../pipeline/document.js';
import type { Writing } from '../writing.js';
import { spanColumns } from './span-columns.js';
import { always, documentTable, type Table, text } from './table.js';

interface Row {
  readonly writing: Writing;
  readonly problem: Problem;
  readonly id: string;
}

const PROBLEMS: Table<Row> = {
  name: 'problems',
  meaning: 'something that is wrong with the text of an article',
  columns: [
    always(text('article_id', 'the article, in `articles`', ({ writing }) => writing.ids.article)),
    always(text('problem_id', 'the id of the problem, `id` in the JSON-LD', ({ id }) => id)),
    always(text('code', 'what is wrong; the codes stand in `output.md`', ({ problem }) => problem.code)),
    ...spanColumns<Row>('', 'the place', ({ problem }) => problem, true),
    always(text('message', 'one sentence for a person, with advice', ({ problem }) => problem.message)),
  ],
};

export const problems = documentTable(PROBLEMS, (document, writing) =>
  document.problems.map((problem, index) => ({ writing, problem, id: writing.ids.problems[index] })),
);
