import type { Printable } from '../documents/tree.js';

/** The sizes of paper that pages are made for, the usual one first. */
export const PAPERS = ['A4', 'Letter'] as const;
export type Paper = (typeof PAPERS)[number];

/** What a format may need that isn't pure, lent by whoever writes the file. */
export interface Tools {
  /** Prints a page of HTML as PDF. */
  readonly toPdf: (html: string) => Promise<Uint8Array>;
  /** The paper that PDFs are for; A4 where nobody says. */
  readonly paper?: Paper | undefined;
}

/** One file that a format makes of a document. */
export interface PrintedFile {
  /** Between the document's name and the ending; '' but where one document makes several files. */
  readonly part: string;
  readonly content: string | Uint8Array;
}

/** One way of printing documents. */
export interface Format {
  /** What `--format` takes, and the ending of the file. */
  readonly name: string;
  /** One line for help and docs. */
  readonly summary: string;
  /** Whether it is written when nobody says which. */
  readonly byDefault: boolean;
  /** Whether it is one text: made at once, and fit for standard output. */
  readonly isText: boolean;
  /** Whether people write answers into its file; then one that holds any is never written over. */
  readonly isFilledIn?: boolean;
  /** What is written in its place where it can't be printed; left out where nothing says the same. */
  readonly instead?: Format;
  readonly print: (
    document: Printable,
    tools: Tools,
  ) => readonly PrintedFile[] | Promise<readonly PrintedFile[]>;
}
