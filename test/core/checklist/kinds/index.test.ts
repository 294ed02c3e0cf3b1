import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import { kindOf, kinds, workedExamples } from '../../../../src/core/checklist/kinds/index.js';
import { parseYaml } from '../../../../src/files/yaml-file.js';
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

  it.each(workedExamples().map((example) => ({ ...example, kind: example.item.kind })))(
    '$kind: the item of $because is one, and complete',
    ({ item }) => {
      expect(kindOf(item).schema().parse(item)).toEqual(item);
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
  it('has each kind once, and one that is not scored', () => {
    const names = kinds.map((kind) => kind.name);
    expect(new Set(names).size).toBe(names.length);
    expect(kinds.some((kind) => !kind.scored)).toBe(true);
  });

  it('finds the kind of every item', () => {
    for (const kind of kinds) expect(kindOf(makeItem(kind.name, 'x')).name).toBe(kind.name);
  });

  it('is taken whole by the editor’s schema, the walk, the forms and the command line', () => {
    for (const { name } of kinds) {
      const item = makeItem(name, 'x');
      const kind = kindOf(item);
      expect(kind.typed(item), name).toMatch(/\S/);
      expect(kind.room(item, NOTHING_DRAWN).fields.length, name).toBeGreaterThan(0);
      expect(kind.notation(item, NOTHING_DRAWN)[0]?.line, name).toBe('words');
    }
  });
});

const NOTHING_DRAWN = { refs: [], from: null };

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
          if (kindOf(item).text(item, value) === '')
            expect(said).not.toMatch(/NaN|undefined|null|\[object/);
        }),
      );
    });

    it('is whole cases exactly when it says so, and their mean is its share', () => {
      fc.assert(
        fc.property(pair, ({ item, value }) => {
          const found = kindOf(item).cases(item, value);
          expect(found !== null).toBe(kindOf(item).widget(item).widget === 'cases');
          if (found === null) return;
          const sum = found.cases.reduce((total, one) => total + one.share, 0);
          expect(kindOf(item).share(item, value)).toBeCloseTo(sum / found.cases.length, 12);
          for (const { lapses } of found.cases) {
            expect(found.standards).toEqual(expect.arrayContaining([...lapses]));
            expect(new Set(lapses).size).toBe(lapses.length);
          }
        }),
      );
    });

    it('offers whole answers only, and reads what it offers to type', () => {
      fc.assert(
        fc.property(someItem('x', [kind]), (item) => {
          for (const { id } of kindOf(item).completes(item)) {
            const { data, problems } = parseYaml('', id);
            expect(problems).toEqual([]);
            expect(readAnswer(item, data)).toMatchObject({ ok: true });
          }
        }),
      );
    });

    it('invents an answer that it takes, for any level and any number of records', () => {
      const some = fc.record({
        item: someItem('x', [kind]),
        level: fc.double({ min: 0, max: 1, noNaN: true }),
        records: fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined }),
        chances: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
      });
      fc.assert(
        fc.property(some, ({ item, level, records, chances }) => {
          const random = (): number => {
            const next = chances.next();
            return next.done === true ? 0 : next.value;
          };
          let filed = 0;
          const nextRef = (): string => `case ${String(++filed)}`;
          const { number = 0 } = kindOf(item).asksFor(item) ?? {};
          const value = kindOf(item).invent(item, {
            level,
            random,
            habit: random,
            records: number === 0 ? undefined : records,
            nextRef,
          });
          expect(readAnswer(item, value)).toMatchObject({ ok: true });
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
