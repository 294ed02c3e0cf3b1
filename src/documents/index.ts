import { answers } from './answers/index.js';
import { auditReport } from './audit/index.js';
import { brief } from './brief/index.js';
import { comparisonReport } from './comparison/index.js';
import { dealerships } from './dealerships/index.js';
import { diff } from './diff/index.js';
import type { DocumentKind } from './document.js';
import { form } from './form/index.js';
import { group } from './group/index.js';
import { list } from './list/index.js';
import { masked } from './masked/index.js';
import { standing } from './standing/index.js';
import { trend } from './trend/index.js';
import { verification } from './verification/index.js';

/**
 * THE LIST of documents, each of a view of its own. Commands load the one they print; this is for
 * those who have to know which there are, tests above all.
 */
export const documents: readonly DocumentKind<never>[] = [
  auditReport,
  comparisonReport,
  trend,
  verification,
  group,
  masked,
  brief,
  form,
  list,
  answers,
  diff,
  dealerships,
  standing,
];
