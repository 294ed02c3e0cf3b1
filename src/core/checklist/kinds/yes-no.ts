import * as z from 'zod';
import { strict } from '../../schema/strict.js';
import { keyed } from './keyed.js';
import { defineKind, scoredFields } from './kind.js';
import { words } from './room.js';
import { MARK, judged } from './spread.js';
import type { Key } from './widget.js';
import { once } from '../../once.js';

const WORDS: Record<string, 'yes' | 'no'> = {
  yes: 'yes',
  y: 'yes',
  true: 'yes',
  no: 'no',
  n: 'no',
  false: 'no',
};

const KEYS: readonly Key[] = [
  { key: 'y', label: 'Yes', answer: 'yes' },
  { key: 'n', label: 'No', answer: 'no' },
];

// Editors and spreadsheets turn yes into true: both mean the same and are kept as yes and no.
const valueSchema = once(() =>
  z.preprocess(
    (input) =>
      typeof input === 'boolean' || typeof input === 'string'
        ? (WORDS[String(input).toLowerCase()] ?? input)
        : input,
    z.enum(['yes', 'no']),
  ),
);

/** Yes or no, such as whether a named person is answerable. */
export const yesNo = defineKind({
  name: 'yes-no',
  summary: 'yes or no; yes earns all, no earns nothing',
  scored: true,
  schema: () => strict({ kind: z.literal('yes-no'), ...scoredFields() }),
  value: () => valueSchema(),
  definition: () => ({}),
  ...keyed(() => KEYS),
  share: (_item, value) => (value === 'yes' ? 1 : 0),
  error: '0.08 × 0.92: the chance that one person marks it otherwise than it is, times that of not',
  spread: ({ noise }) => judged(noise, 1, MARK),
  shifted: (_item, value, by) => {
    if (by === 0) return value;
    if (by === 1 && value === 'no') return 'yes';
    return by === -1 && value === 'yes' ? 'no' : null;
  },
  part: () => 'yes',
  words: (_item, value) => (value === 'yes' ? 'Yes' : 'No'),
  short: (_item, value) => value,
  aim: () => 'yes',
  scale: () => 'yes scores 100, no scores 0',
  room: () => ({
    words: '',
    needsScale: false,
    fields: [{ field: 'words', words: KEYS.map(({ label }) => label) }],
    hasNote: true,
  }),
  notation: () => [words('Answer: yes or no')],
  invent: (_item, { level }) => (level < 0.5 ? 'no' : 'yes'),
  examples: [
    {
      item: {},
      answer: 'yes',
      share: 1,
      because: 'yes',
    },
    { item: {}, answer: 'no', share: 0, because: 'no' },
  ],
});
