import type { DocumentKind } from '../document.js';
import { data } from './data.js';
import { broken, document } from './document.js';
import { summary } from './summary.js';
import { tables } from './tables.js';
import type { AnswersView } from './view.js';

/** What was recorded in an audit. */
export const answers: DocumentKind<AnswersView> = {
  name: 'answers',
  document,
  summary,
  broken,
  data,
  tables,
};
