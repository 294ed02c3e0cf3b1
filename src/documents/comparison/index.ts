import type { DocumentKind } from '../document.js';
import { broken } from '../audit/warnings.js';
import { comparisonData } from './data.js';
import { comparisonDocument } from './document.js';
import { comparisonSummary } from './summary.js';
import { comparisonTables } from './tables.js';
import type { ComparisonView } from './view.js';

/** Two quarters of a dealership side by side. */
export const comparisonReport: DocumentKind<ComparisonView> = {
  name: 'comparison',
  document: comparisonDocument,
  summary: comparisonSummary,
  broken,
  data: comparisonData,
  tables: comparisonTables,
};
