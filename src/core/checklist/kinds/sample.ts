import * as z from 'zod';
import { strict, textSchema } from '../../schema/strict.js';
import { defineKind, onLine, outOf, scoredFields } from './kind.js';
import { example, howMany, option, words } from './room.js';
import { printNumber } from '../../words/numbers.js';
import { noiseVariance, passedOf } from './spread.js';
import { once } from '../../once.js';

const counted = once(() => z.int().min(0).max(1_000_000));

const COUNTED = { unit: 'calls', draw: 20 };

/** `9/12`, `9 of 12`, `9/12/40` or `9/12 from 40`. */
function readCount(line: string): { passed: number; of: number; from?: number } | undefined {
  const match = /^\s*(\d+)\s*(?:\/|of)\s*(\d+)(?:\s*(?:\/|from)\s*(\d+))?\s*$/i.exec(line);
  if (match === null) return undefined;
  const [, passed, of, from] = match;
  return {
    passed: Number(passed),
    of: Number(of),
    ...(from === undefined ? {} : { from: Number(from) }),
  };
}

const valueSchema = once(() =>
  strict({ passed: counted(), of: counted().min(1), from: counted().min(1).optional() })
    .refine((value) => value.passed <= value.of, {
      path: ['passed'],
      error: 'is more than `of` (no more can pass than were looked at)',
    })
    .refine((value) => value.from === undefined || value.from >= value.of, {
      path: ['from'],
      error: 'is less than `of` (it says how many there were to draw from)',
    }),
);

/** How many of those looked at passed. */
export const sample = defineKind({
  name: 'sample',
  summary:
    'how many passed of how many were looked at; passed ÷ of, or on a line from 0 at `zero` % to 1 at 100 %',
  scored: true,
  schema: () =>
    strict({
      kind: z.literal('sample'),
      ...scoredFields(),
      unit: textSchema().describe('What is counted, in the plural: calls, records, deliveries.'),
      draw: z.int().min(1).max(1000).describe('How many to look at.'),
      zero: z
        .number()
        .min(0)
        .lt(100)
        .optional()
        .describe('Percentage passed that earns nothing. Left out: every pass counts from 0 %.'),
    }),
  value: () => valueSchema(),
  definition: (item) => ({ zero: item.zero ?? 0 }),
  widget: (item) => ({ widget: 'count', unit: item.unit, of: item.draw }),
  share: (item, value) => onLine((value.passed / value.of) * 100, item.zero ?? 0, 100),
  error:
    'p (1 − p) ÷ n × slope², with p = (passed + 2) ÷ (n + 4) and slope = 100 ÷ (100 − `zero`) (after Agresti and Coull, 1998); in a sum s² ÷ n × slope²; noise is added',
  // Noise is in points of the percentage that passed.
  spread: ({ zero = 0, noise = 0 }, value) => ({
    counted: passedOf(value, zero, 100),
    other: noiseVariance(noise, 100 - zero),
  }),
  shifted: (_item, value, by) =>
    value.passed + by < 0 || value.passed + by > value.of
      ? null
      : { ...value, passed: value.passed + by },
  part: () => 'pass',
  words: (_item, value) => `${String(value.passed)} of ${outOf(value.of, value.from)}`,
  short: (_item, value) => `${String(value.passed)} of ${String(value.of)}`,
  asksFor: ({ draw, unit }) => ({ number: draw, unit }),
  oneMoves: ({ draw, zero = 0 }) => 100 / (100 - zero) / draw,
  aim: () => 'all',
  scale: (item) =>
    item.zero === undefined
      ? 'the percentage that passed'
      : `${printNumber(item.zero)} % passed scores 0, 100 % scores 100`,
  readLine: (_item, line) => readCount(line),
  typed: ({ draw }) => {
    const of = String(draw);
    return `${of}/${of} or "{ passed: ${of}, of: ${of}, from: ${String(draw * 2)} }"`;
  },
  room: ({ draw, unit }, drawn) => ({
    words: '',
    needsScale: false,
    fields: [
      ...(drawn.refs.length === 0
        ? []
        : [{ field: 'ticks' as const, lead: 'Tick each that passed:', texts: drawn.refs }]),
      {
        field: 'line',
        lead: `Look at ${howMany(draw, drawn)} ${unit}.`,
        parts: [
          'Passed',
          null,
          'of',
          null,
          ...(drawn.from === null
            ? ['(from', null, 'in all)']
            : [`(from ${String(drawn.from)} in all)`]),
        ],
      },
    ],
    hasNote: true,
  }),
  notation: ({ draw, unit }, drawn) => {
    const of = drawn.refs.length === 0 ? draw : drawn.refs.length;
    const passed = String(Math.ceil(of * 0.8));
    const from = String(drawn.from ?? of * 4);
    return [
      words(
        `Answer, for ${howMany(draw, drawn)} ${unit} (from: how many there were in all, where known):`,
      ),
      example(`{ passed: ${passed}, of: ${String(of)}, from: ${from} }`),
      ...drawn.refs.map((ref) => option('drawn', ref)),
    ];
  },
  invent: (item, { level, random, records }) => {
    const zero = (item.zero ?? 0) / 100;
    const of = Math.min(item.draw, records ?? item.draw);
    const chance = zero + level * (1 - zero);
    const passed = Array.from({ length: of }, random).filter((each) => each < chance).length;
    return { passed, of, ...(records === undefined ? {} : { from: records }) };
  },
  examples: [
    {
      item: COUNTED,
      answer: { passed: 9, of: 12 },
      share: 0.75,
      because: '9 ÷ 12',
    },
    {
      item: { ...COUNTED, zero: 80 },
      answer: { passed: 18, of: 20 },
      share: 0.5,
      because: '90 % lies half-way between 80 % and 100 %',
      error: {
        alone: 0.1736111,
        summed: 0.1184211,
        because: 'slope 5, p = 20 ÷ 24: 25 p (1 − p) ÷ 20; s² = (18 − 18² ÷ 20) ÷ 19: 25 s² ÷ 20',
      },
    },
    {
      item: { ...COUNTED, zero: 80 },
      answer: { passed: 12, of: 20 },
      share: 0,
      because: '60 % is below 80 %',
    },
  ],
});
