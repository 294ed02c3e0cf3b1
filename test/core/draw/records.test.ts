import { describe, expect, it } from 'vitest';
import { recordsOf, whyNoReference } from '../../../src/core/draw/records.js';
import { referenceColumn } from '../../../src/core/draw/reference-column.js';

describe('recordsOf', () => {
  it('takes rows that share a reference for one record, and leaves out rows without one', () => {
    const records = recordsOf([
      { reference: '1', stratum: 'a' },
      { reference: '', stratum: 'b' },
      { reference: '2', stratum: '' },
      { reference: '1', stratum: 'a' },
    ]);
    expect(records).toEqual({
      strata: new Map([
        ['a', ['1']],
        ['', ['2']],
      ]),
      number: 2,
      rows: 4,
      withoutReference: 1,
    });
  });

  it('takes spellings in small and capital letters for one record, whichever row is first', () => {
    const rows = ['ro 7', 'RO 7', 'Ro 7', 'ro 8'].map((reference) => ({ reference, stratum: 'a' }));
    for (const each of [rows, rows.toReversed()]) {
      const { strata, number } = recordsOf(each);
      expect(number).toBe(2);
      expect([...(strata.get('a') ?? [])].sort()).toEqual(['RO 7', 'ro 8']);
    }
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error('no rows');
    expect(() => recordsOf([first, { ...second, stratum: 'b' }])).toThrow(
      'RO 7 stands in two strata',
    );
  });

  it('takes other letters for another record', () => {
    const rows = ['Groß 1', 'Gross 1'].map((reference) => ({ reference, stratum: '' }));
    expect(recordsOf(rows).number).toBe(2);
  });

  it('names a reference that stands in two strata, also where one of them is empty', () => {
    const twice = (other: string) => () =>
      recordsOf([
        { reference: 'RO 7', stratum: 'Ann' },
        { reference: 'RO 7', stratum: other },
      ]);
    expect(twice('Bob')).toThrow('RO 7 stands in two strata: Ann and Bob.');
    expect(twice('')).toThrow('RO 7 stands in two strata: Ann and (empty).');
  });

  it('refuses a column that groups nothing', () => {
    const rows = (strata: number) =>
      Array.from({ length: strata }, (_, index) => ({
        reference: String(index),
        stratum: `s${String(index)}`,
      }));
    expect(recordsOf(rows(100)).strata.size).toBe(100);
    expect(() => recordsOf(rows(101))).toThrow('There are 101 strata');
  });
});

describe('whyNoReference', () => {
  it.each(['.', '-', '-7', '- 7', 'a', 'Z', '?'])(
    'refuses %j: the walk takes it for a key',
    (text) => {
      expect(whyNoReference(text)).toMatch(/^(?:is|starts) .+ \(.+\)$/);
    },
  );

  it.each(['7', '..', 'a1', '1a', '7?', 'RO-7', '.7', '修', '=1+1', '#'])('takes %j', (text) => {
    expect(whyNoReference(text)).toBeNull();
  });
});

describe('referenceColumn', () => {
  it.each<[string[], string | null]>([
    [['whatever'], 'whatever'],
    [['Date', 'RO number', 'ID'], 'RO number'],
    [['ID', 'R.O. #', 'Date'], 'R.O. #'],
    [['Customer', 'Repair Order No.'], 'Repair Order No.'],
    [['id', 'name'], 'id'],
    [['Name', 'Date'], null],
    [['RO', 'RO'], null],
    [['RO', 'RO', 'ID'], 'ID'],
    [[''], null],
    [['', 'a'], null],
  ])('of %j is %j', (headers, column) => {
    expect(referenceColumn(headers)).toBe(column);
  });
});
