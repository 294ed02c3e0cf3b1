import * as z from 'zod';
import type { Json } from '../../canonical.js';
import { advice } from '../../closest.js';
import { strict, textSchema } from '../../schema/strict.js';
import { count } from '../../words/numbers.js';
import { defineKind, optionSchema, outOf, scoredFields } from './kind.js';
import { repeatedIds } from './options.js';

/**
 * Share of a case by its lapse points: one small lapse is forgiven, three lose the customer (the
 * article "The Secrets of Great Customer Sales and Service"; the steps are our own design).
 */
const BY_LAPSE_POINTS = [1, 1, 0.6, 0.2, 0];
const RESPECT_POINTS = 2;

const standardSchema = strict({
  ...optionSchema.shape,
  respect: z
    .boolean()
    .default(false)
    .describe('A matter of respect or professionalism: a lapse counts two points.'),
});

const STANDARDS = [
  { id: 'promise', text: 'Promise kept', respect: true },
  { id: 'on-time', text: 'On time' },
  { id: 'clean', text: 'Clean' },
  { id: 'thanked', text: 'Thanked' },
];

const caseSchema = strict({ ref: z.string(), lapses: z.array(z.string()) });

/** One customer visit that was followed, and the standards that were missed in it. */
export type TraceCase = Readonly<z.output<typeof caseSchema>>;

/** The cases of a trace's answer; none for anything else. */
export function casesIn(value: Json | undefined): readonly TraceCase[] {
  if (typeof value !== 'object' || value === null || !('cases' in value)) return [];
  const read = z.array(caseSchema).safeParse(value['cases']);
  return read.success ? read.data : [];
}

/** The share of one case, by its lapse points; a standard missed twice is missed once. */
export function caseShare(
  item: { readonly standards: readonly z.output<typeof standardSchema>[] },
  { lapses }: TraceCase,
): number {
  const points = item.standards
    .filter((standard) => lapses.includes(standard.id))
    .reduce((total, standard) => total + (standard.respect ? RESPECT_POINTS : 1), 0);
  return BY_LAPSE_POINTS[points] ?? 0;
}

/** The sum of the case shares: as many cases as would have passed, had each passed or failed. */
function passedOf(item: Parameters<typeof caseShare>[0], cases: readonly TraceCase[]): number {
  return cases.reduce((total, one) => total + caseShare(item, one), 0);
}

function lapsesWords(cases: readonly TraceCase[]): string {
  return count(
    cases.reduce((total, one) => total + new Set(one.lapses).size, 0),
    'lapse',
  );
}

/** Whole customer visits, followed from start to end. */
export const trace = defineKind({
  name: 'trace',
  summary:
    'whole cases, each with its lapses; a case earns 1 for 0–1 lapse points, 0.6 for 2, 0.2 for 3, 0 for more, a lapse of respect being 2 points; mean of the cases',
  scored: true,
  schema: strict({
    kind: z.literal('trace'),
    ...scoredFields,
    unit: textSchema.describe('What is followed, in the plural: visits, enquiries.'),
    draw: z.int().min(1).max(1000).describe('How many cases to follow.'),
    standards: z.array(standardSchema).min(1).max(50).describe('What each case is held against.'),
  }),
  value: (item) => {
    const ids = item.standards.map((standard) => standard.id);
    const lapse = z.string().refine((id) => ids.includes(id), {
      error: (issue) => `is not a standard of this item (${advice(String(issue.input), ids)})`,
    });
    const ref = textSchema.max(200).describe('What the case is filed under, such as an RO number.');
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
    standards: item.standards.map(({ id, text, respect }) => ({
      id,
      text: respect ? `${text} (respect: counts double)` : text,
    })),
  }),
  share: (item, value) => passedOf(item, value.cases) / value.cases.length,
  sampled: (item, { cases, from }) => ({
    passed: passedOf(item, cases),
    of: cases.length,
    from,
    slope: 1,
  }),
  words: (_item, { cases, from }) =>
    `${outOf(cases.length, from, cases.length === 1 ? ' case' : ' cases')}, ${lapsesWords(cases)}`,
  short: (_item, { cases }) => `${count(cases.length, 'case')}, ${lapsesWords(cases)}`,
  detail: () => '',
  aim: () => 'at most one lapse a case',
  scale: (item) =>
    `by lapse points: 0 or 1 score 100, 2 60, 3 20, more 0${item.standards.some((standard) => standard.respect) ? '; respect counts 2' : ''}`,
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
