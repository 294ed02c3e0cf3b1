import {
  list,
  BREAK,
  PAGE_BREAK,
  code,
  fine,
  fold,
  heading,
  link,
  paragraph,
  soft,
  strong,
  subheading,
  table,
  tag,
} from '../../../src/documents/blocks.js';
import type { Block, Squares } from '../../../src/documents/tree.js';
import { AXIS, BANDS, makeStrip, span } from './marks.js';
import { ITEM_COLUMNS, itemRow, score } from './moves.js';

// Who it concerns, whole cases, every item, the method.

export const DEPARTMENTS: readonly Block[] = [
  PAGE_BREAK,
  heading('For each department', 'departments', 'Departments'),
  fine('Every dot is an item of that department; lowest mean first'),
  ...table(
    'The departments',
    [
      { title: 'Department', role: 'name' },
      { title: 'Items on a scale of 0 to 100', role: 'mark', axis: AXIS, width: 35 },
      { title: 'Mean', role: 'number' },
      { title: 'Items', role: 'number', spare: true },
      { title: 'Lowest item', role: 'text', width: 30 },
    ],
    ['Post-sale', 'Management', 'F&I and delivery', 'Sales'].map((name, index) => ({
      cells: [
        name,
        {
          drawn: {
            mark: 'dots',
            bands: BANDS,
            span: index === 1 ? span(0.55, 0.7) : null,
            dots: [0.45, 0.55, 0.58, 0.66, 0.68, 0.75].map((at, dot) => ({
              at: at + index / 50,
              name: `Item ${String(dot + 1)}`,
              tone: (['worse', 'plain', 'plain', 'other', 'own', 'plain'] as const)[dot] ?? 'plain',
            })),
          },
        },
        String(58 + index * 3),
        '6',
        'Buyer called within 3 days (45)',
      ],
    })),
    { whole: true },
  ),
  fold('What to do, department by department', [
    subheading('Post-sale'),
    ...list(
      [
        [
          strong('Buyer called within 3 days'),
          ' (45; 9 of 20). Assign the call to the seller by day 2.',
        ],
        'Turn on automatic task plans.',
      ],
      true,
    ),
  ]),
];

const cases = (name: string, figures: string, number: number): readonly Block[] =>
  table(
    [strong(name), ` ${figures}`],
    [
      { title: '', role: 'name' },
      { title: '', role: 'mark' },
      { title: '', role: 'number' },
    ],
    [
      'Next step agreed',
      'Outcome or reason recorded',
      'Promise made was kept',
      'Right person took over; nothing to repeat',
    ].map((standard, index) => {
      const squares: Squares = {
        mark: 'squares',
        double: index === 2,
        squares: Array.from({ length: number }, (_, at) =>
          (at * 7 + index * 3) % 10 < 4 - index ? 'missed' : 'kept',
        ),
      };
      return {
        cells: [
          index === 2 ? [standard, ' ', tag('double')] : standard,
          { drawn: squares },
          `${String(4 - index)} of ${String(number)}`,
        ],
      };
    }),
    { captioned: true, whole: true },
  );

export const CASES: readonly Block[] = [
  heading('Whole cases, from first contact to the end', 'cases', 'Cases'),
  {
    block: 'grid',
    columns: 2,
    cells: [
      cases('Whole enquiries, to the outcome', '60 → 80', 10),
      cases('Whole service visits', '70 → 72', 10),
      cases('Whole showroom visits', '75 → 75', 8),
      cases('Owners through their first year', '84 → 68', 15),
    ],
  },
  fine(
    'Each column is one customer’s case. ■ was missed, □ kept; one marked “double” counts twice.',
  ),
];

export const ALL: readonly Block[] = [
  PAGE_BREAK,
  heading('All items', 'all', 'All items'),
  ...['Customer care as part of the culture', 'Responding quickly and personally'].map(
    (step, index) =>
      fold(
        [strong(`${String(index + 1)}. ${step}`)],
        table(
          step,
          ITEM_COLUMNS,
          Array.from({ length: 18 }, (_, at) =>
            itemRow(
              [
                `Written handling standards ${String(at + 1)}`,
                BREAK,
                soft(
                  'Does every department that meets customers have its own short written handling standards, reviewed in the last 12 months?',
                ),
              ],
              ['5 of 8 → 6 of 8', BREAK, soft('all checks = 100')],
              { ring: 0.63, dot: 0.6 + at / 60, bar: span(0.5, 0.75), sign: 'unclear' },
              score('63', String(60 + at)),
              at % 2 === 0 ? 'Online page is new (20 July). Post-sale still has none.' : '',
            ),
          ),
        ),
        { figure: '60 → 66' },
      ),
  ),
];

export const METHOD: readonly Block[] = [
  heading('What this check-up cannot tell', 'cannot'),
  ...list([
    [
      '34 of 36 items were scored. ',
      strong('Buyers of ordered cars informed'),
      ': not applicable.',
    ],
    [
      strong('Communication'),
      ' is known only within ±21 points, mostly because of one item: extra work approved first (15 looked at).',
    ],
  ]),
  heading('How it was scored', 'method', 'How it was scored'),
  fold('The rules, the arithmetic and the seal', [
    paragraph(
      'A step is the mean of its items by weight. The seal is ',
      code('c4ac04efb4f3e51f22eff55341a913cee982b88d72409e6a2e42ac90fef183e6'),
      '.',
    ),
    paragraph('The evidence: ', link('evidence/list of calls (30 %).pdf', 'list of calls'), '.'),
    { block: 'figure', caption: 'The bands', mark: makeStrip({ named: true }), words: '' },
  ]),
];
