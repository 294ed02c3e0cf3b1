// Room for an answer: on paper, and in an answers file that is still empty. Both are data, so that
// a kind says what there is to fill in and each format how that looks.

/** The records to look at for an item, where they were drawn. */
export interface Drawn {
  readonly refs: readonly string[];
  /** How many there were to draw from; null when nothing was drawn. */
  readonly from: number | null;
}

/** Something to fill in by hand. The shapes are a closed set; a kind picks those it needs. */
export type Field =
  /** One of a few words. */
  | { readonly field: 'words'; readonly words: readonly string[] }
  /** One of several, each with a text of its own behind its key. */
  | {
      readonly field: 'choices';
      readonly choices: readonly { readonly key: string; readonly text: string }[];
    }
  /** Things that pass or not, one box each. */
  | { readonly field: 'ticks'; readonly lead: string; readonly texts: readonly string[] }
  /** A line with blanks in it, each null; what stands before it stands out. */
  | { readonly field: 'line'; readonly lead: string; readonly parts: readonly (string | null)[] }
  /** A row for each text, a box in each column. */
  | {
      readonly field: 'boxes';
      readonly title: string;
      readonly columns: readonly string[];
      readonly rows: readonly string[];
    }
  /** A row for each case, known by its reference or still without one; a box for each standard. */
  | {
      readonly field: 'cases';
      readonly refs: readonly string[];
      readonly standards: readonly string[];
    }
  /** Lines to write on. */
  | { readonly field: 'lines'; readonly lines: number };

/** All the room that an answer has on paper. */
export interface Room {
  /** What stands above it; '' where the room says it all. */
  readonly words: string;
  /** Whether it can't be filled in without the limits of the scale beside it. */
  readonly needsScale: boolean;
  readonly fields: readonly Field[];
  /** Whether a note has room of its own beside it. */
  readonly hasNote: boolean;
}

/** One line of comment above the empty answer to an item in an answers file. */
export type NotationLine =
  /** What is to be written. */
  | { readonly line: 'words'; readonly text: string }
  /** A part of an answer that may be taken as it stands. */
  | { readonly line: 'example'; readonly text: string }
  /** What an answer may name. */
  | { readonly line: 'option'; readonly id: string; readonly text: string };

/** What is to be written, in words. */
export function words(text: string): NotationLine {
  return { line: 'words', text };
}

/** A part of an answer that may be taken as it stands. */
export function example(text: string): NotationLine {
  return { line: 'example', text };
}

/** Something that an answer may name, with what it means. */
export function option(id: string, text: string): NotationLine {
  return { line: 'option', id, text };
}

/** How many to look at: as many as were drawn, or as the item plans. */
export function howMany(planned: number, { refs }: Drawn): string {
  return refs.length === 0 ? String(planned) : `the ${String(refs.length)} drawn`;
}
