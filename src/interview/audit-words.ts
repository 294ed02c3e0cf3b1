import { nameOf } from '../core/checklist/naming.js';
import type { Answer } from '../core/audit/answer.js';
import type { Checklist, Item, Scope, Step } from '../core/checklist/checklist.js';
import { askedItems } from '../core/checklist/checklist.js';
import { printPercent, printScore, scoreWords } from '../core/score/print.js';
import type { AuditResult } from '../core/score/score.js';
import { visibleLine } from '../core/text.js';
import { count } from '../core/words/numbers.js';
import { scoredWords } from './screen.js';
import type { Canvas } from './terminal.js';
import { andListOf } from '../core/words/lists.js';

type Wrap = Canvas['wrap'];

// `name` is how an audit is called: `Example Motors for 2026-Q3`, fit to be shown.

/** That an open audit is gone on with, and in whose name. */
export function goingOnWords(name: string, auditor: string): string {
  return `Going on with the audit of ${name}, recording as ${visibleLine(auditor)} (--auditor NAME changes hands).`;
}

/** That an audit was started: by which checklist, and how much it asks. */
export function startedWords(name: string, checklist: Checklist, scope: Scope): string {
  return `Started the audit of ${name}: ${visibleLine(checklist.title)}, scope ${scope}, ${count(askedItems(checklist, scope).length, 'item')}.`;
}

/**
 * How many answers of a file were recorded.
 *
 * @param taken how many of the answers of a file said something new.
 * @param all how many it has.
 */
export function takenWords(taken: number, all: number): string {
  const known = all - taken;
  return `${count(taken, 'answer')} recorded${known === 0 ? '' : `, ${String(known)} already there`}.`;
}

/** Whose answers were corrected by a file, item by item; '' where nobody else's were. */
export function correctedWords(
  corrected: readonly { readonly item: string; readonly auditor: string }[],
): string {
  return [...Map.groupBy(corrected, ({ auditor }) => auditor)]
    .map(([auditor, all]) => {
      const items = andListOf(
        all.map(({ item }) => item),
        MOST_CORRECTED,
      );
      return `${count(all.length, 'answer')} of ${visibleLine(auditor)} ${all.length === 1 ? 'was' : 'were'} corrected: ${items}.`;
    })
    .join(' ');
}

/** So many items are named. */
const MOST_CORRECTED = 5;

/** That an audit was sealed though some of it is unanswered, and what that does. */
export function sealedUnansweredWords(left: number): string {
  const lowers = left === 1 ? 'it lowers' : 'they lower';
  return `${count(left, 'item')} sealed unanswered; ${lowers} the coverage.`;
}

/** The items whose answer says that nobody looked. */
export function notCheckedItems({ steps }: AuditResult): Item[] {
  return steps
    .flatMap(({ items }) => items)
    .filter(({ state }) => state === 'not-checked')
    .map(({ item }) => item);
}

/**
 * One line: what is answered, coverage, the score so far.
 *
 * @param left how many items nobody has answered.
 */
export function standingWords(result: AuditResult, left: number): string {
  const { coverage, share, checklist } = result;
  const notChecked = notCheckedItems(result).length;
  const parts = [
    ...(left === 0 ? [] : [`${count(left, 'item')} still unanswered`]),
    ...(notChecked === 0 ? [] : [`${count(notChecked, 'item')} not checked`]),
  ];
  // Where nothing applies, or nothing was looked at, “everything” would be said of nothing.
  const whole =
    coverage === null || coverage === 0 ? 'Nothing is scored' : 'Everything is answered';
  const answered = parts.length === 0 ? whole : parts.join(', ');
  return `${answered}; coverage ${printPercent(coverage)}, ${scoreWords(share, checklist.bands)} so far.`;
}

/** How each step stands, so that nobody seals unseen. */
export function stepsWords({ steps, checklist }: AuditResult, wrap: Wrap): string {
  return steps
    .map((one, index) => {
      const failed = one.items
        .filter(({ item }) => one.failedCritical.includes(item.id))
        .map(({ item }) => `, must-not-fail check failed: ${nameOf(item)}`)
        .join('');
      const score = printScore(one.share, checklist.bands);
      return wrap(
        `${visibleLine(one.step.title)}: ${score}, coverage ${printPercent(one.coverage)}${failed}`,
        `  ${String(index + 1)}. `,
      );
    })
    .join('\n');
}

/** The names of some items, step by step. */
export function namesWords(steps: readonly Step[], some: readonly Item[], wrap: Wrap): string {
  return steps
    .flatMap((step, index) => {
      const names = step.items.filter((item) => some.includes(item)).map(nameOf);
      return names.length === 0 ? [] : [wrap(names.join(', '), `  ${String(index + 1)}. `)];
    })
    .join('\n');
}

/** How an item was answered in an earlier quarter. */
export function earlierWords(quarter: string, item: Item, answer: Answer): string {
  const note = answer.note === undefined ? '' : ` (${answer.note})`;
  return `${quarter}: ${scoredWords(item, answer)}${note}`;
}

/** What was answered to an item the last time, as it is shown in the walk. */
export function lastTimeWords(item: Item, words: string | null): string {
  return `${nameOf(item)}, ${words ?? 'nothing was answered the last time'}`;
}
