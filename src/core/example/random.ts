import type { Random } from '../random.js';

/** Another seed plays the same stories by other chances. */
const SEED = 'example 7';

/**
 * Numbers that look random and are the same on every machine, a row of its own for each purpose: a
 * 32-bit FNV-1a hash of seed and purpose starts Mulberry32. Good enough for an example, and for nothing else: draws of records are
 * made by `core/draw`.
 */
export function randomFrom(...purpose: readonly string[]): Random {
  let state = 0x811c9dc5;
  for (const character of [SEED, ...purpose].join('|')) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
