import type { Draw } from '../../src/core/draw/draw.js';

/** Two of three records of a file, for any item unless it says otherwise. */
export function makeDraw(own: Partial<Draw> = {}): Draw {
  const { refs = ['RO 2', 'RO 1'], from = Math.max(3, refs.length) } = own;
  return {
    file: 'ros.csv',
    fileHash: 'a'.repeat(64),
    column: 'RO number',
    stratify: null,
    seed: '4f2c9a',
    seedGiven: false,
    from,
    strata: [{ name: '', from, drawn: refs.length }],
    refs,
    item: null,
    by: 'A. Auditor',
    at: '2026-07-10T08:00:00.000Z',
    ...own,
  };
}
