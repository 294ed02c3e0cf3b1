import * as z from 'zod';
import { strict } from '../../schema/strict.js';
import { defineKind, scoredFields } from './kind.js';

const WORDS: Record<string, 'yes' | 'no'> = {
  yes: 'yes',
  y: 'yes',
  true: 'yes',
  no: 'no',
  n: 'no',
  false: 'no',
};

/** Yes or no, such as whether a named person is answerable. */
export const yesNo = defineKind({
  name: 'yes-no',
  summary: 'yes or no; yes earns all, no earns nothing',
  scored: true,
  schema: strict({ kind: z.literal('yes-no'), ...scoredFields }),
  // Editors and spreadsheets turn yes into true: both mean the same and are kept as yes and no.
  value: () =>
    z.preprocess(
      (input) =>
        typeof input === 'boolean' || typeof input === 'string'
          ? (WORDS[String(input).toLowerCase()] ?? input)
          : input,
      z.enum(['yes', 'no']),
    ),
  definition: () => ({}),
  rules: () => [],
  widget: () => ({
    widget: 'keys',
    keys: [
      { key: 'y', label: 'Yes', answer: 'yes' },
      { key: 'n', label: 'No', answer: 'no' },
    ],
  }),
  share: (_item, value) => (value === 'yes' ? 1 : 0),
  sampled: () => null,
  words: (_item, value) => (value === 'yes' ? 'Yes' : 'No'),
  short: (_item, value) => value,
  detail: () => '',
  aim: () => 'yes',
  scale: () => 'yes scores 100, no scores 0',
  examples: [
    { item: {}, answer: 'yes', share: 1, because: 'yes' },
    { item: {}, answer: 'no', share: 0, because: 'no' },
  ],
});
