import type { Block, DataTable, Printable, Tree } from './tree.js';

/** All that is known about one document. Pure: it reads its view and nothing else. */
export interface DocumentKind<View> {
  /** What it is called in lists, and where its kind is named in JSON. */
  readonly name: string;
  readonly document: (view: View) => Tree;
  /** The few lines that stand on the screen. */
  readonly summary: (view: View) => readonly Block[];
  /**
   * What is wrong with what is kept, such as a broken seal: said to everybody, also to those who want
   * no summary. Left out where nothing that is kept vouches for the document.
   */
  readonly broken?: (view: View) => readonly Block[];
  /** The versioned value for other programs; unrounded. */
  readonly data: (view: View) => object;
  /** Left out where the document has no rows. */
  readonly tables?: (view: View) => readonly DataTable[];
  /** The file to write answers into; only a form has one. */
  readonly answersFile?: (view: View) => string;
}

/** Binds a document to a view. */
export function printable<View>(kind: DocumentKind<View>, view: View): Printable {
  return {
    tree: () => kind.document(view),
    data: () => kind.data(view),
    tables: () => kind.tables?.(view) ?? [],
    answersFile: () => kind.answersFile?.(view) ?? null,
  };
}
