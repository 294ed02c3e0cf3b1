import type { App } from '../app.js';
import { QUARTERS } from '../core/example/dealership-story.js';
import { EXAMPLE_DEALERSHIP, EXAMPLE_GROUP } from '../core/example/story.js';
import { auditReport } from '../documents/audit/index.js';
import { comparisonReport } from '../documents/comparison/index.js';
import { printable } from '../documents/document.js';
import { group } from '../documents/group/index.js';
import { masked } from '../documents/masked/index.js';
import { trend } from '../documents/trend/index.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { attachCopies } from '../usecases/attach-copies.js';
import { groupView } from '../usecases/views/group-view.js';
import { maskedView } from '../usecases/views/masked-view.js';
import { trendAudits, trendView } from '../usecases/views/trend-view.js';
import { comparisonName, groupName, reportName, trendName } from '../usecases/report-name.js';
import { auditView, comparisonView } from '../usecases/views/audit-view.js';
import { showScores } from './demo-scores.js';
import type { ReportFlags } from './format-option.js';
import { publish, writeDocuments } from './format-option.js';
import { destination } from './out-option.js';

/** The folder of its reports. */
const FOLDER = 'example';

/** The example once it is recorded. */
export interface Example {
  readonly app: App;
  readonly store: Store;
  readonly flags: ReportFlags;
  /** The sealed audits of Example Motors, the earliest first. */
  readonly audits: readonly AuditSummary[];
}

/** What the example shows once it is recorded, in this order. Each names every file it writes. */
export const SHOWN: readonly {
  readonly name: string;
  readonly show: (example: Example) => Promise<void>;
}[] = [
  { name: 'How five dealerships did, quarter after quarter', show: showScores },
  { name: 'The reports of the last two quarters', show: reportLastQuarters },
  { name: 'What changed between them', show: compareLastQuarters },
  { name: 'Eight quarters as one line', show: showTrend },
  { name: 'The five side by side, and what one of them may see', show: compareGroup },
];

/** The eight quarters of Example Motors as one line. */
async function showTrend({ app, store, flags, audits }: Example): Promise<void> {
  const view = await trendView(store, trendAudits(audits), audits.length);
  app.say('');
  await publish(app, flags, { folder: FOLDER, name: trendName(view) }, trend, view);
}

/** Ranks the group in the last quarter, and shows one of it what it may see of the others. */
async function compareGroup({ app, store, flags }: Example): Promise<void> {
  const view = await groupView(store, QUARTERS.at(-1), { group: EXAMPLE_GROUP });
  app.say('');
  await publish(app, flags, { folder: FOLDER, name: groupName(view, 'group') }, group, view);
  const slug = view.comparison.rows.find(({ name }) => name === EXAMPLE_DEALERSHIP)?.slug ?? '';
  const own = maskedView(view, slug);
  const place = { folder: FOLDER, name: groupName(own, 'masked') };
  await writeDocuments(app, flags, place, printable(masked, own));
}

/** Writes the reports of the last two quarters. */
async function reportLastQuarters({ app, store, flags, audits }: Example): Promise<void> {
  for (const summary of audits.slice(-2)) {
    const to = destination(app, flags, FOLDER);
    const view = await attachCopies(await auditView(store, summary), app.paths.exampleEvidence, to);
    app.say('');
    await publish(app, flags, { folder: FOLDER, name: reportName(view) }, auditReport, view);
  }
}

/** Shows and writes how the last two quarters compare. */
async function compareLastQuarters({ app, store, flags, audits }: Example): Promise<void> {
  const [from, to] = audits.slice(-2);
  if (from === undefined || to === undefined) return;
  const view = await comparisonView(store, from, to);
  app.say('');
  await publish(app, flags, { folder: FOLDER, name: comparisonName(view) }, comparisonReport, view);
}
