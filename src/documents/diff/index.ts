import type { DocumentKind } from '../document.js';
import { data } from './data.js';
import { document } from './document.js';
import { summary } from './summary.js';
import { tables } from './tables.js';
import type { DiffView } from './view.js';

/** What keeps and what breaks comparability between two checklists. */
export const diff: DocumentKind<DiffView> = { name: 'diff', document, summary, data, tables };
