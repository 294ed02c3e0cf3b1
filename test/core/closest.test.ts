import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advice, closest } from '../../src/core/closest.js';

const KEYS = ['weight', 'critical', 'departments', 'verify', 'core'];

describe('the word that a misspelt one meant', () => {
  it.each([
    ['wieght', 'weight'],
    ['weigth', 'weight'],
    ['criticall', 'critical'],
    ['department', 'departments'],
    ['verfy', 'verify'],
    ['cor', 'core'],
  ])('for %s is %s', (word, meant) => {
    expect(closest(word, KEYS)).toBe(meant);
  });

  it('is none when nothing is near', () => {
    expect(closest('photograph', KEYS)).toBeNull();
    expect(closest('weight', [])).toBeNull();
    expect(closest('x'.repeat(10_000), KEYS)).toBeNull();
  });

  it('is the nearest of several, and the first of several as near', () => {
    expect(closest('step-ones', ['step-two', 'step-one'])).toBe('step-one');
    expect(closest('step-3', ['step-1', 'step-2'])).toBe('step-1');
  });

  it('is the word itself when it is known', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z-]{1,20}$/), { minLength: 1 }), (known) => {
        for (const word of known) expect(closest(word, known)).toBe(word);
      }),
    );
  });

  it('is found through any one slip in a word of some length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-m]{4,20}$/), fc.nat(), fc.nat(2), (word, at, slip) => {
        const i = at % word.length;
        const rest = word.slice(i + 1);
        const middle = ['', 'z', `${word.charAt(i)}z`][slip] ?? '';
        expect(closest(word.slice(0, i) + middle + rest, [word])).toBe(word);
      }),
    );
  });
});

describe('the advice for an unknown word', () => {
  it('names the word that was meant', () => {
    expect(advice('wieght', KEYS)).toBe('did you mean weight?');
  });

  it('lists what is known where that is little', () => {
    expect(advice('photograph', ['core', 'verify'])).toBe('use one of: core, verify');
  });

  it('sends to the checklist where it is much', () => {
    const many = Array.from({ length: 17 }, (_, i) => `item-number-${String(i)}`);
    expect(advice('photograph', many)).toBe('see the checklist for what exists');
  });
});
