import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import { kindOf, kinds, workedExamples } from '../../../../src/core/checklist/kinds/index.js';
import { someItem, someValue } from '../../../support/arbitraries.js';
import { makeItem, valueOf } from '../../../support/checklists.js';

describe('the worked examples that reports print', () => {
  it.each(workedExamples().map((example) => ({ ...example, kind: example.item.kind })))(
    '$kind: $because earns a share of $share',
    ({ item, answer, share }) => {
      const computed = kindOf(item).share(item, answer);
      if (share === null) expect(computed).toBeNull();
      else expect(computed).toBeCloseTo(share, 12);
    },
  );

  it.each(workedExamples().map((example) => ({ ...example, kind: example.item.kind })))(
    '$kind: $because is a valid answer in the form it is kept',
    ({ item, answer }) => {
      expect(valueOf(readAnswer(item, answer))).toEqual({ state: 'answered', value: answer });
    },
  );

  it('stand for every kind of THE LIST', () => {
    for (const kind of kinds) {
      expect(
        workedExamples().filter((example) => example.item.kind === kind.name).length,
        kind.name,
      ).toBe(kind.examples.length);
      expect(kind.examples.length, kind.name).toBeGreaterThan(0);
    }
  });
});

describe('THE LIST of kinds', () => {
  it('has the kinds of the design, each once', () => {
    expect(kinds.map((kind) => kind.name)).toEqual([
      'yes-no',
      'rating',
      'sample',
      'measure',
      'checks',
      'trace',
      'remark',
    ]);
  });

  it('finds the kind of every item', () => {
    for (const kind of kinds) expect(kindOf(makeItem(kind.name, 'x')).name).toBe(kind.name);
  });

  it('scores every kind but the remark', () => {
    expect(kinds.filter((kind) => !kind.scored).map((kind) => kind.name)).toEqual(['remark']);
  });
});

describe.each(kinds.map((kind) => kind.name))(
  'any item of kind %s with any valid answer',
  (kind) => {
    const pair = someItem('x', [kind]).chain((item) =>
      someValue(item).map((value) => ({ item, value })),
    );

    it('takes the answer exactly as it is', () => {
      fc.assert(
        fc.property(pair, ({ item, value }) => {
          expect(kindOf(item).value(item).parse(value)).toEqual(value);
        }),
      );
    });

    it('earns a share from 0 to 1, or none at all', () => {
      fc.assert(
        fc.property(pair, ({ item, value }) => {
          const share = kindOf(item).share(item, value);
          if (!kindOf(item).scored) {
            expect(share).toBeNull();
            return;
          }
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }),
      );
    });

    it('says the answer and its scale in words', () => {
      fc.assert(
        fc.property(pair, ({ item, value }) => {
          expect(kindOf(item).words(item, value)).not.toBe('');
          expect(kindOf(item).scale(item)).not.toBe('');
          const said = [kindOf(item).words(item, value), kindOf(item).detail(item, value)].join(
            ' ',
          );
          // What an auditor typed may say anything; the program's own words may not.
          if (kind !== 'remark') expect(said).not.toMatch(/NaN|undefined|null|\[object/);
        }),
      );
    });

    it('breaks no rule of its own', () => {
      fc.assert(
        fc.property(pair, ({ item }) => {
          expect(kindOf(item).rules(item)).toEqual([]);
        }),
      );
    });
  },
);
