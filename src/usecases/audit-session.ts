import type { Answer, RecordedAnswer } from '../core/audit/answer.js';
import { isUnanswered } from '../core/audit/answer.js';
import { currentAnswers } from '../core/audit/audit.js';
import type { Evidence } from '../core/audit/evidence.js';
import type { Checklist, Item, Scope } from '../core/checklist/checklist.js';
import { askedItems } from '../core/checklist/checklist.js';
import type { Draw } from '../core/draw/draw.js';
import { drawFor } from '../core/draw/draw.js';
import type { AuditResult } from '../core/score/score.js';
import { scoreAnswers } from '../core/score/score.js';
import { keepEvidence } from '../files/evidence-files.js';
import { typedPath } from '../files/typed-path.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import { Overtaken } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { sealedBefore } from './find-audit.js';
import { dayOf, momentOf } from '../core/moment.js';
import type { Day } from '../core/audit/visit.js';
import { readDays, visitOf } from '../core/audit/visit.js';

/** What working on an audit needs of the world. */
export interface SessionContext {
  readonly store: Store;
  readonly now: () => Date;
  /** Where evidence is kept. */
  readonly evidence: string;
  /** Makes a path that a user typed absolute. */
  readonly resolve: (path: string) => string;
}

/** How an item was answered in the sealed audit before. */
export interface EarlierAnswer {
  readonly quarter: string;
  readonly item: Item;
  readonly answer: Answer;
}

/** An open audit while somebody works on it. What it says is as of the last `refresh` or `record`. */
export interface AuditSession {
  readonly checklist: Checklist;
  readonly scope: Scope;
  /** All items that the audit asks. */
  readonly items: readonly Item[];
  /** Reads what others have recorded or drawn since, and only that: of the rest, no answer. */
  readonly refresh: () => Promise<void>;
  /** Those without an answer. */
  readonly left: () => Item[];
  readonly current: (item: Item) => RecordedAnswer | undefined;
  readonly result: () => AuditResult;
  /**
   * Puts an answer on disk.
   *
   * @param after the revision that was shown, 0 for none.
   * @returns false, and nothing recorded, when somebody else has recorded another since.
   */
  readonly record: (
    item: Item,
    answer: Answer,
    after: number,
    why: string | null,
  ) => Promise<boolean>;
  /** How an item was answered before; null for not at all. */
  readonly before: (item: Item) => Promise<EarlierAnswer | null>;
  /** The days of the visit as somebody said them; null where nobody did. */
  readonly visited: () => readonly Day[] | null;
  /** The days on which somebody answered, which are most likely those of the visit; today where nobody has. */
  readonly likelyVisited: () => readonly Day[];
  /** Why nobody can have looked on the days that were typed, or the days. */
  readonly readVisited: (text: string) => ReturnType<typeof readDays>;
  /** Puts the days of the visit on disk. */
  readonly visit: (days: readonly Day[]) => Promise<void>;
  /** Which records were drawn for an item; null for none. */
  readonly drawn: (item: Item) => Draw | null;
  /**
   * Keeps a file as evidence.
   *
   * @throws UserError when it can't be taken.
   */
  readonly attach: (path: string) => Promise<Evidence>;
}

/** Opens an audit to work on it. */
export async function openSession(
  { store, now, evidence, resolve }: SessionContext,
  summary: AuditSummary,
  auditor: string,
): Promise<AuditSession> {
  const kept = await store.audits.load(summary);
  const { checklist, scope } = kept;
  let { draws, visits } = kept;
  const answers = currentAnswers(kept);
  const items = askedItems(checklist, scope);
  let earlier: ReturnType<typeof answersBefore> | null = null;
  return {
    checklist,
    scope,
    items,
    refresh: async () => {
      const latest = await store.audits.revisions(summary);
      for (const item of items) {
        if (latest.get(item.id) === answers.get(item.id)?.revision) continue;
        const fresh = await store.audits.current(summary, item);
        if (fresh !== undefined) answers.set(item.id, fresh);
      }
      draws = await store.draws.list(summary);
      visits = await store.visits.list(summary);
    },
    left: () => items.filter((item) => isUnanswered(answers.get(item.id)?.answer)),
    current: (item) => answers.get(item.id),
    result: () => scoreAnswers(checklist, scope, answers),
    record: async (item, answer, after, why) => {
      try {
        const at = now();
        await store.audits.record(summary, new Map([[item.id, answer]]), auditor, at, {
          why,
          after: new Map([[item.id, after]]),
        });
        const revision = after + 1;
        answers.set(item.id, {
          item: item.id,
          answer,
          why,
          auditor,
          at: momentOf(at),
          revision,
        });
        return true;
      } catch (error) {
        if (error instanceof Overtaken) return false;
        throw error;
      }
    },
    before: async (item) => (await (earlier ??= answersBefore(store, summary)))(item.id),
    visited: () => visitOf({ visits })?.days ?? null,
    likelyVisited: () => {
      const days = [...answers.values()].map(({ at }) => dayOf(at));
      return days.length === 0 ? [today(now())] : [...new Set(days)].sort();
    },
    readVisited: (text) => readDays(text, today(now())),
    visit: async (days) => {
      await store.visits.set(summary, days, auditor, now());
      visits = await store.visits.list(summary);
    },
    drawn: (item) => drawFor(draws, item.id),
    attach: (path) => keepEvidence(typedPath(path), evidence, resolve),
  };
}

/** The day it is where the program runs. */
function today(now: Date): Day {
  return dayOf(momentOf(now));
}

/** What was answered in the sealed audit before this one, by item. */
async function answersBefore(
  store: Store,
  summary: AuditSummary,
): Promise<(id: string) => EarlierAnswer | null> {
  const all = await store.audits.list({ dealership: summary.dealership });
  const earlier = sealedBefore(summary, all);
  if (earlier === null) return () => null;
  const audit = await store.audits.load(earlier);
  const answers = currentAnswers(audit);
  const items = new Map(askedItems(audit.checklist, audit.scope).map((item) => [item.id, item]));
  return (id) => {
    const [item, answer] = [items.get(id), answers.get(id)?.answer];
    if (item === undefined || answer === undefined || isUnanswered(answer)) return null;
    return { quarter: earlier.quarter, item, answer };
  };
}
