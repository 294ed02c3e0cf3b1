import type { DocumentKind } from '../document.js';
import { groupData } from './data.js';
import { groupDocument } from './document.js';
import { groupSummary } from './summary.js';
import { groupTables } from './tables.js';
import { sealAlarms } from '../words/group.js';
import type { GroupView } from './view.js';

/** Several dealerships side by side. */
export const group: DocumentKind<GroupView> = {
  name: 'group',
  document: groupDocument,
  summary: groupSummary,
  broken: ({ seals }) => sealAlarms(seals),
  data: groupData,
  tables: groupTables,
};
