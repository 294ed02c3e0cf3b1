import type { Checklist, Item, Scope } from '../checklist/checklist.js';
import { askedItems } from '../checklist/checklist.js';
import type { Draw } from '../draw/draw.js';
import type { BusinessYear, Quarter } from '../quarter.js';
import type { RecordedAnswer } from './answer.js';
import { isUnanswered } from './answer.js';
import type { Visit } from './visit.js';

/** One location that is audited. */
export interface Dealership extends BusinessYear {
  readonly name: string;
  /** The name in a form for folders and flags; unique. */
  readonly slug: string;
}

/** The fingerprint that closes an audit. */
export interface Seal {
  /** A moment as `core/moment.ts` keeps it. */
  readonly at: string;
  readonly by: string;
  /** SHA-256 over `sealedContent`, in lower-case hex. */
  readonly hash: string;
  /** The hash of the seal that this dealership set before, or null for its first. */
  readonly previous: string | null;
}

/** One dealership, one quarter, one checklist version, one scope, and all that was recorded. */
export interface Audit {
  readonly dealership: Dealership;
  readonly quarter: Quarter;
  readonly scope: Scope;
  /** The checklist as it was when the audit started, whole. */
  readonly checklist: Checklist;
  /** Who started it; each answer carries its own auditor. */
  readonly auditor: string;
  /** A moment as `core/moment.ts` keeps it. */
  readonly startedAt: string;
  readonly seal: Seal | null;
  /** Every revision of every answer, in the order it was recorded. */
  readonly revisions: readonly RecordedAnswer[];
  /** Which records were drawn for it, in the order they were drawn. */
  readonly draws: readonly Draw[];
  /** What was said of the days on which was looked, in order: the latest counts. */
  readonly visits: readonly Visit[];
}

/** Whether an audit still takes answers; `void` for one that no longer counts, whatever it was before. */
export function stateOf(audit: {
  readonly seal: object | null;
  readonly voided?: object | null;
}): 'open' | 'sealed' | 'void' {
  if (audit.voided != null) return 'void';
  return audit.seal === null ? 'open' : 'sealed';
}

/** The current answer of each item: its highest revision, whatever a clock said. */
export function currentAnswers(audit: Audit): Map<string, RecordedAnswer> {
  const current = new Map<string, RecordedAnswer>();
  for (const recorded of audit.revisions) {
    const known = current.get(recorded.item);
    if (known === undefined || recorded.revision > known.revision) {
      current.set(recorded.item, recorded);
    }
  }
  return current;
}

/** The items that still have no answer, in the order of the checklist. */
export function unansweredItems(audit: Audit): Item[] {
  const answers = currentAnswers(audit);
  return askedItems(audit.checklist, audit.scope).filter((item) =>
    isUnanswered(answers.get(item.id)?.answer),
  );
}

/** Who recorded last, or who started it where nothing is recorded: who goes on unless another does. */
export function lastAuditor(audit: Audit): string {
  return audit.revisions.at(-1)?.auditor ?? audit.auditor;
}

/** Everyone who recorded something, in order of first appearance. */
export function auditorsOf(audit: Audit): string[] {
  return [...new Set([audit.auditor, ...audit.revisions.map((recorded) => recorded.auditor)])];
}
