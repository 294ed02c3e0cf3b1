import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/core/brief/place.js';

describe('the place among others', () => {
  it('counts those who are better', () => {
    expect(placeOf(0.5, [0.7, 0.3, 0.9, 0.1])).toEqual({ place: 3, of: 5, shared: false });
    expect(placeOf(0.9, [0.7])).toEqual({ place: 1, of: 2, shared: false });
  });

  it('is shared by equals, whatever binary dust is between them', () => {
    expect(placeOf(0.3, [0.1 + 0.2, 0.9])).toEqual({ place: 2, of: 3, shared: true });
  });

  it('is not said of the only one, nor of one without a score; others without one do not count', () => {
    expect(placeOf(0.5, [])).toBeNull();
    expect(placeOf(0.5, [null])).toBeNull();
    expect(placeOf(null, [0.5])).toBeNull();
    expect(placeOf(0.5, [0.4, null])).toEqual({ place: 1, of: 2, shared: false });
  });

  it('by law: everyone has one, the best has the first, and equals have the same', () => {
    const percent = fc.integer({ min: 0, max: 10 }).map((tenth) => tenth / 10);
    fc.assert(
      fc.property(fc.array(percent, { minLength: 2, maxLength: 9 }), (shares) => {
        const places = shares.map((share, i) => placeOf(share, shares.toSpliced(i, 1)));
        for (const [i, place] of places.entries()) {
          const share = shares[i] ?? 0;
          expect(place?.of).toBe(shares.length);
          expect(place?.place).toBe(shares.toSorted((a, b) => b - a).indexOf(share) + 1);
          expect(place?.shared).toBe(shares.filter((other) => other === share).length > 1);
        }
      }),
    );
  });
});
