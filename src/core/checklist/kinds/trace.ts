import * as z from 'zod';
import { advice } from '../../closest.js';
import type { Random } from '../../random.js';
import { shuffled, whole } from '../../random.js';
import { strict, textSchema } from '../../schema/strict.js';
import { count } from '../../words/numbers.js';
import { printJson } from '../../text.js';
import { defineKind, optionSchema, outOf, scoredFields } from './kind.js';
import { repeatedIds } from './options.js';
import { example, howMany, option, words } from './room.js';
import type { AnsweredCase } from './whole-cases.js';
import type { Option } from './widget.js';
import { noiseVariance } from './spread.js';
import { once } from '../../once.js';

// Longer than others, because a kind is one file: all that it knows, its worked examples included.

/**
 * Share of a case by its lapse points: one small lapse is forgiven, three lose the customer (the
 * article "The Secrets of Great Customer Sales and Service"; the steps are our own design).
 */
const BY_LAPSE_POINTS = [1, 1, 0.6, 0.2, 0];
const RESPECT_POINTS = 2;

const standardSchema = once(() =>
  strict({
    ...optionSchema().shape,
    respect: z
      .boolean()
      .default(false)
      .describe('A matter of respect or professionalism: a lapse counts two points.'),
  }),
);

const STANDARDS = [
  { id: 'promise', text: 'Promise kept', respect: true },
  { id: 'on-time', text: 'On time', respect: false },
  { id: 'clean', text: 'Clean', respect: false },
  { id: 'thanked', text: 'Thanked', respect: false },
];

type Standards = readonly z.output<ReturnType<typeof standardSchema>>[];

/** The share of one case, by its lapse points; a standard missed twice is missed once. */
function caseShare(standards: Standards, { lapses }: AnsweredCase): number {
  const points = standards
    .filter((standard) => lapses.includes(standard.id))
    .reduce((total, standard) => total + (standard.respect ? RESPECT_POINTS : 1), 0);
  return BY_LAPSE_POINTS[points] ?? 0;
}

/** The sum of the case shares: as many cases as would have passed, had each passed or failed. */
function passedOf(standards: Standards, cases: readonly AnsweredCase[]): number {
  return cases.reduce((total, one) => total + caseShare(standards, one), 0);
}

function lapsesWords(cases: readonly AnsweredCase[]): string {
  return count(
    cases.reduce((total, one) => total + new Set(one.lapses).size, 0),
    'lapse',
  );
}

/** The standards as they are asked and listed, each with what it weighs. */
function told(standards: Standards): Option[] {
  return standards.map(({ id, text, respect }) => ({
    id,
    text: respect ? `${text} (respect: counts double)` : text,
  }));
}

/** What an invented case earns where it isn't good, on average: see its lapses. */
const BAD_CASE = 0.3;

/** The lapses of an invented case. */
function inventedLapses(standards: Standards, good: number, random: Random): string[] {
  const isGood = random() < good;
  const lapses = isGood ? whole(random, 0, 1) : whole(random, 2, 4);
  const open = standards.filter(({ respect }) => !isGood || !respect);
  const missed = shuffled(random, open).slice(0, lapses);
  return standards.filter((one) => missed.includes(one)).map(({ id }) => id);
}

/** Whole customer visits, followed from start to end. */
export const trace = defineKind({
  name: 'trace',
  summary:
    'whole cases, each with its lapses; a case earns 1 for 0–1 lapse points, 0.6 for 2, 0.2 for 3, 0 for more, a lapse of respect being 2 points; mean of the cases',
  scored: true,
  schema: () =>
    strict({
      kind: z.literal('trace'),
      ...scoredFields(),
      unit: textSchema().describe('What is followed, in the plural: visits, enquiries.'),
      draw: z.int().min(1).max(1000).describe('How many cases to follow.'),
      standards: z
        .array(standardSchema())
        .min(1)
        .max(50)
        .describe('What each case is held against.'),
    }),
  value: (item) => {
    const ids = item.standards.map((standard) => standard.id);
    const lapse = z.string().refine((id) => ids.includes(id), {
      error: (issue) => `is not a standard of this item (${advice(String(issue.input), ids)})`,
    });
    const ref = textSchema()
      .max(200)
      .describe('What the case is filed under, such as an RO number.');
    return strict({
      cases: z
        .array(strict({ ref, lapses: z.array(lapse) }))
        .min(1, { error: 'is empty (follow at least one, or mark the item not-checked)' })
        .max(1000),
      from: z.int().min(1).max(1_000_000).optional(),
    })
      .refine((value) => value.from === undefined || value.from >= value.cases.length, {
        path: ['from'],
        error: 'is less than the number of cases (it says how many there were to draw from)',
      })
      .superRefine((value, context) => {
        const refs = value.cases.map((one) => one.ref);
        refs.forEach((one, index) => {
          if (refs.indexOf(one) < index) {
            context.addIssue({
              code: 'custom',
              path: ['cases', index, 'ref'],
              message: 'is there twice (each case counts once)',
            });
          }
        });
      });
  },
  definition: (item) => ({
    standards: item.standards
      .map((standard) => `${standard.id}${standard.respect ? ' (respect)' : ''}`)
      .sort(),
  }),
  rules: (item) => repeatedIds('standards', item.standards),
  widget: (item) => ({
    widget: 'cases',
    unit: item.unit,
    draw: item.draw,
    standards: told(item.standards),
  }),
  share: (item, value) => passedOf(item.standards, value.cases) / value.cases.length,
  // Noise is in points of the mean of the cases.
  error:
    '(q − m²) ÷ n, with m and q the means of what the cases earned and of its squares, over the cases and two 1s and two 0s more; in a sum s² ÷ n; noise is added',
  spread: ({ standards, noise = 0 }, { cases, from }) => {
    const each = cases.map((one) => caseShare(standards, one));
    const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
    return {
      counted: {
        passed: sum(each),
        squares: sum(each.map((share) => share ** 2)),
        of: cases.length,
        from,
        zero: 0,
        slope: 1,
        each,
      },
      other: noiseVariance(noise, 100),
    };
  },
  // A case that becomes good has no lapse, one that becomes bad every one; the clearest go first.
  shifted: ({ standards }, value, by) => {
    const share = (one: AnsweredCase): number => caseShare(standards, one);
    const order = value.cases
      .filter((one) => (by > 0 ? share(one) < 1 : share(one) > 0))
      .sort((a, b) => (by > 0 ? share(a) - share(b) : share(b) - share(a)));
    if (order.length < Math.abs(by)) return null;
    const changed = new Set(order.slice(0, Math.abs(by)));
    const lapses = by > 0 ? [] : standards.map(({ id }) => id);
    return {
      ...value,
      cases: value.cases.map((one) => (changed.has(one) ? { ...one, lapses } : one)),
    };
  },
  part: () => 'case',
  words: (_item, { cases, from }) =>
    `${outOf(cases.length, from, cases.length === 1 ? ' case' : ' cases')}, ${lapsesWords(cases)}`,
  short: (_item, { cases }) => `${count(cases.length, 'case')}, ${lapsesWords(cases)}`,
  asksFor: ({ draw, unit }) => ({ number: draw, unit }),
  oneMoves: ({ draw }) => 1 / draw,
  cases: (item, value) => {
    const standards = item.standards.map(({ id, text, respect }) => ({
      id,
      text,
      double: respect,
    }));
    return {
      standards,
      cases: value.cases.map((one) => ({
        ref: one.ref,
        share: caseShare(item.standards, one),
        lapses: [...new Set(one.lapses)].flatMap(
          (id) => standards.find((each) => each.id === id) ?? [],
        ),
      })),
    };
  },
  aim: () => 'at most one lapse a case',
  scale: (item) =>
    `by lapse points: 0 or 1 score 100, 2 60, 3 20, more 0${item.standards.some((standard) => standard.respect) ? '; respect counts 2' : ''}`,
  options: ({ standards }) => told(standards),
  typed: ({ standards }) => `"{ cases: [{ ref: RO 10234, lapses: [${standards[0]?.id ?? ''}] }] }"`,
  room: ({ draw, unit, standards }, drawn) => ({
    words: `Follow ${howMany(draw, drawn)} ${unit} from start to end. Mark every standard that was missed.`,
    needsScale: true,
    fields: [
      {
        field: 'cases',
        refs: drawn.refs.length > 0 ? drawn.refs : Array.from({ length: draw }, () => ''),
        standards: told(standards).map(({ text }) => text),
      },
      {
        field: 'line',
        lead: '',
        parts:
          drawn.from === null
            ? ['From', null, `${unit} in all`]
            : [`From ${String(drawn.from)} ${unit} in all`],
      },
    ],
    hasNote: true,
  }),
  notation: ({ draw, unit, standards }, drawn) => {
    const refs = drawn.refs.length > 0 ? drawn.refs : ['RO 10234', 'RO 10251'];
    const from = drawn.from === null ? '' : `, from: ${String(drawn.from)}`;
    return [
      words(
        `Answer, for ${howMany(draw, drawn)} ${unit}, each with the standards it missed, such as ${standards[0]?.id ?? ''}:`,
      ),
      example('{ cases: ['),
      ...refs.map((ref) => example(`  { ref: ${printJson(ref).trim()}, lapses: [] },`)),
      example(`]${from} }`),
      ...told(standards).map(({ id, text }) => option(id, text)),
    ];
  },
  invent: ({ draw, standards }, { level, random, records, nextRef }) => {
    const good = (level - BAD_CASE) / (1 - BAD_CASE);
    const cases = Array.from({ length: Math.min(draw, records ?? draw) }, () => ({
      ref: nextRef(),
      lapses: inventedLapses(standards, good, random),
    }));
    return { cases, ...(records === undefined ? {} : { from: records }) };
  },
  examples: [
    {
      item: { unit: 'visits', draw: 10, standards: STANDARDS },
      answer: {
        cases: [
          { ref: 'RO 1', lapses: [] },
          { ref: 'RO 2', lapses: ['clean'] },
          { ref: 'RO 3', lapses: ['on-time', 'clean'] },
          { ref: 'RO 4', lapses: ['on-time', 'clean', 'thanked'] },
        ],
      },
      share: 0.7,
      because: 'lapse points 0, 1, 2 and 3: (1 + 1 + 0.6 + 0.2) ÷ 4',
      error: {
        alone: 0.0475,
        summed: 0.0366667,
        because: 'm = 4.8 ÷ 8, q = 4.4 ÷ 8: (q − m²) ÷ 4; s² = (2.4 − 2.8² ÷ 4) ÷ 3: s² ÷ 4',
      },
    },
    {
      item: { unit: 'visits', draw: 10, standards: STANDARDS },
      answer: {
        cases: [
          { ref: 'RO 5', lapses: ['promise'] },
          { ref: 'RO 6', lapses: ['promise', 'on-time', 'clean'] },
        ],
      },
      share: 0.3,
      because: 'a lapse of respect is 2 points, so 2 and 4: (0.6 + 0) ÷ 2',
    },
  ],
});
