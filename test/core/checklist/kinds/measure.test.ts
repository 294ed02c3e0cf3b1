import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import type { Json } from '../../../../src/core/canonical.js';
import { kindOf } from '../../../../src/core/checklist/kinds/index.js';
import { printNumber } from '../../../../src/core/words/numbers.js';
import { someItem, someValue } from '../../../support/arbitraries.js';
import { expectIssues, issuesOf, makeItem, valueOf } from '../../../support/checklists.js';

const shorter = makeItem('measure', 'reply', { unit: 'minutes', full: 15, zero: 60 });
const higher = makeItem('measure', 'kept', { unit: '%', full: 95, zero: 75 });

function share(item: typeof shorter, value: number): number {
  return kindOf(item).share(item, value) ?? NaN;
}

describe('a measure where less is better', () => {
  it('earns all at full and below, nothing at zero and above, and lies on a line between', () => {
    expect([0, 15, 37.5, 60, 1000].map((value) => share(shorter, value))).toEqual([
      1, 1, 0.5, 0, 0,
    ]);
  });

  it('says so', () => {
    expect(kindOf(shorter).scale(shorter)).toBe(
      '15 minutes or less scores 100, 60 or more scores 0',
    );
  });
});

describe('a measure where more is better', () => {
  it('earns all at full and above, nothing at zero and below, and lies on a line between', () => {
    expect([100, 95, 85, 75, 0].map((value) => share(higher, value))).toEqual([1, 1, 0.5, 0, 0]);
  });

  it('says so', () => {
    expect(kindOf(higher).scale(higher)).toBe('95 % or more scores 100, 75 or less scores 0');
  });
});

const withTwoValues = someItem('m', ['measure']).chain((item) =>
  fc
    .tuple(someValue(item), someValue(item))
    .map(([a, b]) => ({ item, a: Number(a), b: Number(b) })),
);

describe('any measure', () => {
  it('earns exactly 1 at full and exactly 0 at zero', () => {
    fc.assert(
      fc.property(someItem('m', ['measure']), (item) => {
        if (item.kind !== 'measure') throw new Error(item.kind);
        expect(share(item, item.full)).toBe(1);
        expect(share(item, item.zero)).toBe(0);
      }),
    );
  });

  it('never earns less for a value nearer to full', () => {
    fc.assert(
      fc.property(withTwoValues, ({ item, a, b }) => {
        if (item.kind !== 'measure') throw new Error(item.kind);
        const [low, high] = [share(item, Math.min(a, b)), share(item, Math.max(a, b))];
        if (item.full > item.zero) expect(high).toBeGreaterThanOrEqual(low);
        else expect(high).toBeLessThanOrEqual(low);
      }),
    );
  });

  it('earns half half-way, whichever way round', () => {
    fc.assert(
      fc.property(someItem('m', ['measure']), (item) => {
        if (item.kind !== 'measure') throw new Error(item.kind);
        expect(share(item, (item.full + item.zero) / 2)).toBeCloseTo(0.5, 6);
      }),
    );
  });
});

describe('the numbers a measure takes', () => {
  it('include its own limits', () => {
    fc.assert(
      fc.property(someItem('m', ['measure']), (item) => {
        if (item.kind !== 'measure') throw new Error(item.kind);
        for (const value of [item.full, item.zero]) {
          expect(valueOf(readAnswer(item, value))).toEqual({ state: 'answered', value });
        }
      }),
    );
  });

  it('are none below nothing, unless a limit is', () => {
    expectIssues(issuesOf(readAnswer(shorter, -1)), ['', /too small \(must be at least 0\)/]);
    const delay = makeItem('measure', 'delay', { full: -5, zero: 5 });
    expect(valueOf(readAnswer(delay, -20))).toEqual({ state: 'answered', value: -20 });
  });

  it('are no percentage over 100, unless a limit is', () => {
    expectIssues(issuesOf(readAnswer(higher, 101)), ['', /too big \(must be at most 100\)/]);
    const growth = makeItem('measure', 'growth', { unit: '%', full: 120, zero: 80 });
    expect(valueOf(readAnswer(growth, 120))).toEqual({ state: 'answered', value: 120 });
    expect(issuesOf(readAnswer(growth, 121))).toHaveLength(1);
  });

  it.each(['22', true, null, [22]])('are no %j', (input) => {
    expectIssues(issuesOf(readAnswer(shorter, input)), ['', /where a number belongs/]);
  });

  it.each([NaN, Infinity])('are not %s, and the message does not call it a number', (input) => {
    const [issue] = issuesOf(readAnswer(shorter, input));
    expect(issue?.message).not.toMatch(/is a number where a number belongs/);
  });
});

describe('a number in words', () => {
  it('is free of binary dust', () => {
    expect(printNumber(0.1 + 0.2)).toBe('0.3');
    expect(kindOf(shorter).words(shorter, 1.1 * 3)).toBe('3.3 minutes');
    expect(printNumber(-1234.5)).toBe('-1234.5');
  });
});

describe('how many a measure rests on', () => {
  const read = (line: string) => kindOf(shorter).readLine(shorter, line);

  it.each([
    ['24', 24],
    ['24/231', { value: 24, of: 231 }],
    ['24 of 231', { value: 24, of: 231 }],
    ['24,5 minutes / 231', { value: 24.5, of: 231 }],
    ['24/231 (11-52)', { value: 24, of: 231, quartiles: [11, 52] }],
    ['24/231 (11–52)', { value: 24, of: 231, quartiles: [11, 52] }],
    ['24/231 (11 to 52.5)', { value: 24, of: 231, quartiles: [11, 52.5] }],
    ['24 (11-52)', undefined],
    ['24/', undefined],
    ['/231', undefined],
    ['24/2.5', undefined],
  ])('is read from %s', (line, value) => {
    expect(read(line)).toEqual(value);
  });

  it('is kept beside the number, which stays bare where nobody knows', () => {
    const kept = (value: Json) => valueOf(readAnswer(shorter, value));
    expect(kept({ value: 24 })).toEqual({ state: 'answered', value: 24 });
    expect(kept({ value: 24, of: 231 })).toEqual({
      state: 'answered',
      value: { value: 24, of: 231 },
    });
  });

  it('is said behind it', () => {
    const words = kindOf(shorter).words(shorter, { value: 24, of: 231, quartiles: [11, 52] });
    expect(words).toBe('24 minutes (of 231, half of them from 11 to 52)');
    expect(kindOf(shorter).short(shorter, { value: 24, of: 231 })).toBe('24 minutes');
  });

  it('is refused where it can’t be', () => {
    expectIssues(issuesOf(readAnswer(shorter, { value: 24, quartiles: [11, 52] })), [
      'of',
      /is missing/,
    ]);
    expectIssues(issuesOf(readAnswer(shorter, { value: 24, of: 9, quartiles: [52, 11] })), [
      'quartiles',
      /fall from 52 to 11 \(write the lower first: \[11, 52\]\)/,
    ]);
  });
});

describe('a time as people type it', () => {
  const inUnit = (unit: string) => (line: string) => {
    const item = makeItem('measure', 'time', { unit, full: 30, zero: 240 });
    return kindOf(item).readLine(item, line);
  };

  it.each<[string, string, number | undefined]>([
    ['minutes', '2 hours', 120],
    ['minutes', '2h', 120],
    ['minutes', '1:20', 80],
    ['minutes', '25,5 min', 25.5],
    ['minutes', '1 h 15 min', 75],
    ['minutes', '90 seconds', 1.5],
    ['seconds', '1:20', 80],
    ['seconds', '2 min', 120],
    ['hours', '90 min', 1.5],
    ['hours', '1:30', 1.5],
    ['hours', '2 days', 48],
    ['minutes', '2 parsecs', undefined],
    ['minutes', '1:75', undefined],
    ['minutes', 'hours', undefined],
    ['working days', '2 hours', undefined],
    ['%', '1:20', undefined],
  ])('in %s: %s', (unit, line, value) => {
    expect(inUnit(unit)(line)).toEqual(value);
  });

  it('says how many it sums up, too', () => {
    expect(inUnit('minutes')('2 hours/231')).toEqual({ value: 120, of: 231 });
  });
});

describe('a number beyond the scale', () => {
  const promoters = makeItem('measure', 'promoters', { unit: 'points', full: 60, zero: 0 });

  it('scores its end', () => {
    expect(kindOf(promoters).share(promoters, -12)).toBe(0);
    expect(valueOf(readAnswer(promoters, -12))).toEqual({ state: 'answered', value: -12 });
    expect(kindOf(promoters).readLine(promoters, '−12')).toBe(-12);
  });

  it('is asked about where it is far from it, or below nothing', () => {
    const doubt = (item: typeof shorter, value: number) => kindOf(item).doubt(item, value);
    expect(doubt(shorter, 250_000)).toMatch(/^250000 minutes lies far from the scale: /);
    expect(doubt(promoters, -12)).toMatch(/^-12 points lies far/);
    expect(doubt(shorter, 20)).toBeNull();
    expect(doubt(promoters, 90)).toBeNull();
  });
});
