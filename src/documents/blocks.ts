import type { Block, Column, Inline, Row, Shade, Sign, Text } from './tree.js';

// What trees are made of, made.

/** What stands out: bold. */
export function strong(...text: Inline[]): Inline {
  return { inline: 'strong', text };
}

/** Beside the point: smaller and greyer. */
export function soft(...text: Inline[]): Inline {
  return { inline: 'soft', text };
}

/** What somebody types or a file holds, letter by letter. */
export function code(text: string): Inline {
  return { inline: 'code', text };
}

/**
 * A text that leads somewhere.
 *
 * @param to `#id` of a heading, or a file beside the document: a relative path, not yet escaped.
 */
export function link(to: string, ...text: Inline[]): Inline {
  return { inline: 'link', to, text };
}

/** A text behind its sign: `▲ +25`. */
export function signed(sign: Sign, ...text: Inline[]): Inline {
  return { inline: 'signed', sign, text };
}

/** A mark beside a name, such as `failed`. */
export function tag(text: string, bad = false): Inline {
  return { inline: 'tag', text, bad };
}

/** A score on the shade of its band. */
export function shaded(shade: Shade, ...text: Inline[]): Inline {
  return { inline: 'shaded', shade, text };
}

/** Whatever comes then begins a line of its own. */
export const BREAK: Inline = { inline: 'break' };
/** Room to write something by hand. */
export const BLANK: Inline = { inline: 'blank' };

/** A heading of a section. */
export function heading(text: Text, id?: string, short?: string): Block {
  return {
    block: 'heading',
    level: 2,
    text,
    ...(id === undefined ? {} : { id }),
    ...(short === undefined ? {} : { short }),
  };
}

/** A heading inside a section. */
export function subheading(text: Text): Block {
  return { block: 'heading', level: 3, text };
}

/** A paragraph as most are. */
export function paragraph(...text: Inline[]): Block {
  return { block: 'paragraph', text, tone: 'plain' };
}

/** What only some readers need: smaller. */
export function fine(...text: Inline[]): Block {
  return { block: 'paragraph', text, tone: 'fine' };
}

/** What the signs in drawings mean, such as ○ ● ▬ ┊ ■ □. */
export function key(...text: Inline[]): Block {
  return { block: 'paragraph', text, tone: 'key' };
}

/** A list; nothing where it has no items. */
export function list(items: readonly Text[], ordered = false): Block[] {
  return items.length === 0 ? [] : [{ block: 'list', items, ordered }];
}

/** A list with a box to tick before each item; nothing where it has no items. */
export function ticks(items: readonly Text[]): Block[] {
  return items.length === 0 ? [] : [{ block: 'list', items, ordered: false, ticks: true }];
}

/** What somebody typed; nothing where that is nothing that can be seen. */
export function quote(text: string | null | undefined): Block[] {
  return text === null || text === undefined || text.trim() === ''
    ? []
    : [{ block: 'quote', text }];
}

/**
 * What is folded on a screen.
 *
 * @param figure stands at the end of the summary.
 * @param plain its shortest form, for formats that can't fold; all of it when left out.
 */
export function fold(
  summary: Text,
  blocks: readonly Block[],
  { figure = '', plain }: { readonly figure?: string; readonly plain?: readonly Block[] } = {},
): Block {
  return { block: 'fold', summary, figure, blocks, ...(plain === undefined ? {} : { plain }) };
}

/** Whatever comes then begins a sheet of its own. */
export const PAGE_BREAK: Block = { block: 'page-break' };

/** A table; nothing where it has no rows. */
export function table(
  caption: Text,
  columns: readonly Column[],
  rows: readonly Row[],
  how: { readonly captioned?: boolean; readonly whole?: boolean } = {},
): Block[] {
  const { captioned = false, whole = false } = how;
  return rows.length === 0 ? [] : [{ block: 'table', caption, captioned, columns, rows, whole }];
}
