import { describe, expect, it } from 'vitest';
import { cleanName, foldName, whyNoName } from '../../src/core/names.js';

describe('a name', () => {
  it.each(['Harbour Road Motors', 'Élan & Søn', '修理', ' Anna '])('may be %j', (name) => {
    expect(whyNoName(name)).toBeNull();
  });

  it.each(['a\nb', 'a\u0007', '\u0007a', 'a\u2028b', 'a\u2029'])('is one line: not %j', (name) => {
    expect(whyNoName(name)).toBe('has control characters in it (write one plain line)');
  });

  it('is kept without blanks around it, its letters composed', () => {
    expect(cleanName('  E\u0301lan Motors ')).toBe('Élan Motors');
  });
});

describe('a name that is looked up', () => {
  it('is found in small and capital letters, with other blanks and accents', () => {
    expect(foldName(' HARBOUR  Road ')).toBe(foldName('Harbour Road'));
    expect(foldName('ÉLAN')).toBe(foldName('E\u0301lan'));
  });

  it('is another one with other letters', () => {
    expect(foldName('Großmann')).not.toBe(foldName('Grossmann'));
  });
});
