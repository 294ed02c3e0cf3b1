import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, localTime, momentOf, timeOf } from '../../src/core/moment.js';

describe('a moment', () => {
  test('keeps its time in UTC and the offset of where it happened', () => {
    const now = new Date('2026-10-01T03:30:00.000Z');
    const moment = momentOf(now, -7 * 60);
    expect(moment).toBe('2026-10-01T03:30:00.000Z[-07:00]');
    expect([dayOf(moment), localTime(moment)]).toEqual([
      '2026-09-30',
      '2026-09-30T20:30:00.000-07:00',
    ]);
    expect(dayOf(momentOf(new Date('2026-09-30T19:00:00.000Z'), 5 * 60 + 45))).toBe('2026-10-01');
  });

  test('at UTC, or of an older program, is as it stands', () => {
    const moment = momentOf(new Date('2026-10-01T03:30:00.000Z'), 0);
    expect([moment, dayOf(moment), localTime(moment)]).toEqual([
      '2026-10-01T03:30:00.000Z',
      '2026-10-01',
      '2026-10-01T03:30:00.000Z',
    ]);
  });

  test('that is kept stays as it is kept', () => {
    const kept = '2026-10-01T03:30:00.000Z[+14:00]';
    expect(momentOf(kept, 60)).toBe(kept);
  });

  test('takes the offset of the place where the program runs', () => {
    const now = new Date('2026-10-01T03:30:00.000Z');
    expect(momentOf(now)).toBe(momentOf(now, -now.getTimezoneOffset()));
  });

  test('by law gives its time back, whose text any clock reads, and sorts by it', () => {
    const times = fc.date({
      min: new Date('1970-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(times, offsets, times, offsets, (one, there, other, elsewhere) => {
        const [a, b] = [momentOf(one, there), momentOf(other, elsewhere)];
        expect(timeOf(a)).toBe(one.getTime());
        expect(Date.parse(localTime(a))).toBe(one.getTime());
        if (one.getTime() < other.getTime()) expect(a < b).toBe(true);
      }),
    );
  });
});
