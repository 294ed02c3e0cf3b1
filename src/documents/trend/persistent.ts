import { nameOf, stepName } from '../../core/checklist/naming.js';
import type { PersistentItem } from '../../core/compare/persistent.js';
import { SHORT, isShort } from '../../core/compare/persistent.js';
import type { Trend } from '../../core/compare/trend.js';
import { quarterName } from '../../core/quarter.js';
import { isCritical } from '../../core/checklist/checklist.js';
import { hasFailedCritical } from '../../core/score/limits.js';
import { sentence, count, countWord, numberWord } from '../../core/words/numbers.js';
import { BREAK, fine, heading, key, soft, table, tag } from '../blocks.js';
import type { Block, Inline, Row, Squares } from '../tree.js';
import { answerWithAim } from '../words/answers.js';
import { scoreOr } from '../words/scores.js';

/** So many are named: what nobody can take on at once is no help. */
const MOST = 10;

/** The items that stayed short, with the answer and what it should be. */
export function persistentItems(trend: Trend): Block[] {
  const { persistent, last } = trend;
  const { items } = persistent;
  const shown = items.slice(0, MOST);
  const more = items.length - shown.length;
  return [
    heading(persistentHeading(trend), 'persistent', 'What stays short'),
    ...table(
      `Items that scored under ${String(SHORT)} in at least half of the quarters`,
      [
        { title: 'Item', role: 'name' },
        { title: 'Quarter by quarter', role: 'mark' },
        { title: `Under ${String(SHORT)}`, role: 'number' },
        { title: `In ${quarterName(last.quarter)}`, role: 'text' },
        { title: 'Score', role: 'number' },
      ],
      shown.map((one) => rowOf(one, trend)),
    ),
    ...(shown.length === 0
      ? []
      : [
          key(
            `■ under ${String(SHORT)} in a quarter □ ${String(SHORT)} or more; a quarter in which it was not scored has no square.`,
          ),
        ]),
    ...(more > 0
      ? [
          fine(
            `${sentence(countWord(more, 'more item'))} ${more === 1 ? 'is' : 'are'} under All items.`,
          ),
        ]
      : []),
  ];
}

/** `Seven items scored under 60 in at least 4 of 8 quarters, two still do`. */
export function persistentHeading({ persistent }: Trend): string {
  const { items, least, of } = persistent;
  const often = `in at least ${String(least)} of ${count(of, 'quarter')}`;
  if (items.length === 0) return `No item scored under ${String(SHORT)} ${often}`;
  const still = items.filter(({ last }) => isShort(last.share)).length;
  const now =
    still === items.length
      ? 'and still'
      : still === 0
        ? 'none still'
        : `${numberWord(still)} still`;
  return sentence(
    `${countWord(items.length, 'item')} scored under ${String(SHORT)} ${often}${still === items.length ? ' ' : ', '}${now} ${still === 1 || items.length === 1 ? 'does' : 'do'}`,
  );
}

function rowOf({ last: now, times, scored }: PersistentItem, trend: Trend): Row {
  const { result } = trend.last;
  const step = result.steps.find((one) => one.step.id === now.step)?.step;
  const { bands } = result.checklist;
  const name: Inline[] = [
    nameOf(now.item),
    ...(hasFailedCritical(now, result.checklist) ? [' ', tag('failed', true)] : []),
    ...(step === undefined
      ? []
      : [BREAK, soft(`${stepName(step)}${isCritical(now.item) ? ' · must-not-fail' : ''}`)]),
  ];
  return {
    cells: [
      name,
      { drawn: squares(now.item.id, trend) },
      `${String(times)} of ${String(scored)}`,
      answerWithAim(now),
      scoreOr(now.share, bands),
    ],
  };
}

function squares(id: string, { items }: Trend): Squares {
  const line = items.find(({ item }) => item.id === id);
  return {
    mark: 'squares',
    squares: (line?.points ?? []).flatMap((point) => {
      const share = point?.share ?? null;
      return share === null ? [] : [isShort(share) ? 'missed' : 'kept'];
    }),
    double: false,
  };
}
