import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/core/draw/records.js';
import { recordsOf } from '../../../src/core/draw/records.js';
import type { Selection } from '../../../src/core/draw/selection.js';
import { drawRecords } from '../../../src/core/draw/selection.js';
import { UserError } from '../../../src/core/errors.js';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

function draw(rows: readonly Row[], count: number, seed: string): Selection {
  return drawRecords(recordsOf(rows), count, seed, sha256);
}

const unstratified = (references: readonly string[]): Row[] =>
  references.map((reference) => ({ reference, stratum: '' }));

const TWENTY = Array.from({ length: 20 }, (_, index) => `RO ${String(1000 + index)}`);

/** The same twenty: eleven of Ann's, six of Bob's, three of Cy's. */
const BY_ADVISOR = TWENTY.map((reference, index): Row => ({
  reference,
  stratum: index < 11 ? 'Ann' : index < 17 ? 'Bob' : 'Cy',
}));

// Computed with Python's hashlib, and written down.
describe('the draw of a seed is the same everywhere', () => {
  it('of plain references', () => {
    expect(draw(unstratified(TWENTY), 5, '4f2c9a')).toEqual({
      from: 20,
      strata: [{ name: '', from: 20, drawn: 5 }],
      refs: ['RO 1012', 'RO 1004', 'RO 1006', 'RO 1009', 'RO 1008'],
    });
  });

  it('of references in any script, and with colons in them', () => {
    const references = ['修理 1', '修理 2', 'Ärger', '🚗 7', '=1+1', 'a:b'];
    expect(draw(unstratified(references), 6, 'Los 8').refs).toEqual([
      'a:b',
      'Ärger',
      '修理 1',
      '🚗 7',
      '修理 2',
      '=1+1',
    ]);
  });

  it('in proportion, where another one comes out without', () => {
    // 7 × 11/20 = 3.85, 7 × 6/20 = 2.1, 7 × 3/20 = 1.05: the one that is missing comes from Ann.
    expect(draw(BY_ADVISOR, 7, 'x7')).toEqual({
      from: 20,
      strata: [
        { name: 'Ann', from: 11, drawn: 4 },
        { name: 'Bob', from: 6, drawn: 2 },
        { name: 'Cy', from: 3, drawn: 1 },
      ],
      refs: ['RO 1014', 'RO 1017', 'RO 1013', 'RO 1002', 'RO 1006', 'RO 1007', 'RO 1010'],
    });
    expect(draw(unstratified(TWENTY), 7, 'x7').refs).toEqual([
      'RO 1014',
      'RO 1017',
      'RO 1013',
      'RO 1018',
      'RO 1011',
      'RO 1012',
      'RO 1002',
    ]);
  });
});

const seeds = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
const someRows = fc.uniqueArray(
  fc.record({
    reference: fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
    stratum: fc.constantFrom('', 'a', 'b', 'c', '漢'),
  }),
  { selector: ({ reference }) => reference.toLowerCase(), minLength: 1, maxLength: 30 },
);
const someDraw = someRows.chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    count: fc.integer({ min: 0, max: rows.length }),
    seed: seeds,
  }),
);

describe('a draw', () => {
  it('depends neither on the order of the rows nor on how many a record has', () => {
    const shuffled = someDraw.chain(({ rows, count, seed }) =>
      fc.record({
        one: fc.constant(draw(rows, count, seed)),
        other: fc
          .subarray(rows)
          .chain((again) =>
            fc.shuffledSubarray([...rows, ...again], { minLength: rows.length + again.length }),
          )
          .map((other) => draw(other, count, seed)),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ one, other }) => {
        expect(other).toEqual(one);
      }),
    );
  });

  it('depends neither on how a reference is spelled in which row, in small or capital letters', () => {
    const upper = unstratified(TWENTY);
    const lower = unstratified(TWENTY.map((reference) => reference.toLowerCase()));
    expect(draw([...lower, ...upper], 7, 's')).toEqual(draw(upper, 7, 's'));
    expect(draw([...upper, ...lower], 7, 's')).toEqual(draw(upper, 7, 's'));
  });

  it('takes as many different records as asked, each from its stratum', () => {
    fc.assert(
      fc.property(someDraw, ({ rows, count, seed }) => {
        const { refs, strata, from } = draw(rows, count, seed);
        expect(new Set(refs).size).toBe(count);
        expect(refs).toHaveLength(count);
        expect(from).toBe(rows.length);
        expect(strata.map(({ name }) => name)).toEqual(
          [...new Set(rows.map(({ stratum }) => stratum))].sort(),
        );
        for (const { name, from: size, drawn } of strata) {
          const own = rows.filter(({ stratum }) => stratum === name);
          expect(own).toHaveLength(size);
          expect(own.filter(({ reference }) => refs.includes(reference))).toHaveLength(drawn);
        }
      }),
    );
  });

  it('of fewer is the start of a draw of more, without strata', () => {
    fc.assert(
      fc.property(someDraw, ({ rows, count, seed }) => {
        const plain = unstratified(rows.map(({ reference }) => reference));
        const all = draw(plain, plain.length, seed).refs;
        expect(draw(plain, count, seed).refs).toEqual(all.slice(0, count));
      }),
    );
  });

  it('of more than there are says how many there are', () => {
    const tooMany = (rows: readonly Row[], count: number): string => {
      try {
        return draw(rows, count, 's').refs.join();
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        return error instanceof UserError ? `${error.message} ${error.hint ?? ''}` : '';
      }
    };
    expect(tooMany(unstratified(TWENTY), 21)).toMatch(/only 20 records, .* draw 21\. .*--count 20/);
    expect(tooMany(unstratified(['a', 'a']), 2)).toMatch(/is only 1 record,/);
    expect(tooMany(unstratified(['']), 1)).toMatch(/no records to draw from/);
    expect(draw(unstratified(TWENTY), 20, 's').refs.toSorted()).toEqual(TWENTY);
  });
});

describe('over many seeds', () => {
  const SEEDS = 4000;
  const DRAWN = 5;

  /** How often each of the twenty was drawn, and how often it came first. */
  function tally(rows: readonly Row[]): { drawn: number[]; first: number[] } {
    const [drawn, first] = [TWENTY.map(() => 0), TWENTY.map(() => 0)];
    const add = (counts: number[], reference: string | undefined): void => {
      const index = TWENTY.indexOf(reference ?? '');
      counts[index] = (counts[index] ?? 0) + 1;
    };
    for (let seed = 0; seed < SEEDS; seed++) {
      const { refs } = draw(rows, DRAWN, `seed ${String(seed)}`);
      for (const reference of refs) add(drawn, reference);
      add(first, refs[0]);
    }
    return { drawn, first };
  }

  const chiSquare = (counts: readonly number[], expected: number): number =>
    counts.reduce((sum, each) => sum + (each - expected) ** 2 / expected, 0);

  // The seeds are fixed, so these come out the same each time. With 19 degrees of freedom chance
  // alone passes 61 once in a hundred thousand choices of seeds.
  const BOUND = 61;

  it('each record is drawn equally often, and equally often first', () => {
    const { drawn, first } = tally(unstratified(TWENTY));
    expect(drawn.reduce((sum, each) => sum + each)).toBe(SEEDS * DRAWN);
    expect(chiSquare(drawn, (SEEDS * DRAWN) / 20)).toBeLessThan(BOUND);
    expect(chiSquare(first, SEEDS / 20)).toBeLessThan(BOUND);
  });

  it('each record of a stratum is drawn equally often', () => {
    // 5 of 20 is a quarter: 2.75, 1.5 and 0.75 make 3, 1 and 1.
    const { drawn } = tally(BY_ADVISOR);
    expect(chiSquare(drawn.slice(0, 11), (SEEDS * 3) / 11)).toBeLessThan(BOUND);
    expect(chiSquare(drawn.slice(11, 17), SEEDS / 6)).toBeLessThan(BOUND);
    expect(chiSquare(drawn.slice(17), SEEDS / 3)).toBeLessThan(BOUND);
  });
});
