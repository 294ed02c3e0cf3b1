import * as z from 'zod';
import { UserError } from '../../core/errors.js';
import { SCORING_VERSION } from '../../core/score/score.js';
import { visibleLine } from '../../core/text.js';
import { auditReport } from '../../documents/audit/index.js';
import { comparisonReport } from '../../documents/comparison/index.js';
import type { Check, VerificationView } from '../../documents/verification/view.js';
import { voidWords } from '../../documents/words/states.js';
import { faultTitle, faultWords } from '../../documents/words/chain.js';
import { readJson } from '../../files/read-json.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { Store } from '../../storage/store.js';
import { auditName } from '../audit-name.js';
import { sealHolds } from '../seal-holds.js';
import { auditView, comparisonView } from './audit-view.js';

/** A seal as it is read aloud and typed: some or all of its letters, in groups or not. */
const SEAL = /^[0-9a-f]{8,64}$/;

/**
 * Holds what somebody was given against what is kept: a seal, or a report as JSON.
 *
 * @param what the seal, or the path of the report.
 * @param resolve makes a path absolute.
 * @throws UserError for what is neither.
 */
export async function handedOutView(
  store: Store,
  what: string,
  resolve: (path: string) => string,
): Promise<VerificationView> {
  const letters = what.replace(/\s/g, '').toLowerCase();
  if (SEAL.test(letters)) {
    return { subject: `the seal ${letters}`, checks: [await sealCheck(store, letters)] };
  }
  const report: unknown = await readJson(resolve(what), what);
  const seals = sealsIn(report);
  if (seals.length === 0) {
    throw new UserError(
      `${visibleLine(what)} is no report of checkup with a seal in it.`,
      'Name a report that was written with --format json, or a seal.',
    );
  }
  const checks = [];
  for (const seal of seals) checks.push(await sealCheck(store, seal));
  return {
    subject: visibleLine(what),
    checks: [...checks, ...(await figureChecks(store, report))],
  };
}

/** Whether an audit with that seal is kept, and is still what was sealed. */
async function sealCheck(store: Store, letters: string): Promise<Check> {
  const what = `Seal ${letters.slice(0, 8)}`;
  const found = await withSeal(store, letters);
  const [summary, another] = found;
  if (summary === undefined) {
    const faults = (await store.seals.faults()).filter(
      (one) => one.fault === 'gone' && one.hash.startsWith(letters),
    );
    const gone = faults.map((fault) => `${faultTitle(fault)} ${faultWords(fault)}`);
    return { what, sound: '', wrong: gone.length > 0 ? gone : ['No audit here has that seal.'] };
  }
  if (another !== undefined) {
    return {
      what,
      sound: '',
      wrong: ['Several audits have a seal that begins so: give more of it.'],
    };
  }
  const name = auditName(summary);
  const holds = summary.isSound && sealHolds(await store.audits.load(summary));
  return {
    what,
    sound: `${name}, sealed by ${visibleLine(summary.seal?.by ?? '')}${summary.voided === null ? '' : `; ${voidWords(summary.voided)}`}`,
    wrong: holds ? [] : [`What is kept of ${name} is no longer what was sealed.`],
  };
}

async function withSeal(store: Store, letters: string): Promise<AuditSummary[]> {
  const all = await store.audits.all();
  return all.filter(({ seal }) => seal?.hash.startsWith(letters) === true);
}

const reportSchema = z.looseObject({
  format: z.literal('checkup-report'),
  audit: z.looseObject({ seal: z.string(), scoringVersion: z.number() }),
  target: z.looseObject({ score: z.number() }).nullish(),
});
const comparisonSchema = z.looseObject({
  format: z.literal('checkup-comparison'),
  from: z.looseObject({ seal: z.string() }),
  to: z.looseObject({ seal: z.string(), scoringVersion: z.number() }),
});

/** Whether the figures of a report are those that the kept answers give today. */
async function figureChecks(store: Store, report: unknown): Promise<Check[]> {
  const one = reportSchema.safeParse(report);
  if (one.success) {
    const [summary] = await withSeal(store, one.data.audit.seal);
    if (summary === undefined) return [];
    const view = await auditView(store, summary, one.data.target?.score ?? null);
    return [figures(report, auditReport.data(view), one.data.audit.scoringVersion)];
  }
  const two = comparisonSchema.safeParse(report);
  if (!two.success) return [];
  const [from] = await withSeal(store, two.data.from.seal);
  const [to] = await withSeal(store, two.data.to.seal);
  if (from === undefined || to === undefined) return [];
  const view = await comparisonView(store, from, to);
  return [figures(report, comparisonReport.data(view), two.data.to.scoringVersion)];
}

function figures(given: unknown, made: object, version: number): Check {
  const what = 'Figures';
  if (version !== SCORING_VERSION) {
    const rules = `scored by rules ${String(version)}, today’s are ${String(SCORING_VERSION)}`;
    return { what, sound: `not compared: ${rules}`, wrong: [] };
  }
  const wrong = differences(given, JSON.parse(JSON.stringify(made)), '');
  return { what, sound: wrong.length === 0 ? 'all as the kept answers give them' : '', wrong };
}

/** So many differences are named; who sees them needs no more. */
const MOST = 20;

/** What is told of the surroundings, not of the answers: where copies lie, and what is wrong today. */
const BESIDE = new Set(['evidence', 'chain', 'sealHolds']);

/** Where two values of JSON differ, a line each. */
function differences(given: unknown, made: unknown, at: string): string[] {
  if (typeof given === 'number' && typeof made === 'number' && Math.abs(given - made) < 1e-9) {
    return [];
  }
  if (!isBranch(given) || !isBranch(made)) {
    return given === made
      ? []
      : [`${visibleLine(at)} is ${shown(given)} there, and ${shown(made)} by what is kept.`];
  }
  // An older version may not have said what this one says; of a list nothing may be missing.
  const isList = Array.isArray(given) || Array.isArray(made);
  const keys = [...new Set([...Object.keys(given), ...(isList ? Object.keys(made) : [])])];
  return keys
    .filter((key) => !BESIDE.has(key))
    .flatMap((key) => differences(given[key], made[key], at === '' ? key : `${at}.${key}`))
    .slice(0, MOST);
}

function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : visibleLine(JSON.stringify(value)).slice(0, 60);
}

/** Every seal that a report names, each once, however deep it stands. */
function sealsIn(report: unknown): string[] {
  const seals = new Set<string>();
  const left: unknown[] = [report];
  while (left.length > 0) {
    const value = left.pop();
    if (!isBranch(value)) continue;
    const { seal } = value;
    if (typeof seal === 'string' && SEAL.test(seal)) seals.add(seal);
    for (const each of Object.values(value)) if (isBranch(each)) left.push(each);
  }
  return [...seals];
}
