import { describe, expect, it } from 'vitest';
import { check } from '../../../src/core/schema/issues.js';
import { slugSchema, textSchema } from '../../../src/core/schema/strict.js';
import { issuesOf } from '../../support/checklists.js';

describe('an id', () => {
  it.each(['a', 'a1', 'comm-estimate-approval', 'x'.repeat(60)])('may be %s', (id) => {
    expect(check(slugSchema(), id).ok).toBe(true);
  });

  it.each(['', 'A', 'a b', '-a', 'a-', 'a--b', 'Xa', 'a\n', 'é', 'a_b'])('is not %j', (id) => {
    expect(issuesOf(check(slugSchema(), id)).map(({ message }) => message)).toEqual([
      'is not an id (use lower-case letters and digits, in words joined by single hyphens)',
    ]);
  });
});

describe('a text', () => {
  it('says what is missing in it, or wrong', () => {
    const said = (text: string): string[] =>
      issuesOf(check(textSchema(), text)).map(({ message }) => message);
    expect(said(' \n')).toEqual(['is empty (write a text)']);
    expect(said('a\udc00')).toEqual([
      'holds half a character (write the whole character, or leave it out)',
    ]);
  });
});
