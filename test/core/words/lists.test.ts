import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { andList, andListOf } from '../../../src/core/words/lists.js';

describe('a list in words', () => {
  it('reads as British English has it', () => {
    const english = new Intl.ListFormat('en-GB', { type: 'conjunction' });
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        expect(andList(texts)).toBe(english.format(texts));
      }),
    );
  });

  it('counts what it leaves out', () => {
    expect(andListOf(['A', 'B', 'C', 'D'], 2)).toBe('A, B and 2 more');
    expect(andListOf(['A', 'B'], 2)).toBe('A and B');
  });
});
