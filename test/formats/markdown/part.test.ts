import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { part } from '../../../src/formats/markdown/text.js';

/** What neither needs escaping alone nor in any company. */
const PLAIN = 'abzAZ019.,;%()/=+- ';

describe('a part of a line', () => {
  it('is what was typed where nothing in it means anything, but for its white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from(PLAIN)) }), (text) => {
        expect(part(text)).toBe(text.replace(/ +/g, ' '));
      }),
    );
  });

  it.each([
    ['', ''],
    ['  ', ' '],
    [' a  b ', ' a b '],
    ['see www.example.org', 'see `www.example.org`'],
    ['See WWW.example.org.', 'See `WWW.example.org`.'],
    ['a_b _c', 'a_b \\_c'],
    ['1. *a*', '1. \\*a\\*'],
  ])('%j is %j', (text, expected) => {
    expect(part(text)).toBe(expected);
  });
});
