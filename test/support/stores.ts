import { sha256 } from '../../src/files/sha256.js';
import { slugify } from '../../src/files/slug.js';
import type { StoreTools } from '../../src/storage/store-tools.js';
import type { Store } from '../../src/storage/store.js';
import { openStore as openWith } from '../../src/storage/store.js';

/** Opens the store in a file, with the tools that the program lends it, and others. */
export function openStore(file: string, more: Pick<StoreTools, 'progress'> = {}): Store {
  return openWith(file, { hash: sha256, slugify, ...more });
}
