import type { Answer } from '../../src/core/audit/answer.js';
import type { Json } from '../../src/core/canonical.js';
import type { Checklist, Item, Scope } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import type { AuditResult } from '../../src/core/score/score.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { makeAudit } from '../support/checklists.js';

/** Even numbers from 0 to 1, the same in every run (mulberry32, public domain). */
export function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
}

/** Even numbers between 0 and 1. */
export type Random = () => number;

function normal(next: Random): number {
  return Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

function passes(rate: number, of: number, next: Random): number {
  let passed = 0;
  for (let i = 0; i < of; i++) passed += Number(next() < rate);
  return passed;
}

/** How an item is truly done: its level, 0 to 1, and what of it stays from quarter to quarter. */
export interface Truth {
  readonly level: number;
  /** For each check whether it is there. */
  readonly there: readonly boolean[];
  /** How many records a measure sums up. */
  readonly of: number;
  /** Whether the auditor knows how many. */
  readonly isKnown: boolean;
}

/** How a store truly does every item, around a level of its own. */
export function truthsOf(
  checklist: Checklist,
  scope: Scope,
  level: number,
  next: Random,
): Map<string, Truth> {
  const isQuick = checklist.id === 'quick-checkup';
  return new Map(
    askedItems(checklist, scope).map((item) => {
      const own = Math.min(0.97, Math.max(0.05, level + 0.15 * normal(next)));
      const number = item.kind === 'checks' ? item.checks.length : 1;
      return [
        item.id,
        {
          level: own,
          there: Array.from({ length: number }, () => next() < own),
          // In a walk round the house a measure is one case that was timed.
          of: isQuick ? 1 : 30 + Math.floor(200 * next()),
          // Of one measure in five nobody knows what it sums up.
          isKnown: next() >= 0.2,
        },
      ];
    }),
  );
}

/** The same store, everything done better by some points of its share. */
export function better(truths: ReadonlyMap<string, Truth>, by: number): Map<string, Truth> {
  return new Map(
    [...truths].map(([id, truth]) => [id, { ...truth, level: Math.min(1, truth.level + by) }]),
  );
}

/** The chance that somebody marks a thing otherwise than it is: two then agree on 85 % of the marks. */
const MISJUDGED = 0.08;

/** What an auditor finds of an item in one quarter: another draw, another look. */
export function found(
  item: Item,
  truth: Truth,
  next: Random,
): Extract<Answer, { state: 'answered' }> {
  const value = valueOf(item, truth, next);
  return { state: 'answered', value };
}

function valueOf(item: Item, truth: Truth, next: Random): Json {
  const { level, there } = truth;
  const seen = (one: boolean): boolean => (next() < MISJUDGED ? !one : one);
  switch (item.kind) {
    case 'sample': {
      const zero = (item.zero ?? 0) / 100;
      return { passed: passes(zero + level * (1 - zero), item.draw, next), of: item.draw };
    }
    case 'trace': {
      const ids = item.standards.map(({ id }) => id);
      const cases = Array.from({ length: item.draw }, (_, i) => {
        const good = next() < level;
        const lapses = good ? Math.floor(2 * next()) : 2 + Math.floor(3 * next());
        return { ref: String(i), lapses: ids.slice(0, lapses) };
      });
      return { cases };
    }
    case 'measure':
      return measured(item, truth, next);
    case 'checks':
      return { checks: item.checks.filter((_, i) => seen(there[i] ?? false)).map(({ id }) => id) };
    case 'rating': {
      // The true place between two levels, seen with an error of half a level.
      const level4 = Math.round(level * 4 + 0.5 * normal(next));
      return Math.min(4, Math.max(0, level4));
    }
    case 'yes-no':
      return seen(there[0] ?? false) ? 'yes' : 'no';
    case 'remark':
      return 'Seen.';
  }
}

function measured(
  { unit, full, zero }: Extract<Item, { kind: 'measure' }>,
  { level, of, isKnown }: Truth,
  next: Random,
): Json {
  const truth = zero + level * (full - zero);
  const value =
    unit === '%' ? (100 * passes(truth / 100, of, next)) / of : truth * timesOf(of, next);
  return isKnown ? { value, of } : value;
}

/** Times are spread about as widely as they are long: one of them, or a median from a normal of its error. */
function timesOf(of: number, next: Random): number {
  if (of === 1) return -Math.log(next());
  return Math.max(0, 1 + (1.1 / Math.sqrt(of)) * normal(next));
}

/** One quarter of a store, audited. */
export function audited(
  checklist: Checklist,
  scope: Scope,
  truths: ReadonlyMap<string, Truth>,
  next: Random,
): AuditResult {
  const answers = Object.fromEntries(
    askedItems(checklist, scope).flatMap((item) => {
      const truth = truths.get(item.id);
      return truth === undefined ? [] : [[item.id, found(item, truth, next)] as const];
    }),
  );
  return scoreAudit(makeAudit(checklist, answers, { scope }));
}
