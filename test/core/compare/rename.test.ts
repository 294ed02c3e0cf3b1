import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/core/checklist/checklist.js';
import { renamesAmong } from '../../../src/core/compare/rename.js';
import { makeItem } from '../../support/checklists.js';

/** An item by its question. */
function asked(id: string, ask: string, own: object = {}): Item {
  return makeItem('yes-no', id, { ask, departments: ['sales'], ...own });
}

function renamed(gone: readonly Item[], added: readonly Item[]): string[] {
  return renamesAmong(gone, added).map(({ from, to }) => `${from.id} > ${to.id}`);
}

const TEN = 'one two three four five six seven eight nine ten';

describe('an item under another id', () => {
  test('is one with the same question, definition and a department in common', () => {
    const old = asked('old', TEN, { departments: ['sales', 'service'] });
    expect(renamed([old], [asked('new', TEN, { departments: ['service', 'parts'] })])).toEqual([
      'old > new',
    ]);
    expect(renamed([old], [asked('new', TEN, { departments: ['parts'] })])).toEqual([]);
    expect(
      renamed([makeItem('sample', 'old', { ask: TEN })], [makeItem('rating', 'new', { ask: TEN })]),
    ).toEqual([]);
  });

  test('is one reworded, where eight of ten words stay, in small or capital letters', () => {
    const words = TEN.split(' ');
    const old = asked('old', TEN);
    const keeping = (many: number): Item =>
      asked(
        'new',
        [...words.slice(0, many), ...words.slice(many).map((one) => `${one}x`)].join(' '),
      );
    expect(renamed([old], [keeping(8)])).toEqual(['old > new']);
    expect(renamed([old], [keeping(7)])).toEqual([]);
    expect(renamed([old], [asked('new', `${TEN.toUpperCase()}!`)])).toEqual(['old > new']);
    // Letters alike are no words alike.
    expect(renamed([asked('old', 'abc def')], [asked('new', 'fed cba')])).toEqual([]);
    expect(renamed([asked('old', '…')], [asked('new', '?')])).toEqual([]);
  });

  test('is the one most like it, and each is in one rename at most', () => {
    const gone = [asked('a', `${TEN} eleven`), asked('b', TEN)];
    const added = [asked('x', `${TEN} twelve thirteen`), asked('y', `${TEN} eleven more`)];
    expect(renamed(gone, added)).toEqual(['a > y', 'b > x']);
    expect(renamed(gone, [asked('x', `${TEN} eleven more`)])).toEqual(['a > x']);
    expect(renamed([asked('b', `${TEN} twelve`)], added)).toEqual(['b > x']);
  });

  test('that is there word for word is no other’s', () => {
    const gone = [asked('a', TEN), asked('b', `${TEN} more`)];
    const added = [asked('x', TEN), asked('y', TEN)];
    expect(renamed(gone, added)).toEqual(['a > x', 'b > y']);
    expect(renamed([asked('a', TEN)], added)).toEqual(['a > x']);
  });

  test('is looked for word for word alone where very many are new and gone', () => {
    const many = (id: string, more: number): Item[] =>
      Array.from({ length: 200 + more }, (_, index) =>
        asked(`${id}-${String(index)}`, `${TEN} ${id}${String(index)}`),
      );
    expect(renamed([...many('a', 0)], many('b', 0))).toHaveLength(200);
    expect(renamed(many('a', 1), many('b', 0))).toEqual([]);
    const kept = [asked('x', TEN, { departments: ['parts'] }), asked('y', TEN), asked('z', TEN)];
    expect(renamed([...many('a', 1), ...kept], [...many('b', 0), asked('w', TEN)])).toEqual([
      'y > w',
    ]);
  });
});
