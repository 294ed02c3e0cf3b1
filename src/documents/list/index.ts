import type { DocumentKind } from '../document.js';
import { data } from './data.js';
import { broken, document } from './document.js';
import { summary } from './summary.js';
import { tables } from './tables.js';
import type { ListView } from './view.js';

/** The audits so far. */
export const list: DocumentKind<ListView> = {
  name: 'list',
  document,
  summary,
  broken,
  data,
  tables,
};
