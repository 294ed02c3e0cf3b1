import * as z from 'zod';
import { strict, wellFormed } from '../../schema/strict.js';
import { commonFields, defineKind } from './kind.js';
import { example, words } from './room.js';
import { once } from '../../once.js';

/** How much of a remark a table shows; the whole of it stands in its own section. */
const SHOWN = 60;

/** As many lines on paper as a short letter has. */
const LINES = 6;

function beginning(text: string): string {
  const characters = Array.from(text);
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text;
}

const valueSchema = once(() =>
  wellFormed(z.string().max(100_000).regex(/\S/, { error: 'is empty (write a text)' })),
);

/** Free text, never scored. */
export const remark = defineKind({
  name: 'remark',
  summary: 'a text; never scored',
  scored: false,
  schema: () => strict({ kind: z.literal('remark'), ...commonFields() }),
  value: () => valueSchema(),
  definition: () => ({}),
  widget: () => ({ widget: 'text' }),
  share: () => null,
  words: (_item, value) => beginning(value),
  short: (_item, value) => beginning(value),
  aim: () => '',
  scale: () => 'not scored',
  text: (_item, value) => value,
  readLine: (_item, line) => line,
  typed: () => '"Parking is tight at noon"',
  room: () => ({
    words: '',
    needsScale: false,
    fields: [{ field: 'lines', lines: LINES }],
    hasNote: false,
  }),
  notation: () => [words('Answer: a text in quotes'), example('"What you saw"')],
  invent: () => 'Nothing out of the ordinary.',
  examples: [{ item: {}, answer: 'Parking is tight', share: null, because: 'never scored' }],
});
