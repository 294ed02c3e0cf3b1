import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/core/canonical.js';
import { detailWords, detailsOf } from '../../../src/core/compare/detail.js';

const words = (from: Json, to: Json): string => detailWords({ key: 'k', from, to });

describe('what differs in words', () => {
  it.each<[string, Json, Json, string]>([
    ['a number', 1.5, 60, 'k: 1.5 → 60'],
    ['a flag', false, true, 'k: no → yes'],
    ['a text that came', null, 'A', 'k: none → “A”'],
    ['a number that went', 5, null, 'k: 5 → none'],
    ['a list with one replaced', ['a', 'b'], ['a', 'c'], 'k: “b” → “c”'],
    ['a list with two replaced', ['a', 'b'], ['c', 'd'], 'k: “a” → “c”; “b” → “d”'],
    ['a longer list', ['a'], ['a', 'b'], 'k: “b” is new'],
    ['a shorter list', ['a', 'b'], ['b'], 'k: “a” is gone'],
    ['a list turned round', ['a', 'b'], ['b', 'a'], 'k: in another order'],
    ['a list of twins', ['a', 'a', 'b'], ['a', 'b', 'b'], 'k: “a” → “b”'],
  ])('%s', (_name, from, to, want) => {
    expect(words(from, to)).toBe(want);
  });

  it('are short for long texts, and show where they differ', () => {
    const long = 'x'.repeat(3000);
    expect(words(`${long}here${long}`, `${long}there${long}`)).toMatch(
      /^k: “…x{20}here?x{35,36}…” → “…x{20}therex{35}…”$/,
    );
    expect(words(`${long}a`, `${long}b`)).toMatch(/^k: “…x{59}a” → “…x{59}b”$/);
    expect(words(long, `${long}more`)).toMatch(/^k: “…x{60}” → “…x{56}more”$/);
  });

  it('never cut a character in two', () => {
    expect(words('😀'.repeat(100), `${'😀'.repeat(99)}a`).isWellFormed()).toBe(true);
  });
});

describe('the keys that differ', () => {
  it('are found by what they hold, whatever their order; what is left out is null', () => {
    expect(detailsOf({ a: { x: 1, y: 2 }, b: 1 }, { a: { y: 2, x: 1 }, c: 2 })).toEqual([
      { key: 'c', from: null, to: 2 },
      { key: 'b', from: 1, to: null },
    ]);
  });

  it('are told in words that differ on both sides of the arrow', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, (from, to) => {
        fc.pre(from !== to);
        const [before, after] = words(from, to).slice('k: '.length).split('” → “');
        expect(`${before ?? ''}”`).not.toBe(`“${after ?? ''}`);
      }),
    );
  });
});
