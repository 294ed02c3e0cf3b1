import { textSchema } from '../schema/strict.js';
import { once } from '../once.js';

/** How long a name may be, in characters as readers count them: what a table's first column holds. */
export const NAME_LENGTH = 34;

/** What a single character may be made of; it keeps a name of stacked accents from being a page. */
const MOST_UNITS = NAME_LENGTH * 4;

/**
 * A text for people on one line, where marks that can't be seen are not enough. No patterns, because
 * they would stand in the editor's schema, and not every editor reads classes of characters there.
 */
const lineSchema = once(() =>
  textSchema()
    .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), {
      error: 'is on more than one line (write it on one, without tabs)',
    })
    // Of white space alone `textSchema` says that it is empty.
    .refine((text) => /^\s*$|[^\p{Cc}\p{Cf}\p{Z}]/u.test(text), {
      error: 'has nothing that can be seen (write a text)',
    }),
);

/**
 * The name of an item or a step. That it fits is one of the checklist's rules and not asked here:
 * how many characters readers see is for each Unicode version to say, and an audit that was made
 * under another must still load.
 */
export const shortNameSchema = once(() =>
  lineSchema()
    .max(MOST_UNITS)
    // For the editor, which counts more simply.
    .meta({
      description: `What people call it, in tables and headlines: at most ${String(NAME_LENGTH)} characters.`,
      maxLength: NAME_LENGTH,
    }),
);

/** Half of a headline about a step, such as `customers are answered faster`. */
export const phraseSchema = once(() =>
  lineSchema()
    .max(80)
    .regex(/[^.\s]\s*$|^\s*$/, {
      error: 'ends with a full stop (leave it out: it is half of a headline)',
    }),
);

interface Named {
  readonly name?: string | undefined;
}

interface Titled extends Named {
  readonly title: string;
}

/** What an item is called where its question is too long; without a name, how the question begins. */
export function nameOf(item: Named & { readonly ask: string }): string {
  return called(item.name, item.ask);
}

/** The same for a step; without a name, how its title begins. */
export function stepName(step: Titled): string {
  return called(step.name, step.title);
}

/** Half of a headline for a step that rose; plain words where its author wrote none. */
export function betterPhrase(step: Titled & { readonly better?: string | undefined }): string {
  return step.better === undefined
    ? `“${onOneLine(step.title)}” got better`
    : onOneLine(step.better);
}

/** The same for a step that fell. */
export function worsePhrase(step: Titled & { readonly worse?: string | undefined }): string {
  return step.worse === undefined ? `“${onOneLine(step.title)}” got worse` : onOneLine(step.worse);
}

/** How many characters a reader counts: an accent or a flag is one with what it belongs to. */
export function lengthOf(text: string): number {
  return charactersOf(text).length;
}

function called(name: string | undefined, text: string): string {
  return name === undefined ? beginningOf(onOneLine(text)) : onOneLine(name);
}

/** Either the whole text, or as many whole words of it as fit, with an ellipsis. */
function beginningOf(text: string): string {
  // No text has more characters than units, and most that fit are seen to do so without counting.
  // Stryker disable next-line ConditionalExpression,EqualityOperator: it only saves counting.
  if (text.length <= NAME_LENGTH) return text;
  const characters = charactersOf(text);
  if (characters.length <= NAME_LENGTH) return text;
  const room = NAME_LENGTH - 1;
  const isWhole = (end: number): boolean => /^\p{P}* /u.test(characters.slice(end).join(''));
  let end = room;
  while (end > 0 && !isWhole(end)) end--;
  // Where a word is so long that hardly anything would be left, and in scripts without spaces.
  const kept = characters.slice(0, end * 2 < room ? room : end).join('');
  return `${kept.replace(/[\s,;:.(–-]+$/u, '')}…`;
}

const segmenter = once(() => new Intl.Segmenter());

function charactersOf(text: string): string[] {
  return Array.from(segmenter().segment(text), ({ segment }) => segment);
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
