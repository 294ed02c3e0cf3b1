import type { BandMark } from '../../documents/tree.js';
import { anchor } from './links.js';
import { bandsSymbol } from './marks/bands.js';
import type { Html } from './text.js';

/** What the parts of one page share: each id once, each set of bands drawn once. */
export class PageParts {
  readonly #ids = new Set<string>();
  readonly #bands = new Map<string, Html>();

  /** The id to give to a place; null where there is none, or where another has it already. */
  id(id: string | undefined): string | null {
    if (id === undefined || id === '') return null;
    const own = anchor(id);
    if (this.#ids.has(own)) return null;
    this.#ids.add(own);
    return own;
  }

  /** The id under which bands are drawn. */
  bands(bands: readonly BandMark[]): string {
    const key = JSON.stringify(bands.map(({ from }) => from));
    const known = [...this.#bands.keys()].indexOf(key);
    const id = `_z${String(known < 0 ? this.#bands.size : known)}`;
    if (known < 0) this.#bands.set(key, bandsSymbol(id, bands));
    return id;
  }

  /** All bands that were asked for so far. */
  get symbols(): readonly Html[] {
    return [...this.#bands.values()];
  }
}
