import { weightOf } from '../../core/checklist/checklist.js';
import { nameOf } from '../../core/checklist/naming.js';
import type { Change } from '../../core/compare/change.js';
import { CHANGE_WORDS } from '../../core/compare/change.js';
import { isComparable } from '../../core/compare/compare.js';
import { printDifferenceRange, printPoints, printScore } from '../../core/score/print.js';
import type { ItemResult } from '../../core/score/score.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import { printNumber } from '../../core/words/numbers.js';
import { itemsTitle } from '../audit/items.js';
import { fold, heading, signed, table } from '../blocks.js';
import type { Block, Row, Text } from '../tree.js';
import { wholeAnswerWords } from '../words/answers.js';
import { columnNames } from '../words/quarters.js';
import { signOf } from '../words/signs.js';
import type { ComparisonView } from './view.js';

/** Every item that either quarter asked, with both answers, by step. */
export function changesSection(view: ComparisonView): Block[] {
  const { audit, previous } = view;
  const names = columnNames(previous.audit.quarter, audit.quarter);
  const { changes, steps } = previous.comparison;
  const groups = Map.groupBy(changes, (change) => sideOf(change).step);
  const columns = [
    { title: 'Item', role: 'name' },
    { title: 'Weight', role: 'number' },
    { title: names.from, role: 'text' },
    { title: names.to, role: 'text' },
    { title: 'Score', role: 'number' },
    { title: 'Change', role: 'number' },
    { title: 'It may lie', role: 'number' },
  ] as const;
  return [
    heading(itemsTitle(changes.length), 'all', 'All items'),
    ...[...groups].map(([id, group]) => {
      const title = steps.find(({ step }) => step.id === id)?.step.title ?? id;
      return fold(title, table(`The items of ${title}`, columns, group.map(changeRow)));
    }),
  ];
}

function sideOf(change: Change): ItemResult {
  return 'to' in change ? change.to : change.from;
}

function changeRow(change: Change): Row {
  const { item } = sideOf(change);
  const [from, to] = ['from' in change ? change.from : null, 'to' in change ? change.to : null];
  const score = (one: ItemResult | null): string =>
    one?.share == null ? '–' : printScore(one.share);
  return {
    cells: [
      nameOf(item),
      printNumber(weightOf(item)),
      from === null ? '–' : wholeAnswerWords(from),
      to === null ? '–' : wholeAnswerWords(to),
      `${score(from)} → ${score(to)}`,
      changeCell(change),
      rangeCell(change),
    ],
  };
}

/** The difference behind its sign; or why there is none. */
function changeCell(change: Change): Text {
  if (!isComparable(change)) {
    const isUnscored = change.tag === 'same';
    const because = 'because' in change ? ` (${change.because})` : '';
    return isUnscored ? '–' : `${CHANGE_WORDS[change.tag]}${because}`;
  }
  const sign = signOf(change.difference.verdict);
  const text = printPoints(change.difference.difference);
  return sign === null ? text : signed(sign, text);
}

function rangeCell(change: Change): string {
  if (!isComparable(change)) return '–';
  const { lower, upper } = change.difference;
  return upper - lower < SAME_SHARE ? '–' : printDifferenceRange(change.difference);
}
