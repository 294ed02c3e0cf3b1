import type { AuditView, Previous } from '../audit/view.js';

/** Two quarters of a dealership: the later audit, seen from the earlier one. */
export type ComparisonView = AuditView & { readonly previous: Previous };
