import * as z from 'zod';
import { advice } from '../../closest.js';
import { strict } from '../../schema/strict.js';
import { shuffled } from '../../random.js';
import { defineKind, optionSchema, scoredFields } from './kind.js';
import { repeatedIds } from './options.js';
import { example, option, words } from './room.js';
import { MARK, judged } from './spread.js';

const ABC = [
  { id: 'a', text: 'A' },
  { id: 'b', text: 'B' },
  { id: 'c', text: 'C' },
  { id: 'd', text: 'D' },
];

/** `6 of 8`: how many pass of those that apply. */
function passedWords(
  all: number,
  value: {
    readonly checks: readonly string[];
    readonly 'not-applicable-checks'?: readonly string[] | undefined;
  },
): string {
  const applicable = all - new Set(value['not-applicable-checks'] ?? []).size;
  return `${String(new Set(value.checks).size)} of ${String(applicable)}`;
}

/** A list of things that are there or not. */
export const checks = defineKind({
  name: 'checks',
  summary: 'which of the listed checks pass, and which do not apply; passed ÷ applicable',
  scored: true,
  schema: () =>
    strict({
      kind: z.literal('checks'),
      ...scoredFields(),
      checks: z.array(optionSchema()).min(1).max(50).describe('The checks, each with id and text.'),
    }),
  value: (item) => {
    const ids = item.checks.map((option) => option.id);
    const known = z.array(
      z.string().refine((id) => ids.includes(id), {
        error: (issue) => `is not a check of this item (${advice(String(issue.input), ids)})`,
      }),
    );
    return strict({ checks: known, 'not-applicable-checks': known.optional() }).superRefine(
      (value, context) => {
        const without = value['not-applicable-checks'] ?? [];
        for (const id of without.filter((id) => value.checks.includes(id))) {
          context.addIssue({
            code: 'custom',
            path: ['not-applicable-checks', without.indexOf(id)],
            message: `${id} cannot both pass and not apply (leave it in one list)`,
          });
        }
        if (ids.every((id) => without.includes(id))) {
          context.addIssue({
            code: 'custom',
            path: ['not-applicable-checks'],
            message: 'leaves nothing to score (mark the whole item not-applicable, with a reason)',
          });
        }
      },
    );
  },
  // Which checks there are decides the score; their order and wording don't.
  definition: (item) => ({ checks: item.checks.map((option) => option.id).sort() }),
  rules: (item) => repeatedIds('checks', item.checks),
  widget: (item) => ({ widget: 'ticks', options: item.checks }),
  share: (item, value) => {
    const without = new Set(value['not-applicable-checks'] ?? []);
    return new Set(value.checks).size / (item.checks.length - without.size);
  },
  // Each check that applies is a mark of its own.
  error: '0.08 × 0.92 ÷ the number of checks that apply, as of yes or no',
  spread: (item, value) => {
    const applicable = item.checks.length - new Set(value['not-applicable-checks'] ?? []).size;
    return judged(item.noise, applicable, MARK / applicable);
  },
  shifted: ({ checks: all }, value, by) => {
    const passed = new Set(value.checks);
    const without = new Set(value['not-applicable-checks'] ?? []);
    const ids = all.map(({ id }) => id).filter((id) => !without.has(id));
    const target = passed.size + by;
    if (target < 0 || target > ids.length) return null;
    const order = [...ids.filter((id) => passed.has(id)), ...ids.filter((id) => !passed.has(id))];
    return { ...value, checks: order.slice(0, target) };
  },
  part: () => 'check',
  words: (item, value) => `${passedWords(item.checks.length, value)} checks`,
  short: (item, value) => passedWords(item.checks.length, value),
  detail: (item, value) => {
    const without = value['not-applicable-checks'] ?? [];
    const texts = (some: readonly { text: string }[]): string =>
      some.map((option) => option.text).join('; ');
    const failed = item.checks.filter(
      ({ id }) => !value.checks.includes(id) && !without.includes(id),
    );
    const left = item.checks.filter(({ id }) => without.includes(id));
    return [
      failed.length === 0 ? '' : `Failed: ${texts(failed)}.`,
      left.length === 0 ? '' : `Not applicable: ${texts(left)}.`,
    ]
      .filter((text) => text !== '')
      .join(' ');
  },
  aim: () => 'all',
  scale: (item) => `each of the ${String(item.checks.length)} checks that applies counts the same`,
  options: ({ checks }) => checks,
  typed: ({ checks }) => `"{ checks: [${checks[0]?.id ?? ''}], not-applicable-checks: [] }"`,
  room: ({ checks }) => ({
    words: '',
    needsScale: false,
    fields: [
      {
        field: 'boxes',
        title: 'Check',
        columns: ['Pass', 'Fail', 'Does not apply'],
        rows: checks.map(({ text }) => text),
      },
    ],
    hasNote: true,
  }),
  notation: ({ checks }) => {
    const [first, ...others] = checks.map(({ id }) => id);
    const last = others.at(-1);
    const without = last === undefined ? '' : `, not-applicable-checks: [${last}]`;
    return [
      words('Answer, the checks that pass and those that do not apply; the others fail:'),
      example(`{ checks: [${first ?? ''}]${without} }`),
      ...checks.map(({ id, text }) => option(id, text)),
    ];
  },
  // The same checks fail from quarter to quarter: the order is the dealership's own.
  invent: ({ checks }, { level, habit }) => {
    const ids = checks.map(({ id }) => id);
    const passed = new Set(shuffled(habit, ids).slice(0, Math.round(level * ids.length)));
    return { checks: ids.filter((id) => passed.has(id)) };
  },
  examples: [
    {
      item: { checks: ABC },
      answer: { checks: ['a', 'c', 'd'] },
      share: 0.75,
      because: '3 ÷ 4',
    },
    {
      item: { checks: ABC },
      answer: { checks: ['a', 'b'], 'not-applicable-checks': ['d'] },
      share: 2 / 3,
      because: '2 ÷ 3, because one of the four does not apply',
    },
  ],
});
