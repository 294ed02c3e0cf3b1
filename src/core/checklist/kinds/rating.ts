import * as z from 'zod';
import { strict, textSchema } from '../../schema/strict.js';
import { described } from './keyed.js';
import { defineKind, scoredFields } from './kind.js';
import { judged } from './spread.js';
import type { Key } from './widget.js';
import { once } from '../../once.js';

const TOP = 4;

/** The standard error of a level that one person chose. Our own assumption. */
const HALF_A_LEVEL = 0.5;

const LEVELS = ['Nothing', 'Little', 'Some', 'Most', 'All'];

function keysOf({ levels }: { readonly levels: readonly string[] }): Key[] {
  return levels.map((label, level) => ({ key: String(level), label, answer: level }));
}

const valueSchema = once(() => z.int().min(0).max(TOP));

/** A level on a described scale of five. */
export const rating = defineKind({
  name: 'rating',
  summary: 'a level from 0 to 4, each described; level ÷ 4',
  scored: true,
  schema: () =>
    strict({
      kind: z.literal('rating'),
      ...scoredFields(),
      levels: z
        .array(textSchema())
        .length(TOP + 1, { error: 'must be five descriptions (level 0 first, level 4 last)' })
        .describe('What each level from 0 to 4 means, level 0 first.'),
    }),
  value: () => valueSchema(),
  definition: (item) => ({ levels: item.levels }),
  ...described(keysOf, 'Tick the one level that is reached in full.'),
  share: (_item, value) => value / TOP,
  error: '(½ ÷ 4)², half a level',
  spread: ({ noise }) => judged(noise, TOP, (HALF_A_LEVEL / TOP) ** 2),
  shifted: (_item, value, by) => (value + by < 0 || value + by > TOP ? null : value + by),
  part: () => 'level',
  words: (_item, value) => `Level ${String(value)} of ${String(TOP)}`,
  short: (_item, value) => `level ${String(value)}`,
  detail: (item, value) => item.levels[value] ?? '',
  aim: () => `level ${String(TOP)}`,
  scale: () => 'each level is worth 25',
  invent: (_item, { level }) => Math.round(level * TOP),
  examples: [
    {
      item: { levels: LEVELS },
      answer: 3,
      share: 0.75,
      because: '3 ÷ 4',
    },
  ],
});
