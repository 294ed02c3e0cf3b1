import { describe, expect, it } from 'vitest';
import type { Draw } from '../../../src/core/draw/draw.js';
import { drawFor, drawSchema, rivalsOf, sameDraw } from '../../../src/core/draw/draw.js';
import { makeDraw } from '../../support/draws.js';

describe('drawFor', () => {
  const any = makeDraw({ seed: 'any' });
  const own = makeDraw({ seed: 'own', item: 'visits' });
  const ownLater = makeDraw({ seed: 'own later', item: 'visits' });

  it.each<[string, Draw[], Draw | null]>([
    ['none', [], null],
    ['none of another item', [makeDraw({ item: 'calls' })], null],
    ['none of those for no item in particular', [any], null],
    ['its own, also before a later one for any', [own, any], own],
    ['the latest of its own', [own, any, ownLater], ownLater],
  ])('gives %s', (_what, draws, expected) => {
    expect(drawFor(draws, 'visits')).toBe(expected);
  });
});

const own = makeDraw({ item: 'visits' });
const other: readonly (readonly [string, Partial<Draw>])[] = [
  ['seed', { seed: 'other' }],
  ['content of the file', { fileHash: 'b'.repeat(64) }],
  ['column', { column: 'Other' }],
  ['stratification', { stratify: 'Advisor' }],
];

describe('a draw', () => {
  it('is the same whoever asked for it, when, and whatever the file was called', () => {
    expect(sameDraw(own, { ...own, by: 'B', at: '2027-01-01T00:00:00.000Z', file: 'b.csv' })).toBe(
      true,
    );
  });

  it.each([...other, ['item', { item: null }], ['count', { refs: ['RO 1'] }]] as const)(
    'is another one with another %s',
    (_what, change) => {
      expect(sameDraw(own, { ...own, ...change })).toBe(false);
    },
  );

  it.each(other)('has a rival in one for the same item with another %s', (_what, change) => {
    const rival = { ...own, ...change };
    expect(rivalsOf(own, [own, rival])).toEqual([rival]);
  });

  it('has no rival in one that takes more of the same, or is for another item', () => {
    expect(
      rivalsOf(own, [
        { ...own, refs: ['RO 1'] },
        { ...own, item: 'calls', seed: 'x' },
      ]),
    ).toEqual([]);
  });

  it('for any item has rivals from its own file only, by name or by content', () => {
    const any = makeDraw({});
    const byName = makeDraw({ fileHash: 'b'.repeat(64) });
    const byContent = makeDraw({ file: 'copy.csv', seed: 'x' });
    const leads = makeDraw({ file: 'leads.csv', fileHash: 'c'.repeat(64) });
    expect(rivalsOf(any, [any, byName, byContent, leads])).toEqual([byName, byContent]);
  });
});

describe('a draw that is kept', () => {
  it('is read as it was written, and refused where it was spoiled', () => {
    const kept: unknown = JSON.parse(JSON.stringify(own));
    expect(drawSchema().parse(kept)).toEqual(own);
    for (const spoiled of [
      { from: -1 },
      { from: 1.5 },
      { strata: [{ name: '', from: 3 }] },
      { strata: [{ name: '', from: 3, drawn: -1 }] },
      { refs: [7] },
      { more: 'x' },
    ]) {
      expect(drawSchema().safeParse({ ...own, ...spoiled }).success).toBe(false);
    }
  });
});

it('has its rivals for an item in other files too', () => {
  const one = makeDraw({ item: 'visits' });
  const fromAnother = makeDraw({ item: 'visits', file: 'x.csv', fileHash: 'd'.repeat(64) });
  expect(rivalsOf(one, [one, fromAnother])).toEqual([fromAnother]);
});
