import type { DocumentKind } from '../document.js';
import { data } from './data.js';
import { document } from './document.js';
import { summary } from './summary.js';
import { tables } from './tables.js';
import type { DealershipsView } from './view.js';

/** The dealerships there are. */
export const dealerships: DocumentKind<DealershipsView> = {
  name: 'dealerships',
  document,
  summary,
  data,
  tables,
};
