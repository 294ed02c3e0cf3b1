import { join } from 'node:path';
import { Option } from 'commander';
import type { App } from '../app.js';
import { UserError } from '../core/errors.js';
import { compareAudits } from '../core/compare/compare.js';
import { scoreAudit } from '../core/score/score.js';
import { isBlankAnswersFile } from '../files/answers-files.js';
import { holdsOther, writeWhole } from '../files/report-files.js';
import { spoiledEvidence } from '../reports/evidence.js';
import { formats } from '../reports/index.js';
import type {
  AuditView,
  CheckedAudit,
  ComparisonView,
  FoundEvidence,
  Format,
} from '../reports/view.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { sealHolds } from '../usecases/seal-holds.js';
import type { Store } from '../storage/store.js';
import { ListOption } from './list-option.js';
import { gatherEvidence, warnOfEvidence } from './report-evidence.js';
import { sealedBefore } from './select.js';

/** The flags of every command that writes reports. */
export interface ReportFlags {
  readonly format?: string;
  readonly out?: string;
}

/** What stands at the end of the name of a report of a broken seal. */
export const BROKEN = '-broken-seal';

/** What there is to choose from with `--format`, whatever it writes. */
interface NamedFormat {
  readonly name: string;
  readonly summary: string;
  /** Whether people write answers into its file; then one that holds any is never written over. */
  readonly isFilledIn?: boolean;
}

/** `--format`, with what it takes from THE LIST. */
export function formatOption(known: readonly NamedFormat[] = formats): Option {
  const names = known.map((format) => `${format.name} (${format.summary})`).join('; ');
  const about = `with commas between: ${names}; all of them when left out`;
  return new ListOption('--format <names>', about, known);
}

/** `--out`. */
export function outOption(): Option {
  return new Option('--out <dir>', 'where to write; - writes to standard output');
}

function chosenFormats<F extends NamedFormat>(
  { format: text, out }: ReportFlags,
  known: readonly F[],
): readonly F[] {
  // On standard output one format has to do: the one to read.
  if (text === undefined) return out === '-' ? known.slice(0, 1) : known;
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  const chosen = names.map((name) => {
    const format = known.find((each) => each.name === name);
    if (format !== undefined) return format;
    throw new UserError(
      `--format ${name} is not a format.`,
      `Use one or more of ${known.map((each) => each.name).join(', ')}, with commas between.`,
    );
  });
  if (out === '-' && chosen.length > 1) {
    throw new UserError(
      'Only one format fits on standard output.',
      `Choose it with ${known.map((each) => `--format ${each.name}`).join(' or ')}.`,
    );
  }
  return chosen;
}

/** Where reports go; null for standard output. */
function reportFolder({ paths }: App, { out }: ReportFlags, folder: string): string | null {
  if (out === '-') return null;
  return out === undefined ? join(paths.reports, folder) : paths.resolve(out);
}

/**
 * Writes a report in each format that was asked for and names the files on standard output; or
 * prints it there.
 *
 * @param name file name without ending.
 */
export async function writeReport(
  app: App,
  flags: ReportFlags,
  folder: string,
  name: string,
  render: (format: Format) => string,
): Promise<void> {
  await writeFormats(app, flags, formats, folder, name, render);
}

/**
 * The same for any list of formats.
 *
 * @throws UserError before anything is written where a file that people fill in is there already,
 *   and holds more than an empty form.
 */
export async function writeFormats<F extends NamedFormat>(
  app: App,
  flags: ReportFlags,
  known: readonly F[],
  folder: string,
  name: string,
  render: (format: F) => string,
): Promise<void> {
  const chosen = chosenFormats(flags, known);
  const base = reportFolder(app, flags, folder);
  if (base === null) {
    for (const format of chosen) app.out(render(format));
    return;
  }
  const fileOf = (format: F): string => join(base, `${name}.${format.name}`);
  for (const format of chosen.filter((each) => each.isFilledIn === true)) {
    const file = fileOf(format);
    if (!(await holdsOther(file, render(format))) || (await isBlankAnswersFile(file))) continue;
    throw new UserError(
      `${app.paths.short(file)} is there already and may be filled in; nothing was written.`,
      'Take its answers in with checkup audit --answers, or move it away; or leave its format out with --format.',
    );
  }
  for (const format of chosen) {
    await writeWhole(fileOf(format), render(format));
    app.out(`${app.paths.short(fileOf(format))}\n`);
  }
}

/**
 * Writes the report of one audit as `writeReport` does, with copies of its evidence beside it. Says
 * on the screen what evidence is missing or altered.
 *
 * @param kept the folder in which the evidence of its database is.
 */
export async function writeAuditFiles(
  app: App,
  flags: ReportFlags,
  folder: string,
  view: AuditView,
  kept: string,
): Promise<void> {
  // A format that isn't one is told before anything is copied.
  chosenFormats(flags, formats);
  const evidence = await gatherEvidence(view, kept, reportFolder(app, flags, folder));
  const whole = { ...view, evidence };
  warnOfEvidence(app, spoiledEvidence(whole));
  await writeReport(app, flags, folder, reportName(view), (format) => format.audit(whole));
}

/** Says on the screen which of some audits are no longer what was sealed. */
export function sayBrokenSeals(app: App, audits: readonly CheckedAudit[]): void {
  for (const { audit, sealHolds: holds } of audits) {
    if (holds) continue;
    app.warn(
      app.style.bad(
        `The seal of ${audit.quarter} is broken: what is kept is no longer what was sealed.`,
      ),
    );
  }
}

/**
 * `2026-Q3-quarterly-checkup`: what the report of an audit is called. Where its seal is broken it
 * gets a name of its own: the report from before is what can still be trusted.
 */
function reportName({ audit, sealHolds: holds }: CheckedAudit): string {
  return `${audit.quarter}-${audit.checklist.id}${holds ? '' : BROKEN}`;
}

/** `2026-Q2-to-2026-Q3-quarterly-checkup`; of broken seals as with `reportName`. */
export function comparisonName({ from, to }: ComparisonView): string {
  const ids = [...new Set([from.audit.checklist.id, to.audit.checklist.id])].join('-to-');
  const holds = from.sealHolds && to.sealHolds;
  return `${from.audit.quarter}-to-${to.audit.quarter}-${ids}${holds ? '' : BROKEN}`;
}

/** Loads an audit for a report, scores it and looks at its seal. */
export async function scored(store: Store, summary: AuditSummary): Promise<CheckedAudit> {
  const audit = await store.audits.load(summary);
  return { audit, result: scoreAudit(audit), sealHolds: sealHolds(audit) };
}

/**
 * All that the report of an audit is made of, the audit before it included; its evidence is looked
 * for by `writeAuditFiles`.
 */
export async function auditView(
  store: Store,
  summary: AuditSummary,
  all: readonly AuditSummary[],
): Promise<AuditView> {
  const now = await scored(store, summary);
  const before = sealedBefore(summary, all);
  const evidence = new Map<string, FoundEvidence>();
  if (before === null) return { ...now, previous: null, evidence, target: null };
  const then = await scored(store, before);
  const comparison = compareAudits(then.result, now.result);
  return { ...now, previous: { ...then, comparison }, evidence, target: null };
}

/** All that a comparison is made of. */
export async function comparisonView(
  store: Store,
  from: AuditSummary,
  to: AuditSummary,
): Promise<ComparisonView> {
  const [then, now] = [await scored(store, from), await scored(store, to)];
  return { from: then, to: now, comparison: compareAudits(then.result, now.result) };
}
