import { describe, expect, it } from 'vitest';
import {
  closedUp,
  foldName,
  foldReference,
  nearName,
  spelledAs,
  whyNoName,
} from '../../src/core/names.js';

describe('a name', () => {
  it.each(['Harbour Road Motors', 'Élan & Søn', '修理', ' Anna '])('may be %j', (name) => {
    expect(whyNoName(name)).toBeNull();
  });

  it.each(['a\nb', 'a\u0007', '\u0007a', 'a\u2028b', 'a\u2029'])('is one line: not %j', (name) => {
    expect(whyNoName(name)).toBe('has control characters in it (write one plain line)');
  });

  it('is kept with single blanks, its letters composed', () => {
    expect(closedUp('  E\u0301lan  Motors ')).toBe('Élan Motors');
  });

  it('has the spelling in which it is known, where it is', () => {
    expect(spelledAs(' anna  BERG', ['Bo', 'Anna Berg'])).toBe('Anna Berg');
    expect(spelledAs(' Ana  Berg', ['Anna Berg'])).toBe('Ana Berg');
  });

  it.each<[string, string | null]>([
    ['Alpha Elan', 'Alpha Élan'],
    ['Alfa Elan', 'Alpha Élan'],
    ['Harbor Road', 'Harbour Road'],
    ['North 2', null],
    ['West 12', null],
    ['Quite another', null],
  ])('close to one that is known: %j', (name, near) => {
    expect(nearName(name, ['North 1', 'West 1', 'Alpha Élan', 'Harbour Road'])).toBe(near);
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

describe('a reference', () => {
  it.each(['RO 10234', 'ro10234', 'RO-10234', 'RO#10234', ' Ro  10234 '])(
    'is one record as %j',
    (typed) => {
      expect(foldReference(typed)).toBe('ro10234');
    },
  );

  it('keeps what stands between two digits', () => {
    expect(foldReference('1-23')).not.toBe(foldReference('12-3'));
    expect(foldReference('RO 12 3')).not.toBe(foldReference('RO 123'));
  });
});
