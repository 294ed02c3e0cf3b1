import type { Command } from 'commander';
import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { CHECKLIST_CHANGED, QUARTERS } from '../core/example/dealership-story.js';
import { EXAMPLE_DEALERSHIP, EXAMPLE_GROUP } from '../core/example/story.js';
import { printScore } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { auditReport } from '../documents/audit/index.js';
import { comparisonReport } from '../documents/comparison/index.js';
import { printable } from '../documents/document.js';
import { printScreen } from '../formats/screen/screen.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { table } from '../formats/layout.js';
import { attachCopies } from '../usecases/attach-copies.js';
import { recordExample, removeExample } from '../usecases/play-example.js';
import { comparisonName, reportName } from '../usecases/report-name.js';
import { auditView, comparisonView } from '../usecases/views/audit-view.js';
import type { Act, Outcome } from './command.js';
import { maskedView, writeGroup, writeMaskedOne } from './compare-group.js';
import { writeTrend } from './compare-trend.js';
import type { ReportFlags } from './format-option.js';
import { addOut, destination, writeDocuments } from './format-option.js';
import { groupView } from './group-members.js';

/** In what its reports are written. */
const SHOWN_FORMATS = ['html', 'md', 'json'] as const;

/** The folder of its reports. */
const FOLDER = 'example';

/** The example once it is recorded. */
interface Example {
  readonly app: App;
  readonly store: Store;
  readonly flags: ReportFlags;
  /** The sealed audits of Example Motors, the earliest first. */
  readonly audits: readonly AuditSummary[];
}

/** What the example shows once it is recorded, in this order. Each names every file it writes. */
const SHOWN: readonly ((example: Example) => Promise<void>)[] = [
  showGroup,
  reportLastQuarters,
  compareLastQuarters,
  showTrend,
  compareGroup,
];

/** Declares `checkup demo`. */
export function configure(command: Command, act: Act): void {
  addOut(command).action(act(demo));
}

/**
 * Plays the example group: records and seals eight quarters of five dealerships, and reports and
 * compares the last two of Example Motors, in a database of its own that is made anew each time.
 * Names every file it writes.
 */
async function demo(app: App, { out }: ReportFlags): Promise<Outcome> {
  const file = app.paths.exampleDatabase;
  await removeExample(file);
  const store = await app.openStore(file);
  // What other programs read is part of what there is to see.
  const flags: ReportFlags = { format: SHOWN_FORMATS, ...(out === undefined ? {} : { out }) };
  const audits = await recordExample(store, app.paths.checklists);
  for (const show of SHOWN) await show({ app, store, flags, audits });
  const short = app.paths.short(file);
  app.say(
    `\nThe example is kept in ${short}, made anew each time. Look around in it with\n  checkup list --db "${short}"\nand start with your own dealership:\n  checkup audit`,
  );
  return EXIT.done;
}

/** The eight quarters of Example Motors as one line. */
async function showTrend({ app, store, flags, audits }: Example): Promise<void> {
  app.say('');
  await writeTrend(app, store, audits, audits.length, flags, FOLDER);
}

/** Ranks the group in the last quarter, and shows one of it what it may see of the others. */
async function compareGroup({ app, store, flags }: Example): Promise<void> {
  const view = await groupView(store, QUARTERS.at(-1), { group: EXAMPLE_GROUP });
  app.say('');
  await writeGroup(app, view, flags, FOLDER);
  const slug = view.comparison.rows.find(({ name }) => name === EXAMPLE_DEALERSHIP)?.slug ?? '';
  await writeMaskedOne(app, maskedView(view, slug), flags, FOLDER);
}

/** Says how the dealerships of the group did over time. */
async function showGroup({ app, store }: Example): Promise<void> {
  const scores = await store.scores.list();
  const audits = Map.groupBy(await store.audits.list(), ({ dealership }) => dealership.name);
  const shown = QUARTERS.filter((_, q) => q % 2 === 1);
  const rows = [...audits].map(([name, own]) => [
    name,
    ...shown.map((quarter) => {
      const audit = own.find((one) => one.quarter === quarter);
      return printScore(scores.get(audit?.id ?? '')?.share ?? null);
    }),
  ]);
  const number = [...audits.values()].flat().length;
  app.say(
    app.wrap(
      `${EXAMPLE_GROUP}: ${count(number, 'check-up')} of ${count(audits.size, 'dealership')}, ${String(QUARTERS[0])} to ${String(QUARTERS.at(-1))}, by a checklist that changed with ${CHECKLIST_CHANGED}. Their scores in every other quarter:`,
    ),
  );
  const columns = shown.map((title) => ({ title, align: 'right' as const }));
  app.say(`\n${table([{ title: 'dealership' }, ...columns], rows, app.width)}`);
}

/** Writes the reports of the last two quarters. */
async function reportLastQuarters({ app, store, flags, audits }: Example): Promise<void> {
  for (const summary of audits.slice(-2)) {
    const to = destination(app, flags, FOLDER);
    const view = await attachCopies(await auditView(store, summary), app.paths.exampleEvidence, to);
    app.say(`\n${printScreen(auditReport.summary(view), app)}`);
    await writeDocuments(app, flags, FOLDER, reportName(view), printable(auditReport, view));
  }
}

/** Shows and writes how the last two quarters compare. */
async function compareLastQuarters({ app, store, flags, audits }: Example): Promise<void> {
  const [from, to] = audits.slice(-2);
  if (from === undefined || to === undefined) return;
  const view = await comparisonView(store, from, to);
  app.say(`\n${printScreen(comparisonReport.summary(view), app)}`);
  const document = printable(comparisonReport, view);
  await writeDocuments(app, flags, FOLDER, comparisonName(view), document);
}
