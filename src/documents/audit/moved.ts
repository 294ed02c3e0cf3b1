import { CHANGE_WORDS } from '../../core/compare/change.js';
import type { Change } from '../../core/compare/change.js';
import { nameOf } from '../../core/checklist/naming.js';
import { quarterName } from '../../core/quarter.js';
import { printPoints, printScore } from '../../core/score/print.js';
import type { ItemResult } from '../../core/score/score.js';
import { CALLED_BY_CHANCE } from '../../core/score/family.js';
import { SAME_SHARE, directionOf } from '../../core/score/uncertainty.js';
import { count, sentence } from '../../core/words/numbers.js';
import {
  BREAK,
  fine,
  heading,
  link,
  list,
  paragraph,
  quote,
  signed,
  soft,
  strong,
  subheading,
  table,
} from '../blocks.js';
import type { Block, Row, Text } from '../tree.js';
import { answerWords, answersWords } from '../words/answers.js';
import { columnNames } from '../words/quarters.js';
import { judgedAlike, scoreAxis, signOf, stripOf } from '../words/signs.js';
import { capLines } from './caps.js';
import type { MovedItem } from './movers.js';
import { isClear, isMoved, moversOf } from './movers.js';
import { departmentNames, itemName } from './todo.js';
import type { AuditView, Previous } from './view.js';
import { itemsOf } from './view.js';

/** What clearly moved, item by item, and what could not be compared. */
export function movedSection(view: AuditView): Block[] {
  const { previous } = view;
  if (previous === null) return [];
  const [better, worse] = [
    moversOf(view, 'better').filter(isClear),
    moversOf(view, 'worse').filter(isClear),
  ];
  return [
    heading('What moved', 'moved', 'What moved'),
    ...(better.length + worse.length === 0
      ? [paragraph('No item moved by more than chance explains.')]
      : []),
    ...moversTable('better', 'Better', better, view, previous),
    ...moversTable('worse', 'Worse', worse, view, previous),
    ...byChance(view, previous),
    ...list(capLines(previous.comparison)),
    ...restLine(view),
    ...uncomparable(view, previous),
  ];
}

function moversTable(
  sign: 'better' | 'worse',
  title: string,
  movers: readonly MovedItem[],
  view: AuditView,
  previous: Previous,
): Block[] {
  const { bands } = view.result.checklist;
  const names = columnNames(previous.audit.quarter, view.audit.quarter);
  return table(
    [signed(sign, strong(title)), ` (${String(movers.length)})`],
    [
      { title: 'Item', role: 'name' },
      { title: `${names.from} → ${names.to}`, role: 'text' },
      { title: 'Picture', role: 'mark', axis: scoreAxis(bands) },
      { title: 'Score', role: 'number' },
      { title: 'Overall', role: 'number' },
    ],
    movers.map((one): Row => {
      const { change, effect } = one;
      return {
        cells: [
          [...itemName(one), BREAK, soft(departmentNames(one, view.result.checklist))],
          answersWords(change.from, change.to),
          {
            drawn: stripOf(
              { from: change.from.share, to: change.to.share },
              judgedAlike(change.difference),
              bands,
            ),
          },
          scoresCell(one),
          effectWords(effect),
        ],
        notes: quote(one.result.answer?.note),
      };
    }),
    { captioned: true },
  );
}

/** Both scores behind the sign of what their difference says. */
function scoresCell({ change }: MovedItem): Text {
  const sign = signOf(change.difference.verdict) ?? 'unclear';
  return [signed(sign, `${printScore(change.from.share)} → `, strong(printScore(change.to.share)))];
}

/** How many items would be called probable had nothing changed. */
function byChance(view: AuditView, { comparison }: Previous): Block[] {
  if (!itemsOf(view).some(isMoved)) return [];
  const expected = comparison.comparable * CALLED_BY_CHANCE;
  return [
    fine(
      signed('better', 'clearly better'),
      ' ',
      signed('worse', 'clearly worse'),
      ' ',
      signed('probably-better', 'probably better'),
      ' ',
      signed('probably-worse', 'probably worse'),
      `. Had nothing changed, about ${expected.toFixed(expected < 10 ? 1 : 0)} of ${count(comparison.comparable, 'item')} would still read “probably”, by chance alone.`,
    ),
  ];
}

/** What a change did to the overall score; `held` where a failed check let nothing through. */
export function effectWords(effect: number | null): string {
  if (effect === null) return '–';
  return Math.abs(effect) > SAME_SHARE ? printPoints(effect) : 'held';
}

/** How many items are not listed, and why. */
function restLine(view: AuditView): Block[] {
  const moved = itemsOf(view).filter(isMoved);
  const number = (has: (one: MovedItem) => boolean): number => moved.filter(has).length;
  const verdictOf = (one: MovedItem): string => one.change.difference.verdict;
  const unclear = number((one) => verdictOf(one) === 'no-clear-change');
  const same = number((one) => verdictOf(one) === 'same');
  const small = number((one) => directionOf(one.change.difference.verdict) !== 0 && !isClear(one));
  const parts = [
    ...(unclear > 0 ? [`${count(unclear, 'item')} may have moved by chance`] : []),
    ...(same > 0 ? [`${count(same, 'item')} ${same === 1 ? 'is' : 'are'} the same`] : []),
    ...(small > 0
      ? [`${count(small, 'item')} moved by more than chance, but by less than 5 points`]
      : []),
  ];
  if (parts.length === 0) return [];
  return [fine(`${sentence(parts.join('; '))}. All are under `, link('#all', 'All items'), '.')];
}

/** Items that only look as if they moved: what changed isn't what was done. */
function uncomparable(view: AuditView, previous: Previous): Block[] {
  const changes = [...itemsOf(view).flatMap(({ change }) => change ?? []), ...previous.gone].filter(
    (change) => !('difference' in change),
  );
  if (changes.length === 0) return [];
  return [
    subheading(`Could not be compared (${String(changes.length)})`),
    ...list(changes.map((change) => uncomparableWords(change, view, previous))),
  ];
}

function uncomparableWords(change: Change, { audit }: AuditView, previous: Previous): Text {
  const from = 'from' in change ? change.from : null;
  const to = 'to' in change ? change.to : null;
  const item = (to ?? from)?.item;
  const name = item === undefined ? change.id : nameOf(item);
  const reasons = [
    ...reasonOf(from).map((reason) => `${quarterName(previous.audit.quarter)}: ${reason}`),
    ...reasonOf(to).map((reason) => `${quarterName(audit.quarter)}: ${reason}`),
  ];
  const why = reasons.length === 0 ? '' : ` ${reasons.join('; ')}`;
  if (from !== null && to !== null) {
    const redefined = change.tag === 'redefined' ? ' The check itself was changed.' : '';
    return [strong(name), `: ${answerWords(from)} → ${answerWords(to)}.${redefined}${why}`];
  }
  const because =
    'because' in change && change.because === 'scope' ? 'by the scope' : 'in the checklist';
  return [strong(name), `: ${CHANGE_WORDS[change.tag]} ${because}.${why}`];
}

/** Why an item was left out, in the auditor's words. */
function reasonOf(one: ItemResult | null): string[] {
  const { answer } = one ?? {};
  return answer?.state === 'not-applicable' || answer?.state === 'not-checked'
    ? [answer.reason]
    : [];
}
