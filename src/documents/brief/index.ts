import type { DocumentKind } from '../document.js';
import { data } from './data.js';
import { document } from './document.js';
import { brokenSeals } from './plan.js';
import { summary } from './summary.js';
import { tables } from './tables.js';
import type { BriefView } from './view.js';

/** What to read before going in. */
export const brief: DocumentKind<BriefView> = {
  name: 'brief',
  document,
  summary,
  broken: brokenSeals,
  data,
  tables,
};
