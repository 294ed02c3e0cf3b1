import type { DocumentKind } from '../document.js';
import { trendData } from './data.js';
import { brokenSeals, trendDocument } from './document.js';
import { trendSummary } from './summary.js';
import { trendTables } from './tables.js';
import type { TrendView } from './view.js';

/** A dealership over several quarters. */
export const trend: DocumentKind<TrendView> = {
  name: 'trend',
  document: trendDocument,
  summary: trendSummary,
  broken: brokenSeals,
  data: trendData,
  tables: trendTables,
};
