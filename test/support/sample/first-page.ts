import {
  BLANK,
  BREAK,
  fine,
  heading,
  signed,
  soft,
  strong,
  table,
  tag,
} from '../../../src/documents/blocks.js';
import type { Block, Sign, Span, Text } from '../../../src/documents/tree.js';
import { AXIS, makeStrip, span } from './marks.js';

// What stands on the first sheet of paper.

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

export const FIRST_PAGE: readonly Block[] = [
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
