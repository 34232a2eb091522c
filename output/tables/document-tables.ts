/** All tables that are made of documents, in the order of the documentation. */
import { articles } from './articles.js';
import { entities, mentions } from './entities.js';
import { problems } from './problems.js';
import { quotationSpeakers, quotations } from './quotations.js';
import type { DocumentTable } from './table.js';

export const DOCUMENT_TABLES: readonly DocumentTable[] = [
  articles,
  entities,
  mentions,
  quotations,
  quotationSpeakers,
  problems,
];
