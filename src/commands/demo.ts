import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { DEFAULT_CHECKLIST } from '../files/built-in.js';
import { UserError } from '../core/errors.js';
import { systemCode } from '../files/read-text.js';
import { readAnswersFile } from '../files/answers-files.js';
import { requireChecklist } from '../files/checklist-files.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import type { Act } from './command.js';
import { comparisonLines } from './compare.js';
import { scoreLine } from './report.js';
import { quarterFrom } from './select.js';
import type { ReportFlags } from './write-reports.js';
import {
  auditView,
  comparisonName,
  comparisonView,
  outOption,
  writeAuditFiles,
  writeReport,
} from './write-reports.js';

// The example was recorded at these times, so that it comes out the same, seals included, on
// every machine. Its answers are answers files beside the checklist.
const QUARTERS = [
  { quarter: '2026-Q2', started: '2026-06-15T09:00:00.000Z', sealed: '2026-06-16T15:30:00.000Z' },
  { quarter: '2026-Q3', started: '2026-09-14T09:00:00.000Z', sealed: '2026-09-15T16:10:00.000Z' },
] as const;

const FOLDER = 'example';

/** Declares `checkup demo`. */
export function configure(command: Command, act: Act): void {
  command
    .addOption(outOption())
    .action(act((app: App, flags: { readonly out?: string }) => demo(app, flags.out)));
}

/**
 * Plays the example dealership: records, seals, reports and compares two quarters, in a database
 * of its own that is made anew each time. Names every file it writes.
 */
export async function demo(app: App, out?: string): Promise<ExitCode> {
  const file = app.paths.exampleDatabase;
  await remove(file);
  const store = await app.openStore(file);
  const flags: ReportFlags = out === undefined ? {} : { out };
  const audits: AuditSummary[] = [];
  for (const recorded of QUARTERS) {
    const summary = await recordQuarter(app, store, recorded);
    audits.push(summary);
    const view = await auditView(store, summary, audits);
    app.say(`\n${app.style.title(scoreLine(view))}`);
    await writeAuditFiles(app, flags, FOLDER, view, app.paths.exampleEvidence);
  }
  const [from, to] = audits;
  if (from !== undefined && to !== undefined) {
    const view = await comparisonView(store, from, to);
    app.say(`\n${comparisonLines(view, app.width)}`);
    await writeReport(app, flags, FOLDER, comparisonName(view), (format) =>
      format.comparison(view),
    );
  }
  app.say(
    `\nThe example is kept in ${app.paths.short(file)}, made anew each time. Look around in it with\n  checkup list --db "${app.paths.short(file)}"\nand start with your own dealership:\n  checkup audit`,
  );
  return EXIT.done;
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

/** One quarter of the example, from its answers file to its seal. */
async function recordQuarter(
  app: App,
  store: Store,
  { quarter, started, sealed }: (typeof QUARTERS)[number],
): Promise<AuditSummary> {
  const folder = join(app.paths.checklists, DEFAULT_CHECKLIST);
  const checklist = await requireChecklist(folder);
  const { head, answersTo } = await readAnswersFile(join(folder, FOLDER, `${quarter}.yaml`));
  const at = new Date(started);
  const scope = head.scope ?? 'core';
  const auditor = head.auditor ?? '';
  const name = head.dealership ?? '';
  const dealership =
    (await store.dealerships.find(name)) ?? (await store.dealerships.add(name, 1, at));
  const summary = await store.audits.start(
    { dealership, quarter: quarterFrom(quarter), scope, checklist, auditor },
    at,
  );
  await store.audits.record(summary, answersTo(checklist, scope), auditor, at);
  const { seal } = await store.seals.set(summary, auditor, new Date(sealed));
  return { ...summary, seal };
}
