import type { Json } from '../core/canonical.js';
import type { Item } from '../core/checklist/checklist.js';
import type { Draw } from '../core/draw/draw.js';
import type { Ask } from './ask.js';

/** What the questions that a line opens need to know. */
export interface Opened {
  readonly item: Item;
  /** The line that opened them. */
  readonly line: string;
  /** What there is of an answer already. */
  readonly begun: Json | undefined;
  /** Which records were drawn for the item. */
  readonly draw: Draw | null;
  readonly ask: Ask;
  /** Keeps what there is so far, before the next question. */
  readonly saveDraft: (draft: Json) => Promise<void>;
}
