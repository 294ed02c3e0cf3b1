// A small document with every kind of block in it.
import {
  BLANK,
  BREAK,
  PAGE_BREAK,
  code,
  fine,
  fold,
  heading,
  key,
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
  Block,
  Column,
  DataTable,
  Line,
  Printable,
  Strip,
  Tree,
} from '../../src/documents/tree.js';

const BANDS = [
  { from: 0, name: 'At risk' },
  { from: 0.4, name: 'Weak' },
  { from: 0.6, name: 'Sound' },
  { from: 0.8, name: 'Strong' },
];

/** A strip with a few things changed. */
export function strip(changes: Partial<Strip> = {}): Strip {
  return {
    mark: 'strip',
    bands: BANDS,
    ring: 0.5,
    dot: 0.75,
    bar: { lower: 0.67, upper: 0.84 },
    sign: 'better',
    held: null,
    labels: null,
    named: false,
    ...changes,
  };
}

const line: Line = {
  mark: 'line',
  size: 'large',
  points: [
    { at: 0.5, span: { lower: 0.4, upper: 0.6 }, sign: null, figure: '50' },
    null,
    { at: 0.62, span: null, sign: 'better', figure: '62' },
    { at: 0.66, span: { lower: 0.6, upper: 0.7 }, sign: 'unclear', figure: '66' },
  ],
  names: [
    ['Q4', '2025'],
    ['Q1', '2026'],
    ['Q2', '2026'],
    ['Q3', '2026'],
  ],
  changes: [2],
  grid: [0.4, 0.6, 0.8],
};

const STEPS: readonly Column[] = [
  { title: 'Step', role: 'name' },
  { title: 'Q2', role: 'number', spare: true },
  {
    title: 'Where it may lie',
    role: 'mark',
    axis: {
      ticks: [
        { at: 0, text: '0' },
        { at: 0.4, text: '40' },
        { at: 0.6, text: '60' },
        { at: 0.8, text: '80' },
        { at: 1, text: '100' },
      ],
    },
  },
  { title: 'Q3', role: 'number', large: true },
  { title: 'Change', role: 'number' },
  { title: 'What is behind it', role: 'text' },
];

function steps(): Block[] {
  return table('The six steps, Q2 2026 and Q3 2026', STEPS, [
    {
      cells: [
        'Response',
        '50',
        { drawn: strip() },
        '75',
        signed('better', '+25'),
        'First reply to an internet lead: 44 → 24 minutes.',
      ],
    },
    {
      cells: [
        'After the sale',
        '76',
        {
          drawn: strip({
            ring: 0.76,
            dot: 0.59,
            bar: { lower: 0.48, upper: 0.72 },
            sign: 'worse',
            held: 0.62,
          }),
        },
        '59',
        signed('worse', '−17'),
        [strong('Held at 59'), ' (62 without) until “Buyer called within 3 days” passes.'],
      ],
      notes: quote(
        'Renée left on 31 July.\nHer list passed to the sellers with no call sheet; see http://intranet.example/calls.',
      ),
    },
    {
      cells: [
        'Appreciation',
        '71',
        {
          drawn: strip({
            ring: 0.71,
            dot: 0.71,
            bar: { lower: 0.46, upper: 0.83 },
            sign: 'unclear',
          }),
        },
        '71',
        signed('unclear', '0'),
        '2 of 6 items up, 2 down.',
      ],
    },
    {
      cells: [
        'Measurement',
        '53',
        { drawn: strip({ ring: null, dot: 0.61, bar: null, sign: null }) },
        '61',
        '–',
        '',
      ],
    },
    {
      cells: [
        'Overall',
        '62',
        {
          drawn: strip({
            ring: 0.62,
            dot: 0.66,
            bar: { lower: 0.55, upper: 0.74 },
            sign: 'unclear',
          }),
        },
        '66',
        signed('unclear', '+4'),
        '',
      ],
      total: true,
    },
  ]);
}

function moved(): Block[] {
  const columns: Column[] = [
    { title: 'Item', role: 'name' },
    { title: 'Q2 → Q3', role: 'text' },
    { title: '', role: 'mark' },
  ];
  return table(
    [signed('better', 'Clearly better'), ' (2)'],
    columns,
    [
      {
        cells: [
          ['Calls returned as promised', tag('failed', true), tag('must not fail')],
          '11 of 20 → 17 of 20',
          { drawn: strip() },
        ],
      },
      {
        cells: [['東京 desk', soft('culture-desk')], '2 → 4', { drawn: strip({ bar: null }) }],
        notes: [...quote('| a | b |\n# no heading\n\n1. no list'), ...list(['Seen twice'])],
      },
    ],
    { captioned: true },
  );
}

export function sampleTree(): Tree {
  return {
    kind: 'Customer-service check-up',
    subject: [strong('Example Motors'), ' · Q3 2026, compared with Q2 2026'],
    title: 'Example Motors, Q3 2026',
    headline: 'Customers are answered faster, but contact after the sale has slipped',
    blocks: [
      {
        block: 'score',
        figure: '66',
        of: 'of 100',
        band: 'Sound',
        says: [
          [strong('Overall 66, up 4 from 62.'), ' That alone may be chance.'],
          [
            signed('better', strong('Better:')),
            ' first reply to an internet lead (44 → 24 minutes).',
          ],
        ],
      },
      {
        block: 'figure',
        caption: 'Overall',
        mark: strip({
          ring: 0.62,
          dot: 0.66,
          bar: { lower: 0.55, upper: 0.74 },
          sign: 'unclear',
          labels: { ring: '62', dot: '66' },
          named: true,
        }),
        words: '',
      },
      {
        block: 'alarm',
        text: [
          strong('Must-not-fail check failed:'),
          ' Buyer called within 3 days. 9 of 20 (Q2 2026: 17 of 20).',
        ],
        note: 'Renée left on 31 July.',
      },
      heading('Two of six steps clearly moved', 'steps', 'Steps'),
      ...steps(),
      heading('What moved', 'moved', 'What moved'),
      ...moved(),
      key('○ Q2 2026 ● Q3 2026 ▬ where it may lie, seen from the ring'),
      fine('10 items may have moved by chance. All are under ', link('#all', 'All items'), '.'),
      subheading('Do these first'),
      ...list([['Call every buyer', BREAK, 'by ', BLANK], 'Write the hours on the door'], true),
      ...list(['One', 'Two']),
      heading('Up 16 points in a year'),
      {
        block: 'figure',
        caption: [strong('Overall'), ', 4 quarters'],
        mark: line,
        words: '50 in Q4 2025, 62 in Q2 2026, 66 in Q3 2026.',
      },
      {
        block: 'grid',
        columns: 2,
        cells: [
          [
            {
              block: 'figure',
              caption: 'Culture 32 → 66',
              mark: { ...line, size: 'small', grid: [] },
              words: '',
            },
          ],
          [
            ...table(
              'Whole visits',
              [
                { title: 'Standard', role: 'name' },
                { title: 'Cases', role: 'mark' },
                { title: 'Kept', role: 'text' },
              ],
              [
                {
                  cells: [
                    'Time promised',
                    {
                      drawn: {
                        mark: 'squares',
                        squares: ['kept', 'kept', 'missed'],
                        double: false,
                      },
                    },
                    '2 of 3',
                  ],
                },
              ],
            ),
          ],
        ],
      },
      ...table(
        'What each step added',
        [
          { title: 'Step', role: 'name' },
          { title: '', role: 'mark' },
          { title: 'Points', role: 'number' },
        ],
        [
          {
            cells: ['Q2 2026', { drawn: { mark: 'fall', from: 0, to: 0.62, sign: 'total' } }, '62'],
            total: true,
          },
          {
            cells: [
              'Response',
              { drawn: { mark: 'fall', from: 0.62, to: 0.66, sign: 'better' } },
              '+4.2',
            ],
          },
        ],
      ),
      ...table(
        'Departments',
        [
          { title: 'Department', role: 'name' },
          { title: 'Items', role: 'mark' },
          { title: 'Mean', role: 'number' },
        ],
        [
          {
            cells: [
              'Sales',
              {
                drawn: {
                  mark: 'dots',
                  bands: BANDS,
                  span: { lower: 0.4, upper: 0.7 },
                  dots: [
                    { at: 0.2, name: 'Greeting', tone: 'worse' },
                    { at: 0.5, name: 'You', tone: 'own' },
                    { at: 0.9, name: 'Other', tone: 'other' },
                  ],
                },
              },
              '55',
            ],
          },
        ],
      ),
      PAGE_BREAK,
      heading('All items', 'all'),
      fold(
        'Response',
        [
          subheading('Are calls returned?'),
          paragraph(
            '9 of 20; aim: all. Evidence: ',
            link('evidence/call log (1).pdf', 'call log'),
            ', ',
            code('25e78c'),
            '.',
          ),
          ...quote('Costs US$ 5 a call. Ask jane@dealer.example <b>first</b>.'),
        ],
        { figure: '75' },
      ),
    ],
    foot: [['Seal ', code('25e78c029ac1')]],
    running: 'Example Motors, Q3 2026',
  };
}

export const sampleTables: readonly DataTable[] = [
  {
    name: 'items',
    columns: ['item', 'score', 'core', 'note'],
    rows: [
      ['resp-calls', 66.66666666666667, true, 'Line one\nline "two", 東京'],
      ['=evil', null, false, '=HYPERLINK("http://x")'],
    ],
  },
  { name: 'steps', columns: ['step', 'change'], rows: [['response', -17.5]] },
];

export function samplePrintable(): Printable {
  return {
    tree: sampleTree,
    data: () => ({ version: 1, score: 66.66666666666667, note: 'a\u001b[31m\u202eb', none: null }),
    tables: () => sampleTables,
    answersFile: () => null,
  };
}
