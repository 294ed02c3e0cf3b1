import type { DocumentKind } from '../document.js';
import { maskedData } from './data.js';
import { maskedDocument } from './document.js';
import { maskedSummary } from './summary.js';
import { maskedTables } from './tables.js';
import { sealAlarms } from '../words/group.js';
import type { MaskedView } from './view.js';

/** One dealership among others who stay unnamed. */
export const masked: DocumentKind<MaskedView> = {
  name: 'masked',
  document: maskedDocument,
  summary: maskedSummary,
  broken: ({ seals }) => sealAlarms(seals),
  data: maskedData,
  tables: maskedTables,
};
