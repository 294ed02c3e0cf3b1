import * as z from 'zod';
import { check } from '../../schema/issues.js';
import { strict, textSchema } from '../../schema/strict.js';
import { defineKind, onLine, scoredFields } from './kind.js';
import { example, words } from './room.js';
import type { Spread } from './spread.js';
import { noiseVariance, passedOf } from './spread.js';
import { isTime, readTime } from './times.js';
import { visibleLine } from '../../text.js';
import { printNumber } from '../../words/numbers.js';

// Longer than others, because a kind is one file: all that it knows, its worked examples included.

const LIMIT = 1e9;

/** Numbers in a range; few ranges are in use, so each is made once. */
function numberBetween(lowest: number, highest: number): z.ZodNumber {
  const range = `${String(lowest)} ${String(highest)}`;
  const schema = ranges.get(range) ?? z.number().min(lowest).max(highest);
  ranges.set(range, schema);
  return schema;
}

const ranges = new Map<string, z.ZodNumber>();

function withUnit(value: number, unit: string): string {
  return `${printNumber(value)} ${unit}`;
}

function scaleOf(item: { unit: string; full: number; zero: number }): string {
  const [better, worse] = item.full < item.zero ? ['less', 'more'] : ['more', 'less'];
  return `${withUnit(item.full, item.unit)} or ${better} scores 100, ${printNumber(item.zero)} or ${worse} scores 0`;
}

const MOST_RECORDS = 1_000_000;

/** A number with how many records it sums up and, on wish, the ends of their middle half. */
type Counted = Readonly<{
  value: number;
  of?: number;
  quartiles?: readonly [number, number];
}>;

function countedSchema(number: z.ZodNumber) {
  return strict({
    value: number,
    of: z.int().min(1).max(MOST_RECORDS).optional(),
    quartiles: z.tuple([number, number]).optional(),
  })
    .refine(({ of, quartiles }) => quartiles === undefined || of !== undefined, {
      path: ['of'],
      error: 'is missing (quartiles say something only with how many there were)',
    })
    .superRefine(({ quartiles }, context) => {
      if (quartiles === undefined || quartiles[0] <= quartiles[1]) return;
      const [first, second] = quartiles.map(printNumber);
      context.addIssue({
        code: 'custom',
        path: ['quartiles'],
        message: `fall from ${String(first)} to ${String(second)} (write the lower first: [${String(second)}, ${String(first)}])`,
      });
    });
}

/** A number alone is one of unknown many. */
type Value = number | Counted;

/** A number of unknown many is kept as the number it is. */
function bareIfAlone(read: number | z.output<ReturnType<typeof countedSchema>>): Value {
  if (typeof read === 'number') return read;
  const { value, of, quartiles } = read;
  if (of === undefined) return value;
  return quartiles === undefined ? { value, of } : { value, of, quartiles };
}

function partsOf(value: Value): Counted {
  return typeof value === 'number' ? { value } : value;
}

/** A number with a decimal point or comma, with or without its unit, or a time in another; undefined when it is none or could be read two ways. */
function readNumber(line: string, unit: string): number | undefined {
  const typed = line.trim();
  const text = typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed;
  // 1,500 is fifteen hundred to some and one and a half to others.
  if (!/^[-+−]?\d+(?:[.,]\d+)?$/.test(text)) return readTime(typed, unit);
  if (/,\d{3}$/.test(text)) return undefined;
  return Number(text.replace(',', '.').replace('−', '-'));
}

/** `24`, `24 minutes`, `24/231`, `24 of 231`, `24/231 (11-52)`. */
function readValue(line: string, unit: string): Value | undefined {
  // The number ends before the first slash or "of" that stands before a whole number.
  const match =
    /^(?<value>.+?)(?:\s*(?:\/|\bof\b)\s*(?<of>\d+)(?:\s*\((?<lower>[-+]?[\d.,]+)\s*(?:-|–|to)\s*(?<upper>[-+]?[\d.,]+)\))?)?\s*$/iu.exec(
      line,
    );
  const groups = match?.groups ?? {};
  const value = readNumber(groups['value'] ?? '', unit);
  if (value === undefined || groups['of'] === undefined) return value;
  const of = Number(groups['of']);
  if (groups['lower'] === undefined) return { value, of };
  const [lower, upper] = [
    readNumber(groups['lower'], unit),
    readNumber(groups['upper'] ?? '', unit),
  ];
  if (lower === undefined || upper === undefined) return undefined;
  return { value, of, quartiles: [lower, upper] };
}

/** `24 minutes (of 231, half of them from 11 to 52)`. */
function valueWords(value: Value, unit: string): string {
  const { value: number, of, quartiles } = partsOf(value);
  if (of === undefined) return withUnit(number, unit);
  const half =
    quartiles === undefined
      ? ''
      : `, half of them from ${printNumber(quartiles[0])} to ${printNumber(quartiles[1])}`;
  return `${withUnit(number, unit)} (of ${String(of)}${half})`;
}

const PER_CENT = '%';

/** The smallest difference that means something, where the item doesn't say: of a percentage, in points. */
const POINTS = 3;
/** The same of another number with its n, as a part of the scale. */
const PART_OF_SCALE = 0.1;
/** The same of a number of which nobody knows how many it sums up. */
const PART_WITHOUT_NUMBER = 0.35;

/**
 * The standard error of a median or mean of n times, as a part of it, by √n: times from a few
 * minutes to a few days spread about as widely as they are long. Our own assumption.
 */
const SPREAD_OF_TIMES = 1.2;

/** The standard error of a median by its quartiles: McGill, Tukey and Larsen, "Variations of Box Plots", 1978. */
function errorOfMedian([lower, upper]: readonly [number, number], of: number): number {
  return (1.25 * (upper - lower)) / (1.35 * Math.sqrt(of));
}

function spreadOf(
  item: { unit: string; full: number; zero: number; noise?: number | undefined },
  answer: Value,
): Spread {
  const { value, of, quartiles } = partsOf(answer);
  const scale = Math.abs(item.full - item.zero);
  const noise = item.noise ?? (item.unit === PER_CENT ? POINTS : PART_OF_SCALE * scale);
  if (of === undefined) {
    // Nobody knows how many it sums up: it is known no better than that, unless it is exact.
    const unknown = item.noise === 0 ? 0 : Math.max(item.noise ?? 0, PART_WITHOUT_NUMBER * scale);
    return { counted: null, other: noiseVariance(unknown, scale) };
  }
  const other = noiseVariance(noise, scale);
  if (quartiles === undefined && item.unit === PER_CENT) {
    const part = Math.min(1, Math.max(0, value / 100));
    return { counted: passedOf({ passed: part * of, of }, item.zero, item.full), other };
  }
  const error =
    quartiles === undefined
      ? (SPREAD_OF_TIMES * Math.abs(value)) / Math.sqrt(of)
      : errorOfMedian(quartiles, of);
  return { counted: null, other: other + (error / scale) ** 2 };
}

/** So many times the scale beyond an end of it a number is far from all that was thought of. */
const FAR = 5;

/** What is unlikely about a number: it is far beyond the scale, or below nothing where that has no place. */
function doubtOf(item: { unit: string; full: number; zero: number }, value: number): string | null {
  const [lowest, highest] = [Math.min(item.full, item.zero), Math.max(item.full, item.zero)];
  const far = FAR * (highest - lowest);
  const isBelow = value < 0 && lowest >= 0;
  if (!isBelow && value >= lowest - far && value <= highest + far) return null;
  return `${withUnit(value, item.unit)} lies far from the scale: ${scaleOf(item)}.`;
}

/** What a percentage of a known number would be with so many more of them; no other number has parts. */
function shiftedBy(item: { unit: string }, answer: Value, by: number): Value | null {
  if (item.unit !== PER_CENT || typeof answer === 'number' || answer.of === undefined) return null;
  const value = answer.value + (by * 100) / answer.of;
  return value < 0 || value > 100 ? null : { ...answer, value };
}

function within(value: number, one: number, other: number): number {
  return Math.min(Math.max(one, other), Math.max(Math.min(one, other), value));
}

/** A number on a line between two limits. */
export const measure = defineKind({
  name: 'measure',
  summary:
    'a number with a unit and, where known, how many it sums up; on a line from 0 at `zero` to 1 at `full`, either way round',
  scored: true,
  schema: () =>
    strict({
      kind: z.literal('measure'),
      ...scoredFields(),
      unit: textSchema().describe('What the number counts: minutes, working days, %.'),
      full: z.number().min(-LIMIT).max(LIMIT).describe('The value that earns the full score.'),
      zero: z.number().min(-LIMIT).max(LIMIT).describe('The value that earns nothing.'),
    }),
  // A time below nothing, or a percentage over 100, is a slip of the keyboard; what else lies beyond an
  // end of the scale scores that end.
  value: (item) => {
    const isNever = isTime(item.unit) || item.unit === PER_CENT;
    const lowest = isNever && Math.min(item.full, item.zero) >= 0 ? 0 : -LIMIT;
    const highest = item.unit === '%' ? Math.max(100, item.full, item.zero) : LIMIT;
    const number = numberBetween(lowest, highest);
    const counted = countedSchema(number);
    // One of the two schemas, so that a wrong answer is told what is wrong with it and not with both.
    return z.unknown().transform((input, context): Value => {
      const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
      const read = isObject ? check(counted, input) : check(number, input);
      if (read.ok) return bareIfAlone(read.value);
      for (const { path, message } of read.issues) {
        context.addIssue({ code: 'custom', path: [...path], message });
      }
      return z.NEVER;
    });
  },
  definition: (item) => ({ unit: item.unit, full: item.full, zero: item.zero }),
  rules: (item) =>
    item.full === item.zero
      ? [
          {
            path: ['zero'],
            message: `is the same as full, ${printNumber(item.full)} (nothing lies between them: give two different values)`,
          },
        ]
      : [],
  widget: (item) => ({ widget: 'number', unit: item.unit }),
  share: (item, value) => onLine(partsOf(value).value, item.zero, item.full),
  error:
    'a percentage of n as a sample, with slope = 100 ÷ (`full` − `zero`); another number of n (1.2 × value ÷ √n ÷ scale)², and any with quartiles (1.25 × (Q3 − Q1) ÷ (1.35 × √n) ÷ scale)² (McGill, Tukey and Larsen, 1978), with scale = |`full` − `zero`|; noise is added, 3 points or a tenth of the scale where the item has none of its own; of unknown many noise alone, then 35 % of the scale at least, unless its own is 0',
  spread: spreadOf,
  shifted: shiftedBy,
  part: () => 'record',
  besideValue: ['of', 'quartiles'],
  words: (item, value) => valueWords(value, item.unit),
  short: (item, value) => withUnit(partsOf(value).value, item.unit),
  aim: ({ full, zero }) => `${printNumber(full)} or ${full < zero ? 'less' : 'more'}`,
  scale: scaleOf,
  readLine: (item, line) => readValue(line, item.unit),
  doubt: (item, value) => doubtOf(item, partsOf(value).value),
  typed: ({ unit }) => `22.5, "22.5 ${visibleLine(unit)}" or 22.5/140`,
  room: ({ unit }) => ({
    words: '',
    needsScale: true,
    fields: [
      {
        field: 'line',
        lead: '',
        parts: ['Measured', null, unit, 'of', null, '(how many it sums up)'],
      },
    ],
    hasNote: true,
  }),
  notation: ({ unit }) => [
    words(
      `Answer: a number (${unit}), and of how many, where known (else the number alone), such as:`,
    ),
    example('{ value: 12.5, of: 140 }'),
  ],
  // A round number may lie just beyond a limit that isn't one.
  invent: ({ full, zero }, { level, records }) => {
    const value = within(Math.round(zero + level * (full - zero)), full, zero);
    return records === undefined ? value : { value, of: records };
  },
  examples: [
    {
      item: { unit: 'minutes', full: 15, zero: 60 },
      answer: 24,
      share: 0.8,
      because: '24 lies (60 − 24) ÷ (60 − 15) of the way from 60 to 15',
      error: { alone: 0.0159653, summed: 0.0159653, because: 'of unknown many: (0.35 ÷ 2.77)²' },
    },
    {
      item: { unit: 'minutes', full: 15, zero: 60 },
      answer: { value: 24, of: 231 },
      share: 0.8,
      because: '',
      error: {
        alone: 0.0030764,
        summed: 0.0030764,
        because: '(1.2 × 24 ÷ √231 ÷ 45)² + (0.1 ÷ 2.77)²',
      },
    },
    {
      item: { unit: '%', full: 90, zero: 60 },
      answer: { value: 69, of: 100 },
      share: 0.3,
      because: '69 lies (69 − 60) ÷ (90 − 60) of the way from 60 to 90',
      error: {
        alone: 0.0253726,
        summed: 0.02531,
        because: 'p = 71 ÷ 104, s² = (69 − 69² ÷ 100) ÷ 99, slope² (100 ÷ 30)²; + (3 ÷ 2.77 ÷ 30)²',
      },
    },
    {
      item: { unit: 'minutes', full: 15, zero: 60 },
      answer: 5,
      share: 1,
      because: 'better than full stays at 1',
    },
  ],
});
