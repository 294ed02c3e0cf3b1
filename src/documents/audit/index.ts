import type { DocumentKind } from '../document.js';
import { broken } from './warnings.js';
import { auditData } from './data.js';
import { auditDocument } from './document.js';
import { auditSummary } from './summary.js';
import { auditTables } from './tables.js';
import type { AuditView } from './view.js';

/** The report of one audit, with the comparison where there is an earlier one. */
export const auditReport: DocumentKind<AuditView> = {
  name: 'audit',
  document: auditDocument,
  summary: auditSummary,
  broken,
  data: auditData,
  tables: auditTables,
};
