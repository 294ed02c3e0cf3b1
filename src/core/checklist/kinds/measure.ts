import * as z from 'zod';
import { strict, textSchema } from '../../schema/strict.js';
import { defineKind, onLine, scoredFields } from './kind.js';
import { example, words } from './room.js';
import { visibleLine } from '../../text.js';
import { printNumber } from '../../words/numbers.js';

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

/** A number with a decimal point or comma, with or without its unit; undefined when it is none or could be read two ways. */
function readNumber(line: string, unit: string): number | undefined {
  const typed = line.trim();
  const text = typed.endsWith(unit) ? typed.slice(0, -unit.length).trim() : typed;
  // 1,500 is fifteen hundred to some and one and a half to others.
  if (!/^[-+]?\d+(?:[.,]\d+)?$/.test(text) || /,\d{3}$/.test(text)) return undefined;
  return Number(text.replace(',', '.'));
}

function within(value: number, one: number, other: number): number {
  return Math.min(Math.max(one, other), Math.max(Math.min(one, other), value));
}

/** A number on a line between two limits. */
export const measure = defineKind({
  name: 'measure',
  summary: 'a number with a unit; on a line from 0 at `zero` to 1 at `full`, either way round',
  scored: true,
  schema: () =>
    strict({
      kind: z.literal('measure'),
      ...scoredFields(),
      unit: textSchema().describe('What the number counts: minutes, working days, %.'),
      full: z.number().min(-LIMIT).max(LIMIT).describe('The value that earns the full score.'),
      zero: z.number().min(-LIMIT).max(LIMIT).describe('The value that earns nothing.'),
    }),
  // A time or a count below nothing, or a percentage over 100, is a slip of the keyboard.
  value: (item) => {
    const lowest = Math.min(item.full, item.zero) < 0 ? -LIMIT : 0;
    const highest = item.unit === '%' ? Math.max(100, item.full, item.zero) : LIMIT;
    return numberBetween(lowest, highest);
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
  share: (item, value) => onLine(value, item.zero, item.full),
  words: (item, value) => withUnit(value, item.unit),
  short: (item, value) => withUnit(value, item.unit),
  aim: ({ full, zero }) => `${printNumber(full)} or ${full < zero ? 'less' : 'more'}`,
  scale: scaleOf,
  readLine: (item, line) => readNumber(line, item.unit),
  typed: ({ unit }) => `22.5 or "22.5 ${visibleLine(unit)}"`,
  room: ({ unit }) => ({
    words: '',
    needsScale: true,
    fields: [{ field: 'line', lead: '', parts: ['Measured', null, unit] }],
    hasNote: true,
  }),
  notation: ({ unit }) => [words(`Answer: a number (${unit}), such as:`), example('12.5')],
  // A round number may lie just beyond a limit that isn't one.
  invent: ({ full, zero }, { level }) =>
    within(Math.round(zero + level * (full - zero)), full, zero),
  examples: [
    {
      item: { unit: 'minutes', full: 15, zero: 60 },
      answer: 24,
      share: 0.8,
      because: '24 lies (60 − 24) ÷ (60 − 15) of the way from 60 to 15',
    },
    {
      item: { unit: '%', full: 90, zero: 60 },
      answer: 69,
      share: 0.3,
      because: '69 lies (69 − 60) ÷ (90 − 60) of the way from 60 to 90',
    },
    {
      item: { unit: 'minutes', full: 15, zero: 60 },
      answer: 5,
      share: 1,
      because: 'better than full stays at 1',
    },
  ],
});
