import type { DocumentKind } from '../document.js';
import { data } from './data.js';
import { broken, document } from './document.js';
import { summary } from './summary.js';
import { tables } from './tables.js';
import type { StandingView } from './view.js';

/** Where every dealership stands. */
export const standing: DocumentKind<StandingView> = {
  name: 'standing',
  document,
  summary,
  broken,
  data,
  tables,
};
