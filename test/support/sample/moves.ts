import {
  list,
  table,
  BREAK,
  PAGE_BREAK,
  fine,
  heading,
  link,
  paragraph,
  quote,
  signed,
  soft,
  strong,
  subheading,
  tag,
} from '../../../src/documents/blocks.js';
import type { Block, Column, Fall, Inline, Row, Strip, Text } from '../../../src/documents/tree.js';
import { AXIS, makeLine, makeStrip, span } from './marks.js';

// What moved: a waterfall, items with notes, lines over a year.

const falls: readonly (readonly [string, Fall['sign'], number, number, string])[] = [
  ['Q2 2026', 'total', 62, 62, '62.0'],
  ['Response', 'better', 62, 66.2, '+4.2'],
  ['Measurement', 'unclear', 66.2, 67.6, '+1.4'],
  ['Culture', 'unclear', 67.6, 68.6, '+1.0'],
  ['Appreciation', 'same', 68.6, 68.6, '0'],
  ['After the sale', 'worse', 68.6, 66.1, '−2.8'],
  ['Q3 2026', 'total', 66.1, 66.1, '66.1'],
];
const onAxis = (score: number): number => (score - 60) / 10;

export const WATERFALL: readonly Block[] = [
  PAGE_BREAK,
  heading('Response added 4.2 points, after the sale took 2.8', 'fall', 'Points'),
  fine('From 62 to 66: what each step added or took, in points of the overall score'),
  ...table(
    'What each step added or took',
    [
      { title: 'Step', role: 'name' },
      {
        title: 'Points',
        role: 'mark',
        width: 66,
        axis: {
          ticks: [60, 62, 64, 66, 68, 70].map((at) => ({ at: onAxis(at), text: String(at) })),
        },
      },
      { title: 'Points', role: 'number' },
    ],
    falls.map(([name, sign, from, to, points]) => ({
      cells: [
        name,
        { drawn: { mark: 'fall', sign, from: onAxis(from), to: onAxis(to) } },
        sign === 'better' || sign === 'worse' ? [signed(sign, points)] : points,
      ],
      ...(sign === 'total' ? { total: true } : {}),
    })),
    { whole: true },
  ),
  fine('Grey steps may have moved by chance. The steps add up to the change exactly.'),
];

/** The columns of a table of items with both answers. */
export const ITEM_COLUMNS: readonly Column[] = [
  { title: 'Item', role: 'name', width: 36 },
  { title: 'Q2 → Q3', role: 'text', width: 23 },
  { title: 'Score on a scale of 0 to 100', role: 'mark', axis: AXIS, width: 21 },
  { title: 'Score', role: 'number' },
  { title: 'Overall', role: 'number', spare: true },
];

export function itemRow(
  name: Text,
  answers: Text,
  strip: Partial<Strip>,
  score: Text,
  note: string,
): Row {
  return { cells: [name, answers, { drawn: makeStrip(strip) }, score, '+0.7'], notes: quote(note) };
}

export const score = (before: string, now: string): Inline[] => [`${before} → `, strong(now)];

export const MOVED: readonly Block[] = [
  heading('What moved', 'moved', 'What moved'),
  paragraph(signed('better', 'Clearly better'), ' (3)'),
  ...table('Clearly better', ITEM_COLUMNS, [
    itemRow(
      ['First reply to an internet lead', BREAK, soft('Online')],
      '44 → 24 minutes',
      { ring: 0.36, dot: 0.8, sign: 'better' },
      score('36', '80'),
      '231 leads: 22 % within 10 min, 61 % in 30, 88 % in 60; 2 % never had a reply.\nSince 20 July they ring on two phones (BDC & sales desk). Saturday is now covered.',
    ),
    itemRow(
      ['Calls returned as promised', BREAK, soft('Phones, Sales, Service, Parts')],
      '11 of 20 → 17 of 20',
      { ring: 0.55, dot: 0.85, bar: span(0.62, 1), sign: 'better' },
      score('55', '85'),
      'José (BDC) closes the list at noon and at five. All three planted ones came back.',
    ),
    itemRow(
      ['Lost customers told us why', BREAK, soft('Sales, Marketing')],
      '56 → 61 %',
      { ring: 0.6, dot: 0.68, sign: 'better' },
      score('60', '68'),
      '',
    ),
  ]),
  paragraph(signed('worse', 'Clearly worse'), ' (1)'),
  ...table('Clearly worse', ITEM_COLUMNS, [
    itemRow(
      ['Buyer called within 3 days', tag('failed', true), BREAK, soft('Sales, Post-sale')],
      ['17 of 20 → 9 of 20', BREAK, soft('all pass = 100')],
      { ring: 0.85, dot: 0.45, bar: span(0.23, 0.68), sign: 'worse' },
      score('85', '45'),
      'Renée left on 31 July and her list passed to the sellers without a due day.',
    ),
  ]),
  fine(
    '10 items may have moved by chance; 10 are the same. All are under ',
    link('#all', 'All items'),
    '.',
  ),
  subheading('Could not be compared (2)'),
  ...list([
    [
      strong('Phone manner'),
      ': not checked → level 3 of 4. Calls were not recorded until 15 June; too few to rate',
    ],
    [strong('Buyers of ordered cars informed'), ': 6 of 10 → not applicable. No open orders'],
  ]),
];

const smallLine = (
  name: string,
  figures: readonly (number | null)[],
  wide: number,
): readonly Block[] => [
  {
    block: 'figure',
    caption: [strong(name), ` ${String(figures[0])} → ${String(figures.at(-1))}`],
    mark: makeLine('small', figures, wide),
    words: `${name}: ${figures.join(', ')}`,
  },
];

export const YEAR: readonly Block[] = [
  heading('Up 16 points in a year', 'year', 'Trend'),
  {
    block: 'figure',
    caption: [strong('Overall'), ', 8 quarters, with the range in which each score may lie'],
    mark: makeLine('large', [34, 42, 43, 50, 51, 58, 62, 66]),
    words: 'Overall: 34, 42, 43, 50, 51, 58, 62, 66',
  },
  {
    block: 'grid',
    columns: 3,
    cells: [
      smallLine('Culture', [32, 44, 50, 51, 50, 55, 60, 66], 7),
      smallLine('Response', [30, 32, 37, 38, 35, 46, 50, 75], 4),
      smallLine('Communication', [28, 48, null, 41, 58, 59, 62, 64], 17),
      smallLine('Appreciation', [41, 44, 50, 58, 50, 63, 71, 71], 8),
      smallLine('After the sale', [45, 48, 52, 67, 61, 72, 76, 59], 6),
      smallLine('Measurement', [27, 33, 36, 41, 50, 50, 53, 61], 14),
    ],
  },
  fine(
    '▲ clearly up on the quarter before   ▼ clearly down   ● may be chance   ┊ the checklist changed. Lines at 40, 60 and 80.',
  ),
];
