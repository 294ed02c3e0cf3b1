import { describe, expect, it } from 'vitest';
import { countWord, inSentence, numberWord, sentence } from '../../../src/core/words/numbers.js';

describe('numbers in words', () => {
  it('are words while they are small', () => {
    expect(numberWord(3)).toBe('three');
    expect(numberWord(250)).toBe('250');
  });

  it('stand with what they count', () => {
    expect(countWord(1, 'step')).toBe('one step');
    expect(countWord(2, 'step')).toBe('two steps');
    expect(countWord(2, 'enquiry', 'enquiries')).toBe('two enquiries');
  });
});

describe('the start of a sentence', () => {
  it('is a capital letter, and nothing else is touched', () => {
    expect(sentence('two steps fell')).toBe('Two steps fell');
    expect(sentence('élan')).toBe('Élan');
    expect(sentence('2 steps')).toBe('2 steps');
  });
});

describe('a name within a sentence', () => {
  it.each([
    ['Owner for leads', 'owner for leads'],
    ['CRM kept up', 'CRM kept up'],
    ['F&I handover', 'F&I handover'],
    ['A10 lane', 'A10 lane'],
    ['the Owner', 'the Owner'],
    ['2 Keys', '2 Keys'],
  ])('of %j is %j', (name, expected) => {
    expect(inSentence(name)).toBe(expected);
  });
});
