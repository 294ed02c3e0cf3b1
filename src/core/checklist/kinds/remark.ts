import * as z from 'zod';
import { strict, wellFormed } from '../../schema/strict.js';
import { commonFields, defineKind } from './kind.js';

/** How much of a remark a table shows; the whole of it stands in its own section. */
const SHOWN = 60;

function beginning(text: string): string {
  const characters = Array.from(text);
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text;
}

/** Free text, never scored. */
export const remark = defineKind({
  name: 'remark',
  summary: 'a text; never scored',
  scored: false,
  schema: strict({ kind: z.literal('remark'), ...commonFields }),
  value: () =>
    wellFormed(z.string().max(100_000).regex(/\S/, { error: 'is empty (write a text)' })),
  definition: () => ({}),
  rules: () => [],
  widget: () => ({ widget: 'text' }),
  share: () => null,
  sampled: () => null,
  words: (_item, value) => beginning(value),
  short: (_item, value) => beginning(value),
  detail: () => '',
  aim: () => '',
  scale: () => 'not scored',
  examples: [{ item: {}, answer: 'Parking is tight', share: null, because: 'never scored' }],
});
