import { describe, expect, test } from 'vitest';
import type { KeptAudit, KeptItem } from '../../../src/core/compare/kept-change.js';
import { keptChange } from '../../../src/core/compare/kept-change.js';

const item = (id: string, share: number, own: Partial<KeptItem> = {}): KeptItem => ({
  ...{ id, definition: 'd', weight: 1, share, variance: 0.0001 },
  ...own,
});

function audit(share: number | null, items: readonly KeptItem[], apart = false): KeptAudit {
  return { share, apart, steps: [{ id: 'one', weight: 1, items }] };
}

describe('what became of a dealership by kept audits', () => {
  test('is what was published, and like for like the items of the same definition', () => {
    const from = audit(0.4, [item('a', 0.2), item('b', 0.9, { definition: 'old' }), item('c', 1)]);
    const to = audit(0.7, [item('a', 0.8, { weight: 3 }), item('b', 0.1), item('e', 0)]);
    const { published, likeForLike } = keptChange(from, to);
    expect(published).toEqual({ from: 0.4, to: 0.7, difference: 0.7 - 0.4 });
    expect(likeForLike.from).toBeCloseTo(0.2, 12);
    expect(likeForLike.to).toBeCloseTo(0.8, 12);
    expect(likeForLike.change?.difference).toBeCloseTo(0.6, 12);
    expect(likeForLike.verdict).toBe(likeForLike.change?.verdict);
    expect(likeForLike.verdict).toBe('rose');
  });

  test('weighs items and steps as the later audit does', () => {
    const step = (id: string, weight: number, items: readonly KeptItem[]) => ({
      id,
      weight,
      items,
    });
    const from: KeptAudit = {
      ...audit(0, []),
      steps: [step('one', 9, [item('a', 0), item('b', 1)]), step('two', 9, [item('c', 0.5)])],
    };
    const to: KeptAudit = {
      ...audit(0, []),
      steps: [
        step('one', 1, [item('a', 1, { weight: 3 }), item('b', 1)]),
        step('two', 3, [item('c', 0.5)]),
      ],
    };
    const { likeForLike } = keptChange(from, to);
    expect(likeForLike.from).toBeCloseTo((0.25 + 3 * 0.5) / 4, 12);
    expect(likeForLike.to).toBeCloseTo((1 + 3 * 0.5) / 4, 12);
  });

  test('has no verdict where one of them stands apart', () => {
    const [low, high] = [[item('a', 0.1)], [item('a', 0.9)]];
    expect(keptChange(audit(0.1, low, true), audit(0.9, high)).likeForLike.verdict).toBeNull();
    expect(keptChange(audit(0.1, low), audit(0.9, high, true)).likeForLike.verdict).toBeNull();
    expect(keptChange(audit(0.1, low), audit(0.9, high)).likeForLike.verdict).toBe('rose');
  });

  test('is nothing where one of them has no score, or no item in common', () => {
    for (const [from, to] of [
      [null, 0.5],
      [0.5, null],
    ] as const) {
      const { published, likeForLike } = keptChange(audit(from, []), audit(to, [item('a', 1)]));
      expect(published).toEqual({ from, to, difference: null });
      expect(likeForLike).toEqual({ from: null, to: null, change: null, verdict: null });
    }
  });
});
