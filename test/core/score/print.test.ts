import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  printChange,
  printPercent,
  printPoints,
  printRange,
  printScore,
  scoreWords,
} from '../../../src/core/score/print.js';
import { bandOf } from '../../../src/core/score/limits.js';
import { BANDS } from '../../support/checklists.js';

const someShare = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 200 })).map(([a, b]) => Math.min(1, a / b)),
  fc
    .tuple(fc.nat(1000), fc.double({ min: -1e-9, max: 1e-9, noNaN: true }))
    .map(([a, dust]) => Math.min(1, Math.max(0, a / 1000 + dust))),
);

const bandsFrom = (froms: readonly number[]) =>
  [...new Set([0, ...froms])]
    .sort((a, b) => a - b)
    .map((from) => ({ from, name: `from ${String(from)}` }));
const wholeBands = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 }).map(bandsFrom);
/** Limits with a decimal or two are valid in a checklist too. */
const fineBands = fc
  .array(
    fc.integer({ min: 1, max: 9999 }).map((n) => n / 100),
    { minLength: 1, maxLength: 4 },
  )
  .map(bandsFrom);

/** Bands with a share at, or within a point of, the start of one of them. */
const atALimit = (some: typeof wholeBands) =>
  some.chain((bands) =>
    fc
      .tuple(
        fc.constantFrom(...bands.map((band) => band.from)),
        fc.oneof(
          fc.double({ min: -1, max: 1, noNaN: true }),
          fc.constantFrom(0, 1e-13, -1e-13, 5e-10, -5e-10, 0.01, -0.01, 0.5, -0.5),
        ),
      )
      .map(([from, off]) => ({ bands, share: Math.min(1, Math.max(0, (from + off) / 100)) })),
  );

/** What a printed figure says, `−` being a minus sign. */
const read = (text: string): number => Number(text.replace('−', '-'));
const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

describe('a score in print', () => {
  it('is a whole number from 0 to 100', () => {
    expect(
      [0, 0.004, 0.005, 0.5, 0.714, 0.715, 0.999, 1].map((share) => printScore(share)),
    ).toEqual(['0', '0', '1', '50', '71', '72', '100', '100']);
  });

  it('is a word where there is none', () => {
    expect(printScore(null)).toBe('not scored');
    expect(printScore(null, BANDS)).toBe('not scored');
  });

  it('is never more than half a point from the exact one', () => {
    fc.assert(
      fc.property(someShare, (share) => {
        expect(printScore(share)).toMatch(/^\d+$/);
        expect(Math.abs(read(printScore(share)) - share * 100)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });

  it('shows a decimal, cut, where rounding would carry it into another band', () => {
    expect(printScore(0.796, BANDS)).toBe('79.6');
    expect(printScore(0.7999, BANDS)).toBe('79.9');
    expect(printScore(0.796)).toBe('80');
    expect(printScore(0.746, BANDS)).toBe('75');
    expect(printScore(0.8, BANDS)).toBe('80');
    expect(printScore(0.8 - 1e-13, BANDS)).toBe('80');
  });

  it.each([
    ['wherever whole-numbered bands start', wholeBands],
    ['even where bands start at decimals', fineBands],
  ])('never belongs to another band than the exact one, %s', (_where, some) => {
    fc.assert(
      fc.property(atALimit(some), ({ bands, share }) => {
        const printed = read(printScore(share, bands)) / 100;
        expect(bandOf(printed, bands)).toBe(bandOf(share, bands));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a percentage in print', () => {
  it('is cut, so that nearly all never reads as all', () => {
    expect([0, 0.004, 0.5, 0.996, 0.9999, 1].map((share) => printPercent(share))).toEqual([
      '0 %',
      '0 %',
      '50 %',
      '99 %',
      '99 %',
      '100 %',
    ]);
  });

  it('does not lose a whole percent to binary dust', () => {
    for (let percent = 0; percent <= 100; percent++) {
      expect(printPercent(percent / 100)).toBe(`${String(percent)} %`);
    }
  });

  it('is a dash where there is none', () => {
    expect(printPercent(null)).toBe('–');
  });
});

describe('a change in print', () => {
  it.each([
    [0.6, 0.75, '60', '75', '+15'],
    [0.75, 0.6, '75', '60', '−15'],
    [0.6, 0.6, '60', '60', '+0'],
    // 71.4 → 71.6 would read 71 → 72, change +0.
    [0.714, 0.716, '71.4', '71.6', '+0.2'],
    [0.716, 0.714, '71.6', '71.4', '−0.2'],
    // 70.4 → 71.6 would read 70 → 72, change +1.
    [0.704, 0.716, '70.4', '71.6', '+1.2'],
    // A fall of 0.04 must not read as −0.
    [0.7004, 0.7, '70', '70', '+0'],
    [0, 1, '0', '100', '+100'],
  ])('from %d to %d', (from, to, printedFrom, printedTo, difference) => {
    expect(printChange(from, to)).toEqual({ from: printedFrom, to: printedTo, difference });
  });

  it('shows decimals where a tiny difference would read 71 → 72', () => {
    const { from, to, difference } = printChange(0.71499, 0.71501);
    expect(decimalsOf(from)).toBeGreaterThan(0);
    expect(read(difference)).toBeCloseTo(read(to) - read(from), 9);
  });

  it('rounds a half the same way, however it was computed', () => {
    for (const share of [0.775, 0.7749999999999999, 0.7750000000000001]) {
      expect(printScore(share)).toBe('78');
      expect(printChange(0.7, share)).toEqual(printChange(0.7, 0.775));
    }
  });

  it('has no difference when one side is not scored', () => {
    expect(printChange(null, 0.5)).toEqual({ from: 'not scored', to: '50', difference: '–' });
    expect(printChange(0.5, null)).toEqual({ from: '50', to: 'not scored', difference: '–' });
    expect(printChange(null, null).difference).toBe('–');
  });

  it('in whole numbers is exactly the difference of the figures beside it', () => {
    fc.assert(
      fc.property(someShare, someShare, (a, b) => {
        const { from, to, difference } = printChange(a, b);
        if (decimalsOf(from) > 0) return;
        expect(read(difference)).toBe(read(to) - read(from));
      }),
      { numRuns: 5000 },
    );
  });

  it('with decimals is off by one in the last at most, each figure being rounded for itself', () => {
    fc.assert(
      fc.property(someShare, someShare, fineBands, (a, b, bands) => {
        const { from, to, difference } = printChange(a, b, bands);
        const unit = 10 ** -decimalsOf(from);
        const off = Math.abs(read(to) - read(from) - read(difference));
        expect(off).toBeLessThanOrEqual(unit + 1e-9);
        for (const [printed, share] of [[from, a] as const, [to, b] as const]) {
          expect(Math.abs(read(printed) - share * 100)).toBeLessThanOrEqual(unit / 2 + 1e-9);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('shows one decimal, and more only where a band asks for it', () => {
    fc.assert(
      fc.property(someShare, someShare, (a, b) => {
        expect(decimalsOf(printChange(a, b).from)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 2000 },
    );
    expect(printChange(0.79996, 0.9, BANDS)).toEqual({
      from: '79.996',
      to: '90.000',
      difference: '+10.004',
    });
    // Three decimals are the most: nearer to a band than that, only printScore keeps out of it.
    expect(printChange(0.799999, 0.9, BANDS).from).toBe('80.000');
    expect(printScore(0.799999, BANDS)).toBe('79.9');
  });

  it('shows the same number of decimals in all three figures, at most three', () => {
    fc.assert(
      fc.property(someShare, someShare, (a, b) => {
        const { from, to, difference } = printChange(a, b);
        const decimals = [from, to, difference].map(decimalsOf);
        expect(new Set(decimals).size).toBe(1);
        expect(Math.max(...decimals)).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('has the sign of the exact difference, or none to speak of', () => {
    fc.assert(
      fc.property(someShare, someShare, (a, b) => {
        const { difference } = printChange(a, b);
        expect(difference).toMatch(/^[+−]\d/);
        if (read(difference) !== 0) expect(Math.sign(read(difference))).toBe(Math.sign(b - a));
        else {
          expect(difference).toMatch(/^\+/);
          expect(Math.abs(b - a)).toBeLessThanOrEqual(0.005 + 1e-9);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('turned round shows the same figures with the other sign', () => {
    fc.assert(
      fc.property(someShare, someShare, (a, b) => {
        const [there, back] = [printChange(a, b), printChange(b, a)];
        expect([back.to, back.from]).toEqual([there.from, there.to]);
        expect(Math.abs(read(back.difference) + read(there.difference))).toBe(0);
      }),
    );
  });

  it('never shows a score that belongs to another band, unless three decimals are shown', () => {
    fc.assert(
      fc.property(atALimit(wholeBands), someShare, ({ bands, share }, other) => {
        const { from, to } = printChange(share, other, bands);
        if (decimalsOf(from) >= 3) return;
        expect(bandOf(read(from) / 100, bands)).toBe(bandOf(share, bands));
        expect(bandOf(read(to) / 100, bands)).toBe(bandOf(other, bands));
      }),
      { numRuns: 2000 },
    );
    expect(printChange(0.796, 0.9, BANDS)).toEqual({
      from: '79.6',
      to: '90.0',
      difference: '+10.4',
    });
  });
});

describe('a score in a sentence', () => {
  it('reads as one, and where there is none does not call that a score', () => {
    expect(scoreWords(0.66, BANDS)).toBe('score 66');
    expect(scoreWords(0, BANDS)).toBe('score 0');
    expect(scoreWords(null, BANDS)).toBe('not scored');
  });
});

describe('points', () => {
  it('have one decimal and a sign, none of them -0', () => {
    expect([0.0212, -0.0212, 0, -0, -0.0004, 0.00051, 1].map(printPoints)).toEqual([
      '+2.1',
      '−2.1',
      '+0.0',
      '+0.0',
      '+0.0',
      '+0.1',
      '+100.0',
    ]);
  });
});

describe('a range in print', () => {
  it('is rounded away from its middle', () => {
    expect(printRange({ lower: 0.561, upper: 0.714 })).toBe('56 to 72');
  });

  it('without any width is the very score, decimals for its band included', () => {
    for (const share of [0, 0.5, 0.798, 0.7999, 0.8, 1]) {
      expect(printRange({ lower: share, upper: share }, BANDS)).toBe(printScore(share, BANDS));
    }
  });
});
