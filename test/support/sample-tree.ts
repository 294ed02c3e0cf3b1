import {
  BLANK,
  BREAK,
  PAGE_BREAK,
  code,
  fine,
  fold,
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
  tag,
} from '../../src/documents/blocks.js';
import type {
  Axis,
  BandMark,
  Block,
  Column,
  Fall,
  Inline,
  Line,
  Printable,
  Row,
  Sign,
  Span,
  Squares,
  Strip,
  Text,
  Tree,
} from '../../src/documents/tree.js';

// A made-up document with every block and every mark, as full as a real one.

export const BANDS: readonly BandMark[] = [
  { from: 0, name: 'At risk' },
  { from: 0.4, name: 'Uneven' },
  { from: 0.6, name: 'Sound' },
  { from: 0.8, name: 'Strong' },
];
export const AXIS: Axis = {
  ticks: [0, 0.4, 0.6, 0.8, 1].map((at) => ({ at, text: String(at * 100) })),
};

/** A strip with what matters; the rest is none. */
export function makeStrip(own: Partial<Strip>): Strip {
  const none = { ring: null, dot: null, bar: null, sign: null, held: null, labels: null };
  return { mark: 'strip', bands: BANDS, ...none, named: false, ...own };
}

const span = (lower: number, upper: number): Span => ({ lower, upper });

const STEPS: readonly (readonly [
  name: string,
  ring: number,
  dot: number,
  bar: Span,
  change: readonly [Sign, string],
  why: Text,
])[] = [
  [
    'Culture',
    60,
    66,
    span(0.448, 0.816),
    ['unclear', '+6'],
    '2 of 5 items up, 1 down. 4 of the 6 points come from what was done, the rest from what was checked.',
  ],
  [
    'Response',
    50,
    75,
    span(0.672, 0.837),
    ['better', '+25'],
    'First reply to an internet lead: 44 → 24 minutes. 5 of 6 items up.',
  ],
  ['Communication', 62, 64, span(0.314, 0.95), ['unclear', '+2'], '2 of 5 items up, 1 down.'],
  ['Appreciation', 71, 71, span(0.468, 0.829), ['unclear', '0'], '2 of 6 items up, 2 down.'],
  [
    'After the sale',
    76,
    59,
    span(0.489, 0.722),
    ['worse', '−17'],
    [
      'Buyer called within 3 days: 17 of 20 → 9 of 20. 1 of 6 items up, 4 down. ',
      strong('Held at 59'),
      ' (62 without) until Buyer called within 3 days passes.',
    ],
  ],
  [
    'Measurement',
    53,
    61,
    span(0.403, 0.796),
    ['unclear', '+8'],
    '3 of 5 items up. 7 of the 8 points come from what was done, the rest from what was checked.',
  ],
];

const STEP_TABLE = table(
  'The six steps, Q2 2026 and Q3 2026',
  [
    { title: 'Step', role: 'name', width: 19 },
    { title: 'Q2', role: 'number' },
    { title: 'Score on a scale of 0 to 100', role: 'mark', axis: AXIS, width: 27 },
    { title: 'Q3', role: 'number', large: true },
    { title: 'Change', role: 'number' },
    { title: 'What is behind it', role: 'text' },
  ],
  STEPS.map(([name, ring, dot, bar, [sign, change], why], index) => ({
    cells: [
      [soft(String(index + 1)), ' ', name],
      String(ring),
      {
        drawn: makeStrip({
          ring: ring / 100,
          dot: dot / 100,
          bar,
          sign,
          held: index === 4 ? 0.62 : null,
        }),
      },
      String(dot),
      [signed(sign, change)],
      why,
    ],
  })),
  { whole: true },
);

const TO_DO: readonly (readonly [
  name: string,
  found: string,
  remedy: string,
  worth: string,
  who: string,
])[] = [
  [
    'Buyer called within 3 days',
    '9 of 20; aim: all',
    'Assign the call to the seller by day 2. The BDC catches misses on day 3.',
    '+2.1',
    'Sales, Post-sale',
  ],
  [
    'Manager calls after a low score',
    '44 hours; aim: 24 or less · 8 quarters below 80',
    'Send alerts to two managers’ phones. Escalate to the GM after a day.',
    '+1.7',
    'Post-sale, Management',
  ],
  [
    'Last quarter’s actions done',
    '3 of all 5; aim: all · 8 quarters below 80',
    'Agree fewer actions (five at most), one owner each, with a date inside the quarter.',
    '+1.6',
    'Management',
  ],
  [
    'Car ready when promised',
    '86 %; aim: 95 or more · 8 quarters below 80',
    'Promise a clock time, not end of day. Load the shop to 85 % of its hours.',
    '+1.6',
    'Service',
  ],
  [
    'Everyone asked for feedback',
    '68 %; aim: 90 or more · 8 quarters below 80',
    'Send automatically from the DMS for every closed deal and RO. Suppress only opt-outs.',
    '+1.4',
    'Post-sale, Service, Sales',
  ],
];

const FIRST_PAGE: readonly Block[] = [
  {
    block: 'score',
    figure: '66',
    of: 'of 100',
    band: 'Sound',
    says: [
      [
        strong('Overall 66, up 4 from 62.'),
        ' That alone may be chance. Two of the six steps clearly moved, in opposite directions.',
      ],
      [
        signed('better', 'Better:'),
        ' first reply to an internet lead (44 → 24 minutes); calls returned as promised (11 of 20 → 17 of 20).',
      ],
      [
        signed('worse', 'Worse:'),
        ' buyer called within 3 days (17 of 20 → 9 of 20); delivery as a thank-you moment (6 of 9 → 5 of 9).',
      ],
    ],
  },
  {
    block: 'figure',
    caption: '',
    mark: makeStrip({
      ring: 0.62,
      dot: 0.6609,
      bar: span(0.55, 0.74),
      sign: 'unclear',
      labels: { ring: '62', dot: '66' },
      named: true,
    }),
    words: 'Overall 62 before, 66 now, on a scale of 0 to 100',
  },
  {
    block: 'alarm',
    text: [
      strong('Must-not-fail check failed:'),
      ' Buyer called within 3 days. 9 of 20 (Q2 2026: 17 of 20). It holds step 5 at 59.',
    ],
    note: 'Renée left on 31 July and her list passed to the sellers without a due day. The BDC, which used to catch misses on day 3, is on web leads. None after 21 Aug.',
  },
  heading('Two of six steps clearly moved', 'steps', 'Steps'),
  ...STEP_TABLE,
  fine(
    '○ Q2 2026   ● Q3 2026   ▬ where Q3 2026 may lie, seen from the ring. ',
    strong('Ring outside the bar: a clear change.'),
    ' Ring inside: it may be chance.',
  ),
  heading('Do these five first', 'first', 'Do first'),
  fine(
    'Failed must-not-fail checks first, then by what the overall score would gain if that item alone became full',
  ),
  ...table(
    'What to do first',
    [
      { title: 'What was found', role: 'name', width: 38 },
      { title: 'What to do', role: 'text' },
      { title: 'Worth', role: 'number' },
      { title: 'Who, by when', role: 'text', width: 17 },
    ],
    TO_DO.map(([name, found, remedy, worth, who], index) => ({
      cells: [
        [
          soft(String(index + 1)),
          ' ',
          name,
          ...(index === 0 ? [tag('failed', true)] : []),
          BREAK,
          soft(found),
        ],
        remedy,
        [strong(worth)],
        [soft(who), BREAK, BLANK],
      ],
    })),
    { whole: true },
  ),
];

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

const WATERFALL: readonly Block[] = [
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
const ITEM_COLUMNS: readonly Column[] = [
  { title: 'Item', role: 'name', width: 36 },
  { title: 'Q2 → Q3', role: 'text', width: 23 },
  { title: 'Score on a scale of 0 to 100', role: 'mark', axis: AXIS, width: 21 },
  { title: 'Score', role: 'number' },
  { title: 'Overall', role: 'number', spare: true },
];

function itemRow(name: Text, answers: Text, strip: Partial<Strip>, score: Text, note: string): Row {
  return { cells: [name, answers, { drawn: makeStrip(strip) }, score, '+0.7'], notes: quote(note) };
}

const score = (before: string, now: string): Inline[] => [`${before} → `, strong(now)];

const MOVED: readonly Block[] = [
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

function makeLine(size: Line['size'], figures: readonly (number | null)[], wide = 5): Line {
  return {
    mark: 'line',
    size,
    points: figures.map((figure, index) =>
      figure === null
        ? null
        : {
            at: figure / 100,
            span: span((figure - wide) / 100, (figure + wide) / 100),
            sign:
              index === 1
                ? 'better'
                : index === 7 && figure < 60
                  ? 'worse'
                  : index === 0
                    ? null
                    : 'unclear',
            figure: String(figure),
          },
    ),
    names: ['Q4 2024', 'Q1 2025', 'Q2', 'Q3', 'Q4', 'Q1 2026', 'Q2', 'Q3'].map((name) =>
      name.split(' '),
    ),
    changes: [4],
    grid: [0.4, 0.6, 0.8],
  };
}

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

const YEAR: readonly Block[] = [
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

const DEPARTMENTS: readonly Block[] = [
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

const CASES: readonly Block[] = [
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

const ALL: readonly Block[] = [
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

const METHOD: readonly Block[] = [
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

/** A whole document. */
export const SAMPLE: Tree = {
  kind: 'Customer-service check-up',
  subject: [strong('Example Motors'), ' · Q3 2026, compared with Q2 2026'],
  title: 'Example Motors, Q3 2026: customer-service check-up',
  headline: 'Customers are answered faster, but contact after the sale has slipped',
  blocks: [
    ...FIRST_PAGE,
    ...WATERFALL,
    ...MOVED,
    ...YEAR,
    ...DEPARTMENTS,
    ...CASES,
    ...ALL,
    ...METHOD,
  ],
  foot: [
    'Audited 14 September 2026 to 21 September 2026 by A. Auditor · Quarterly check-up, version 2, core items',
  ],
  running: 'Example Motors, Q3 2026',
};

/** A document with nothing but a tree. */
export function printableTree(tree: Tree): Printable {
  return { tree: () => tree, data: () => ({}), tables: () => [] };
}
