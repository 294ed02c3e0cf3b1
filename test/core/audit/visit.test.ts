import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysWords,
  isDay,
  readDays,
  visitOf,
  visitedSchema,
  whyNotVisited,
} from '../../../src/core/audit/visit.js';

const TODAY = '2026-11-27';

/** The days that a text means. */
function daysOf(text: string): readonly string[] | string {
  const read = readDays(text, TODAY);
  return 'wrong' in read ? read.wrong : read.days;
}

describe('the days of a visit', () => {
  test.each([
    ['2026-11-27', ['2026-11-27']],
    [' today ', ['2026-11-27']],
    ['Yesterday, today', ['2026-11-26', '2026-11-27']],
    ['2026-11-26 and 2026-11-24', ['2026-11-24', '2026-11-26']],
    ['2026-11-26 2026-11-26;2026-11-25', ['2026-11-25', '2026-11-26']],
    ['2026-10-31 to 2026-11-02', ['2026-10-31', '2026-11-01', '2026-11-02']],
    ['2026-11-20, 2026-11-26 to today', ['2026-11-20', '2026-11-26', '2026-11-27']],
    // It may be tomorrow where the auditor is.
    ['2026-11-28', ['2026-11-28']],
  ])('are read as they are typed: %s', (text, days) => {
    expect(daysOf(text)).toEqual(days);
  });

  test.each([
    ['', 'a day is needed, such as 2026-11-27'],
    ['Monday', 'monday is no day; write it as 2026-11-27'],
    ['2026-02-30', '2026-02-30 is no day; write it as 2026-11-27'],
    ['27.11.2026', '27.11.2026 is no day; write it as 2026-11-27'],
    ['2026-11-29', '2026-11-29 has not come yet'],
    ['2026-11-20 to 2026-11-18', '2026-11-18 comes before 2026-11-20'],
    ['2026-11-20 to soon', '2026-11-20 to soon is no day; write it as 2026-11-27'],
    ['1926-01-01 to 2026-11-01', 'that is more than 92 days'],
  ])('are refused with what is wrong: %s', (text, wrong) => {
    expect(daysOf(text)).toBe(wrong);
  });

  test('are said in few words', () => {
    expect(daysWords(['2026-09-14'])).toBe('2026-09-14');
    expect(daysWords(['2026-09-14', '2026-09-15'])).toBe('2026-09-14 and 2026-09-15');
    expect(daysWords(['2026-08-03', '2026-08-31', '2026-09-01', '2026-09-02'])).toBe(
      '2026-08-03 and 2026-08-31 to 2026-09-02',
    );
    expect(daysWords(['2026-09-01', '2026-09-02', '2026-09-04', '2026-09-06'])).toBe(
      '2026-09-01, 2026-09-02, 2026-09-04 and 2026-09-06',
    );
  });

  test('as they are said are read again', () => {
    const day = fc
      .integer({ min: 0, max: 60 })
      .map((back) => new Date(Date.parse(TODAY) - back * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.uniqueArray(day, { minLength: 1 }), (days) => {
        expect(daysOf(daysWords([...days].sort()))).toEqual([...days].sort());
      }),
    );
  });

  test('are days that there are', () => {
    expect(['2024-02-29', '2026-02-29', '2026-13-01', '26-01-01', '2026-1-1'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('lie not ahead, and are not too many', () => {
    expect(whyNotVisited(['2026-11-28'], TODAY)).toBeNull();
    expect(whyNotVisited(['2026-11-27', '2026-11-29'], TODAY)).toBe('2026-11-29 has not come yet');
    const days = (many: number): string[] => Array.from({ length: many }, () => '2026-11-01');
    expect([whyNotVisited(days(92), TODAY), whyNotVisited(days(93), TODAY)]).toEqual([
      null,
      'that is more than 92 days',
    ]);
  });

  test('of a file are one or several, in order, each once', () => {
    const read = (input: unknown): unknown => visitedSchema().safeParse(input).data;
    expect(read('2026-09-14')).toEqual(['2026-09-14']);
    expect(read(['2026-09-15', '2026-09-14', '2026-09-15'])).toEqual(['2026-09-14', '2026-09-15']);
    expect([[], 'Monday', ['2026-09-14', 'x'], 20260914].map(read)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('that were said last count', () => {
    const said = (day: string) => ({ days: [day], by: 'A', at: '2026-11-27T00:00:00.000Z' });
    const visits = [said('2026-11-01'), said('2026-11-02')];
    expect([visitOf({ visits })?.days, visitOf({ visits: [] })]).toEqual([['2026-11-02'], null]);
  });
});
