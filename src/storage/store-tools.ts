import type { Watch } from '../core/progress.js';

/** SHA-256 of a text, in lower-case hex. */
export type HashText = (text: string) => string;

/** What the store is lent: how fingerprints and short names are made is not its business. */
export interface StoreTools {
  readonly hash: HashText;
  /** A name in a form for folders and flags. */
  readonly slugify: (name: string) => Promise<string>;
  /** Who watches how far long work is; nobody when left out. */
  readonly progress?: Watch;
}
