import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { onTopOf, sameAnswer } from '../core/audit/answer.js';
import { askedItem } from '../core/audit/asked-item.js';
import type { Evidence } from '../core/audit/evidence.js';
import { isSameEvidence, shortHash } from '../core/audit/evidence.js';
import type { Item } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { keepEvidence } from '../files/evidence-files.js';
import { requireEvidence } from '../files/evidence-source.js';
import { typedPath } from '../files/typed-path.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { Overtaken } from '../storage/audit-summary.js';
import { auditorIn } from './auditor-named.js';
import type { SessionContext } from './audit-session.js';

/** What is said about one item; what is left out stays as it is. */
export interface SaidAnswer {
  /** Reads the value that was typed, or throws what is wrong with it; left out where none was. */
  readonly value?: ((item: Item) => Answer) | undefined;
  /** '' takes the note off. */
  readonly note?: string | undefined;
  /** Checks a note. */
  readonly readNote: (item: Item, note: string) => string;
  /** Paths of files to attach, as they were typed. */
  readonly evidence?: readonly string[] | undefined;
  /** Evidence to take off, by its name or the start of its hash. */
  readonly withoutEvidence?: readonly string[] | undefined;
  /** Why an earlier answer is corrected. */
  readonly why?: string | undefined;
  /** Who gives it; who recorded last when left out. */
  readonly auditor?: string | undefined;
}

/** How recording one answer ended. */
export type RecordedOne =
  | {
      readonly kind: 'recorded';
      readonly item: Item;
      readonly answer: Answer;
      readonly by: string;
      readonly attached: readonly Evidence[];
    }
  /** It was there already; nothing new was recorded. */
  | { readonly kind: 'known'; readonly item: Item; readonly answer: Answer }
  /** Somebody else recorded the item in between; nothing was recorded. */
  | { readonly kind: 'overtaken'; readonly item: Item };

/**
 * Records one answer of an open audit, its note and its evidence, as a new revision.
 *
 * @throws UserError for what can't be an answer, before anything is recorded.
 */
export async function recordAnswer(
  context: SessionContext,
  summary: AuditSummary,
  id: string,
  said: SaidAnswer,
): Promise<RecordedOne> {
  const { store, now } = context;
  const checklist = await store.audits.checklist(summary);
  const item = askedItem({ checklist, scope: summary.scope }, id);
  const known = await store.audits.current(summary, item);
  const given = saidAnswer(item, known?.answer, said);
  const why = whyCorrected(item, known, said.why);
  const kept = withoutEvidence(item, given, said.withoutEvidence ?? []);
  const all = await attach(context, kept, said.evidence ?? []);
  const answer: Answer = { ...given, evidence: all.length === 0 ? undefined : all };
  if (sameAnswer(known?.answer, answer)) return { kind: 'known', item, answer };
  const by = await auditorIn(store, summary, said.auditor);
  const options = { why, after: new Map([[item.id, known?.revision ?? 0]]) };
  try {
    await store.audits.record(summary, new Map([[item.id, answer]]), by, now(), options);
  } catch (error) {
    if (error instanceof Overtaken) return { kind: 'overtaken', item };
    throw error;
  }
  const attached = all.filter((one) => !kept.includes(one));
  return { kind: 'recorded', item, answer, by, attached };
}

/** What the answer becomes by value and note; its evidence stays for now. */
function saidAnswer(
  item: Item,
  known: Answer | undefined,
  { value, note, readNote, evidence = [], withoutEvidence: without = [] }: SaidAnswer,
): Answer {
  if (value === undefined && note === undefined && evidence.length + without.length === 0) {
    throw new UserError(
      `No answer to ${item.id} was given.`,
      'Write it after the id, or give --note TEXT or --evidence FILE.',
    );
  }
  const given: Answer = value === undefined ? { state: 'unanswered' } : value(item);
  if (note === undefined) return onTopOf(known, given);
  if (given.note !== undefined && given.note !== note) {
    throw new UserError(
      `There are two notes to ${item.id}, one in the value and one by --note.`,
      'Give one of them.',
    );
  }
  if (note.trim() !== '') return onTopOf(known, { ...given, note: readNote(item, note) });
  return { ...onTopOf(known, given), note: undefined };
}

function whyCorrected(
  item: Item,
  known: RecordedAnswer | undefined,
  why: string | undefined,
): string | null {
  if (why === undefined || why.trim() === '') return null;
  if (known !== undefined) return why;
  throw new UserError(
    `--why says why an answer is corrected, and ${item.id} has none yet.`,
    'Leave it out, or say it with --note.',
  );
}

/** The evidence that stays when some is taken off, each by its name or the start of its hash. */
function withoutEvidence(item: Item, said: Answer, names: readonly string[]): Evidence[] {
  return names
    .reduce((kept: readonly Evidence[], name) => {
      const found = meantEvidence(kept, name);
      if (new Set(found.map(({ sha256 }) => sha256)).size > 1) {
        throw new UserError(
          `${item.id} has ${String(found.length)} evidence files that ${visibleLine(name)} could mean: ${found.map((one) => shortHash(one)).join(', ')}.`,
          'Say which by the start of its hash.',
        );
      }
      if (found.length === 0) {
        const there = kept.map((one) => `${visibleLine(one.name)} (${shortHash(one)})`);
        throw new UserError(
          `${item.id} has no evidence ${visibleLine(name)}.`,
          there.length === 0 ? 'It has none at all.' : `It has ${there.join(', ')}.`,
        );
      }
      return kept.filter((one) => !found.includes(one));
    }, said.evidence ?? [])
    .slice();
}

/** What has a name; or else what has a hash that starts so, under whatever names. */
function meantEvidence(kept: readonly Evidence[], text: string): Evidence[] {
  const named = kept.filter(({ name }) => name === text);
  if (named.length > 0 || !/^[0-9a-f]{4,64}$/i.test(text)) return named;
  return kept.filter(({ sha256 }) => sha256.startsWith(text.toLowerCase()));
}

/** Keeps files and puts them behind the evidence there is, each but once under one name. */
async function attach(
  { evidence, resolve }: SessionContext,
  before: readonly Evidence[],
  files: readonly string[],
): Promise<Evidence[]> {
  // The shell has taken off quotes already, but leaves these, the second behind `--evidence=`.
  const paths = files.map((file) => (/^(?:file:\/|~)\//i.test(file) ? typedPath(file) : file));
  // All of them are looked at before one is copied.
  for (const path of paths) await requireEvidence(path, resolve);
  const all = [...before];
  for (const path of paths) {
    const kept = await keepEvidence(path, evidence, resolve);
    if (!all.some((one) => isSameEvidence(one, kept))) all.push(kept);
  }
  return all;
}
