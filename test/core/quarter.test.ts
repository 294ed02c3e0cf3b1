import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quarter } from '../../src/core/quarter.js';
import {
  CALENDAR_YEAR,
  calendarQuarter,
  isSameYear,
  quarterIn,
  shortMonthsOf,
  MONTHS,
  hasBegun,
  isQuarter,
  monthsOf,
  parseQuarter,
  quarterName,
  quarterOf,
  shiftQuarter,
  shortQuarter,
} from '../../src/core/quarter.js';

const FIRST = '1000-Q1';
const LAST = '9999-Q4';

const someQuarter = fc
  .tuple(fc.integer({ min: 1000, max: 9999 }), fc.constantFrom(1, 2, 3, 4))
  .map(([year, number]) => `${String(year)}-Q${String(number)}`)
  .filter((text): text is Quarter => isQuarter(text));

/** Quarters counted from year 0, in another way than the code does. */
function index(quarter: Quarter): number {
  const [year, number] = quarter.split('-Q').map(Number);
  return (year ?? NaN) * 4 + (number ?? NaN);
}

describe('a quarter in writing', () => {
  it.each(['2026-Q3', '2026Q3', '2026 Q3', '2026-q3', '2026 q3', 'Q3 2026', 'q3-2026', 'Q32026'])(
    'reads %s',
    (text) => {
      expect(parseQuarter(text)).toBe('2026-Q3');
    },
  );

  it('forgives white space around it', () => {
    expect(parseQuarter(' 2026-Q3\n')).toBe('2026-Q3');
  });

  it.each([
    '',
    '2026',
    'Q3',
    '2026-Q0',
    '2026-Q5',
    '26-Q3',
    '0026-Q3',
    '12026-Q3',
    '2026-3',
    '2026-Q33',
    'Q3 2026 Q3',
    '2026--Q3',
    '٢٠٢٦-Q3',
  ])('refuses %j', (text) => {
    expect(parseQuarter(text)).toBeNull();
  });

  it('gives the stored form back unchanged', () => {
    fc.assert(
      fc.property(someQuarter, (quarter) => {
        expect(parseQuarter(quarter)).toBe(quarter);
      }),
    );
  });

  it('never reads a text as something that is not a quarter', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[qQ0-5 -]{0,9}$/),
          fc.stringMatching(/^\d{4}[- ]?[qQ]\d$/),
        ),
        (text) => {
          const quarter = parseQuarter(text);
          expect(quarter === null || isQuarter(quarter)).toBe(true);
        },
      ),
    );
  });

  it('accepts only the stored form as stored', () => {
    expect(isQuarter('2026-Q3')).toBe(true);
    for (const text of ['2026-q3', '2026Q3', ' 2026-Q3', '2026-Q3\n', '0026-Q3', '2026-Q5']) {
      expect(isQuarter(text)).toBe(false);
    }
  });
});

describe('shifting a quarter', () => {
  it('crosses the turn of the year both ways', () => {
    expect(shiftQuarter('2026-Q4', 1)).toBe('2027-Q1');
    expect(shiftQuarter('2026-Q1', -1)).toBe('2025-Q4');
    expect(shiftQuarter('2026-Q3', 0)).toBe('2026-Q3');
    expect(shiftQuarter('2026-Q3', -8)).toBe('2024-Q3');
  });

  it('is undone by shifting as far back', () => {
    fc.assert(
      fc.property(someQuarter, fc.integer({ min: -2000, max: 2000 }), (quarter, by) => {
        fc.pre(index(quarter) + by >= index(FIRST) && index(quarter) + by <= index(LAST));
        expect(shiftQuarter(shiftQuarter(quarter, by), -by)).toBe(quarter);
      }),
    );
  });

  it('moves by exactly as many quarters as asked', () => {
    fc.assert(
      fc.property(someQuarter, fc.integer({ min: -2000, max: 2000 }), (quarter, by) => {
        fc.pre(index(quarter) + by >= index(FIRST) && index(quarter) + by <= index(LAST));
        expect(index(shiftQuarter(quarter, by))).toBe(index(quarter) + by);
      }),
    );
  });

  it('refuses to leave the years that can be written', () => {
    expect(() => shiftQuarter(LAST, 1)).toThrow(RangeError);
    expect(() => shiftQuarter(FIRST, -1)).toThrow(RangeError);
  });

  it('keeps order: comparing texts is comparing times', () => {
    fc.assert(
      fc.property(someQuarter, someQuarter, (a, b) => {
        expect(a < b).toBe(index(a) < index(b));
      }),
    );
  });
});

describe('the quarter a day falls in', () => {
  it.each<[string, Date, number, string]>([
    ['the first day of a calendar year', new Date(2026, 0, 1), 1, '2026-Q1'],
    ['the last moment of a calendar quarter', new Date(2026, 8, 30, 23, 59, 59, 999), 1, '2026-Q3'],
    ['the last day of a calendar year', new Date(2026, 11, 31), 1, '2026-Q4'],
    ['the last day before an April year', new Date(2026, 2, 31, 23, 59), 4, '2026-Q4'],
    ['the first day of an April year', new Date(2026, 3, 1), 4, '2027-Q1'],
    ['December of an April year', new Date(2026, 11, 31), 4, '2027-Q3'],
    ['January of an April year', new Date(2027, 0, 1), 4, '2027-Q4'],
    ['the last day before an October year', new Date(2025, 8, 30), 10, '2025-Q4'],
    ['the first day of an October year', new Date(2025, 9, 1), 10, '2026-Q1'],
    ['January of an October year', new Date(2026, 0, 15), 10, '2026-Q2'],
    ['July of an October year', new Date(2026, 6, 1), 10, '2026-Q4'],
    ['a leap day of a March year', new Date(2028, 1, 29), 3, '2028-Q4'],
    ['the first day of a December year', new Date(2025, 11, 1), 12, '2026-Q1'],
  ])('is right for %s', (_name, day, yearStarts, quarter) => {
    expect(quarterOf(day, { yearStarts })).toBe(quarter);
  });

  const someDay = fc
    .tuple(fc.integer({ min: 1990, max: 2100 }), fc.nat(11), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, date]) => new Date(year, month, date, 12));
  const someStart = fc.integer({ min: 1, max: 12 });

  it('is named after the calendar year in which its business year ends', () => {
    fc.assert(
      fc.property(someDay, someStart, (day, starts) => {
        // The last month of the business year that the day is in, found by walking forward.
        const last = new Date(day.getFullYear(), day.getMonth(), 1);
        while (((last.getMonth() + 1) % 12) + 1 !== starts) last.setMonth(last.getMonth() + 1);
        expect(quarterOf(day, { yearStarts: starts }).slice(0, 4)).toBe(String(last.getFullYear()));
      }),
    );
  });

  it('follows on three months later', () => {
    fc.assert(
      fc.property(someDay, someStart, (day, starts) => {
        const later = new Date(day.getFullYear(), day.getMonth() + 3, day.getDate(), 12);
        expect(quarterOf(later, { yearStarts: starts })).toBe(
          shiftQuarter(quarterOf(day, { yearStarts: starts }), 1),
        );
      }),
    );
  });

  it('is named after the calendar year in which its business year starts, where that is said', () => {
    fc.assert(
      fc.property(someDay, someStart, (day, yearStarts) => {
        const first = new Date(day.getFullYear(), day.getMonth(), 1);
        while (first.getMonth() + 1 !== yearStarts) first.setMonth(first.getMonth() - 1);
        const quarter = quarterOf(day, { yearStarts, yearNamed: 'first' });
        expect(quarter.slice(0, 4)).toBe(String(first.getFullYear()));
        expect(quarter.slice(5)).toBe(quarterOf(day, { yearStarts }).slice(5));
      }),
    );
  });

  it('starts its first quarter in the month that the year starts in', () => {
    for (const [month, name] of MONTHS.entries()) {
      expect(quarterOf(new Date(2026, month, 1), { yearStarts: month + 1 }), name).toMatch(/-Q1$/);
      expect(quarterOf(new Date(2026, month, 0), { yearStarts: month + 1 }), name).toMatch(/-Q4$/);
    }
  });
});

describe('a quarter in words', () => {
  it.each([
    ['2026-Q1', 1, 'January to March 2026'],
    ['2026-Q4', 1, 'October to December 2026'],
    ['2026-Q1', 4, 'April to June 2025'],
    ['2026-Q4', 4, 'January to March 2026'],
    ['2026-Q1', 12, 'December 2025 to February 2026'],
    ['2026-Q4', 12, 'September to November 2026'],
  ] as const)('%s of a year from month %i on is %s', (quarter, yearStarts, months) => {
    expect(monthsOf(quarter, { yearStarts })).toBe(months);
  });

  it('is short where the year is plain', () => {
    expect(quarterName('2026-Q3')).toBe('Q3 2026');
    expect(shortQuarter('2026-Q3')).toBe('Q3');
  });

  it('is read in both orders, and nothing stands around it', () => {
    expect(parseQuarter(' q3 2026 ')).toBe('2026-Q3');
    expect(parseQuarter(' 2026-q3 ')).toBe('2026-Q3');
    for (const text of ['xq3 2026', 'x q3 2026', 'q3 2026x', 'q3 2026 x', 'x2026-q3', '']) {
      expect(parseQuarter(text)).toBeNull();
    }
  });
});

describe('quarters of two business years', () => {
  const april = { yearStarts: 4 };
  const named = { yearStarts: 4, yearNamed: 'first' } as const;

  it('are the same months under the same names, or not', () => {
    expect(isSameYear(april, { yearStarts: 4 })).toBe(true);
    expect(isSameYear(april, named)).toBe(false);
    expect(isSameYear(april, CALENDAR_YEAR)).toBe(false);
    expect(isSameYear({ yearStarts: 1, yearNamed: 'first' }, CALENDAR_YEAR)).toBe(true);
  });

  it('are the calendar’s where they have its months', () => {
    expect(calendarQuarter('2026-Q3', CALENDAR_YEAR)).toBe('2026-Q3');
    expect(calendarQuarter('2027-Q2', april)).toBe('2026-Q3');
    expect(calendarQuarter('2026-Q2', named)).toBe('2026-Q3');
    expect(calendarQuarter('2026-Q4', named)).toBe('2027-Q1');
    expect(calendarQuarter('2027-Q3', { yearStarts: 2 })).toBeNull();
    expect(quarterIn('2027-Q3', { yearStarts: 2 }, CALENDAR_YEAR)).toBe('2026-Q3');
    expect(quarterIn('2026-Q3', CALENDAR_YEAR, april)).toBe('2027-Q2');
  });

  it('have months, short where there is little room', () => {
    expect(monthsOf('2026-Q4', named)).toBe('January to March 2027');
    expect(shortMonthsOf('2026-Q3', CALENDAR_YEAR)).toBe('Jul–Sep 2026');
    expect(shortMonthsOf('2026-Q1', { yearStarts: 12 })).toBe('Dec 2025–Feb 2026');
  });
});

describe('a quarter has begun', () => {
  it.each([
    ['2026-Q3', 1, true],
    ['2026-Q4', 1, true],
    ['2027-Q1', 1, false],
    ['2027-Q3', 4, true],
    ['2027-Q4', 4, false],
  ] as const)(
    'on 1 October 2026: %s of a year from month %i on, %s',
    (quarter, yearStarts, has) => {
      expect(hasBegun(quarter, new Date(2026, 9, 1), { yearStarts })).toBe(has);
    },
  );
});
