import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import { kindOf } from '../../../../src/core/checklist/kinds/index.js';
import { expectIssues, issuesOf, makeItem, valueOf } from '../../../support/checklists.js';

const plain = makeItem('sample', 'calls');
const strict = makeItem('sample', 'approvals', { zero: 80 });

function share(item: typeof plain, passed: number, of: number): number {
  return kindOf(item).share(item, { passed, of }) ?? NaN;
}

describe('a sample item', () => {
  it('earns passed ÷ of, exactly', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (passed, failed) => {
        fc.pre(passed + failed > 0);
        expect(share(plain, passed, passed + failed)).toBeCloseTo(passed / (passed + failed), 12);
      }),
    );
  });

  it('with a zero lies on the line from there to 100 %', () => {
    expect(share(strict, 16, 20)).toBe(0);
    expect(share(strict, 17, 20)).toBeCloseTo(0.25, 12);
    expect(share(strict, 19, 20)).toBeCloseTo(0.75, 12);
    expect(share(strict, 20, 20)).toBe(1);
    expect(share(strict, 3, 20)).toBe(0);
  });

  it('forgives nothing below 100 %, whatever its zero', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 1, max: 1000 }),
        (zero, of) => {
          const item = makeItem('sample', 'x', { zero });
          expect(share(item, of, of)).toBe(1);
          expect(share(item, of - 1, of)).toBeLessThan(1);
        },
      ),
    );
  });

  it('rises with every one that passes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 100 }), (zero, of) => {
        const item = makeItem('sample', 'x', { zero });
        const shares = Array.from({ length: of + 1 }, (_, passed) => share(item, passed, of));
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
      }),
    );
  });

  it('is not moved by how many there were to draw from', () => {
    expect(kindOf(plain).share(plain, { passed: 9, of: 12, from: 400 })).toBe(0.75);
  });

  it('takes an answer with and without the number there were', () => {
    for (const value of [
      { passed: 9, of: 12 },
      { passed: 12, of: 12, from: 12 },
    ]) {
      expect(valueOf(readAnswer(plain, value))).toEqual({ state: 'answered', value });
    }
  });

  it.each<[unknown, string, RegExp]>([
    [{ passed: 13, of: 12 }, 'passed', /more than `of`/],
    [{ passed: 9, of: 12, from: 11 }, 'from', /less than `of`/],
    [{ passed: 0, of: 0 }, 'of', /too small \(must be at least 1\)/],
    [{ passed: -1, of: 12 }, 'passed', /too small \(must be at least 0\)/],
    [{ passed: 1.5, of: 12 }, 'passed', /where a whole number belongs/],
    [{ passed: '9', of: 12 }, 'passed', /is text where a/],
    [{ of: 12 }, 'passed', /is missing/],
    [{ passed: 9 }, 'of', /is missing/],
    [{ passed: 9, of: 12, form: 40 }, 'form', /did you mean from\?/],
    [9, '', /has to be written with keys/],
    [null, '', /has to be written with keys/],
  ])('refuses %j', (input, path, says) => {
    expectIssues(issuesOf(readAnswer(plain, input)), [path, says]);
  });

  it('says everything that is wrong at once', () => {
    expectIssues(
      issuesOf(readAnswer(plain, { passed: -1, of: 0, from: 0 })),
      ['passed', /too small/],
      ['of', /too small/],
      ['from', /too small/],
    );
  });

  it('puts the answer in words, with how many there were', () => {
    const words = (value: object): string => kindOf(plain).words(plain, { ...value });
    expect(words({ passed: 9, of: 12 })).toBe('9 of 12');
    expect(words({ passed: 9, of: 12, from: 40 })).toBe('9 of 12 (from 40)');
    expect(words({ passed: 9, of: 12, from: 12 })).toBe('9 of all 12');
  });
});
