import type { Checklist } from '../../core/checklist/checklist.js';
import { printPoints } from '../../core/score/print.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import { numberWord } from '../../core/words/numbers.js';
import { BLANK, BREAK, heading, paragraph, soft, strong, table, tag } from '../blocks.js';
import type { Block, Inline, Row } from '../tree.js';
import { answerWithAim } from '../words/answers.js';
import type { AuditView, ItemView } from './view.js';

/** How many things a quarter has room for. */
const MOST = 5;

/** What to do first, what it is worth, and room for who and by when. */
export function todoSection(view: AuditView): Block[] {
  const first = view.todo.slice(0, MOST);
  const { checklist } = view.result;
  if (first.length === 0) {
    return view.result.share === null
      ? []
      : [
          heading('Nothing to do first', 'todo', 'Do first'),
          paragraph('Every scored item is full.'),
        ];
  }
  const title = first.length === 1 ? 'Do this first' : `Do these ${numberWord(first.length)} first`;
  return [
    heading(title, 'todo', 'Do first'),
    ...table(
      'Failed must-not-fail checks first, then by what the overall score would gain if that item alone became full',
      [
        { title: 'What was found', role: 'name', width: 38 },
        { title: 'What to do', role: 'text', width: 37 },
        { title: 'Worth', role: 'number', width: 8 },
        { title: 'Who, by when', role: 'text', width: 17 },
      ],
      first.map((one, index): Row => ({
        cells: [
          [
            soft(`${String(index + 1)} `),
            ...itemName(one),
            BREAK,
            soft(foundWords(one, checklist)),
          ],
          one.result.item.remedy ?? '–',
          strong(worthWords(one)),
          [soft(departmentNames(one, checklist)), BREAK, BLANK],
        ],
      })),
      { captioned: true, whole: true },
    ),
  ];
}

/** `86 %; aim: 95 or more · 8 quarters below 80`: how many in a row, this one included. */
export function foundWords(one: ItemView, { bands }: Checklist): string {
  const limit = bands.length > 1 ? String(bands.at(-1)?.from ?? 100) : '100';
  const row = one.inARow > 1 ? ` · ${String(one.inARow)} quarters below ${limit}` : '';
  return `${answerWithAim(one.result)}${row}`;
}

/** `+2.1`: what the overall score would gain; `held` where a failed check of its step lets nothing through. */
export function worthWords({ stake }: Pick<ItemView, 'stake'>): string {
  if (stake === null) return '–';
  return stake.overall > SAME_SHARE ? printPoints(stake.overall) : 'held';
}

/** The titles of an item's departments. */
export function departmentNames({ result }: ItemView, { departments }: Checklist): string {
  return result.item.departments
    .map((id) => departments.find((one) => one.id === id)?.title ?? id)
    .join(', ');
}

/** An item by its name, marked where it failed. */
export function itemName(one: ItemView): Inline[] {
  return [one.name, ...(one.failed ? [' ', tag('failed', true)] : [])];
}
