import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { DEFAULT_CHECKLIST } from '../files/built-in.js';
import type { Checklist } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { CHECKLIST_CHANGED, QUARTERS } from '../core/example/dealership-story.js';
import type { ExampleAudit } from '../core/example/example-audits.js';
import { exampleAudits } from '../core/example/example-audits.js';
import { EXAMPLE_DEALERSHIP, EXAMPLE_GROUP, STORIES } from '../core/example/story.js';
import { printScore } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { systemCode } from '../files/read-text.js';
import { readAnswersFile } from '../files/answers-files.js';
import { requireChecklist } from '../files/checklist-files.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { Store } from '../storage/store.js';
import { table } from '../formats/layout.js';
import type { Act } from './command.js';
import { comparisonLines } from './compare.js';
import { writeTrend } from './compare-trend.js';
import { maskedView, writeGroup, writeMaskedOne } from './compare-group.js';
import { groupView } from './group-members.js';
import { scoreLine } from './report.js';
import type { ReportFlags } from './write-reports.js';
import {
  auditView,
  comparisonName,
  comparisonView,
  outOption,
  writeAuditFiles,
  writeReport,
} from './write-reports.js';

// The last two quarters of Example Motors are answers files beside the checklist, to be read and
// copied. They were recorded at these times, so that they come out the same, seals included, on every
// machine. All else follows from the stories in `core/example`.
const FROM_FILES = [
  { quarter: '2026-Q2', started: '2026-06-15T09:00:00.000Z', sealed: '2026-06-16T15:30:00.000Z' },
  { quarter: '2026-Q3', started: '2026-09-14T09:00:00.000Z', sealed: '2026-09-21T16:10:00.000Z' },
] as const;

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
  command
    .addOption(outOption())
    .action(act((app: App, flags: { readonly out?: string }) => demo(app, flags.out)));
}

/**
 * Plays the example group: records and seals eight quarters of five dealerships, and reports and
 * compares the last two of Example Motors, in a database of its own that is made anew each time.
 * Names every file it writes.
 */
export async function demo(app: App, out?: string): Promise<ExitCode> {
  const file = app.paths.exampleDatabase;
  await remove(file);
  const store = await app.openStore(file);
  const dealership = await recordGroup(app, store);
  const audits = await store.audits.list({ dealership });
  const flags: ReportFlags = out === undefined ? {} : { out };
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
    const view = await auditView(store, summary, audits);
    app.say(`\n${app.style.title(scoreLine(view))}`);
    await writeAuditFiles(app, flags, FOLDER, view, app.paths.exampleEvidence);
  }
}

/** Shows and writes how the last two quarters compare. */
async function compareLastQuarters({ app, store, flags, audits }: Example): Promise<void> {
  const [from, to] = audits.slice(-2);
  if (from === undefined || to === undefined) return;
  const view = await comparisonView(store, from, to);
  app.say(`\n${comparisonLines(view, app.width)}`);
  await writeReport(app, flags, FOLDER, comparisonName(view), (format) => format.comparison(view));
}

/** Takes the example's old database away. */
async function remove(file: string): Promise<void> {
  try {
    for (const ending of ['', '-wal', '-shm']) await rm(`${file}${ending}`, { force: true });
  } catch (error) {
    const code = systemCode(error);
    if (code === '') throw error;
    throw new UserError(
      `The example's old database, ${file}, cannot be replaced (${code}).`,
      'Close the program that uses it, or take the file away.',
    );
  }
}

/** Records and seals the whole group; gives Example Motors. */
async function recordGroup(app: App, store: Store): Promise<StoredDealership> {
  const today = await requireChecklist(join(app.paths.checklists, DEFAULT_CHECKLIST));
  const fromFiles = await Promise.all(FROM_FILES.map((one) => answersFileAudit(app, today, one)));
  const isFromFile = ({ dealership, quarter }: ExampleAudit): boolean =>
    fromFiles.some((one) => one.dealership === dealership && one.quarter === quarter);
  const told = STORIES.flatMap((story) => exampleAudits(story, today));
  for (const audit of [...told.filter((one) => !isFromFile(one)), ...fromFiles]) {
    await recordAudit(store, audit);
  }
  const dealership = await store.dealerships.find(EXAMPLE_DEALERSHIP);
  if (dealership === null) throw new TypeError(`no story tells of ${EXAMPLE_DEALERSHIP}`);
  return dealership;
}

/** One quarter of the example as its answers file has it. */
async function answersFileAudit(
  app: App,
  checklist: Checklist,
  { quarter, started, sealed }: (typeof FROM_FILES)[number],
): Promise<ExampleAudit> {
  const folder = join(app.paths.checklists, DEFAULT_CHECKLIST, FOLDER);
  const { head, answersTo } = await readAnswersFile(join(folder, `${quarter}.yaml`));
  return {
    dealership: head.dealership ?? EXAMPLE_DEALERSHIP,
    quarter,
    auditor: head.auditor ?? '',
    checklist,
    answers: answersTo(checklist, 'core'),
    startedAt: new Date(started),
    sealedAt: new Date(sealed),
  };
}

/** One audit of the example, from its start to its seal. */
async function recordAudit(store: Store, audit: ExampleAudit): Promise<void> {
  const { quarter, checklist, auditor, startedAt: at } = audit;
  const dealership = await store.dealerships.add(audit.dealership, 1, at, EXAMPLE_GROUP);
  const summary = await store.audits.start(
    { dealership, quarter, scope: 'core', checklist, auditor },
    at,
  );
  await store.audits.record(summary, audit.answers, auditor, at);
  await store.seals.set(summary, auditor, audit.sealedAt);
}
