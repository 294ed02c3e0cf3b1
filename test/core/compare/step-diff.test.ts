import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEP_TAGS, diffSteps, stepCounterparts } from '../../../src/core/compare/step-diff.js';
import { makeItem, makeStep } from '../../support/checklists.js';

const step = (id: string, ...items: readonly string[]) =>
  makeStep(
    id,
    items.map((item) => makeItem('yes-no', item)),
  );

const found = (from: readonly ReturnType<typeof step>[], to: readonly ReturnType<typeof step>[]) =>
  Object.fromEntries(stepCounterparts(from, to));

describe('the counterpart of a step', () => {
  it('is the one with its id, or a new one that has most of its items', () => {
    expect(found([step('a', 'i', 'j', 'k')], [step('b', 'i', 'j')])).toEqual({ a: 'b' });
    expect(found([step('a', 'i', 'j')], [step('b', 'i', 'x')])).toEqual({});
  });

  it('is no new one that has half of its items, or whose items are half of it', () => {
    const [small, large] = [
      ['i', 'j'],
      ['i', 'j', 'k', 'l'],
    ] as const;
    expect(found([step('a', ...large)], [step('b', ...small)])).toEqual({});
    expect(found([step('a', ...small)], [step('b', ...large)])).toEqual({});
    expect(found([step('a', 'i', 'j', 'k')], [step('b', 'i')])).toEqual({});
  });

  it('is the one with its id, though all its items are new or have moved to a new step', () => {
    const from = [step('a', 'i', 'j'), step('b', 'k')];
    expect(found(from, [step('a', 'x', 'y'), step('b', 'k')])).toEqual({ a: 'a', b: 'b' });
    expect(found(from, [step('new', 'i', 'j'), step('a', 'x'), step('b', 'k')])).toEqual({
      a: 'a',
      b: 'b',
    });
  });

  it('is never one that stays under its own id, whatever has moved into it', () => {
    const from = [step('gone', 'i', 'j', 'k'), step('stays', 'x')];
    expect(found(from, [step('stays', 'i', 'j', 'k')])).toEqual({ stays: 'stays' });
  });

  it('by law is nobody else’s', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const some = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }).chain((names) =>
      fc.array(fc.nat({ max: names.length }), { minLength: 6, maxLength: 6 }).map((places) =>
        names.flatMap((id, s) => {
          const items = ['i', 'j', 'k', 'l', 'm', 'n'].filter((_, n) => places[n] === s);
          return items.length === 0 ? [] : [step(id, ...items)];
        }),
      ),
    );
    fc.assert(
      fc.property(some, some, (from, to) => {
        const heirs = Object.values(found(from, to));
        expect(new Set(heirs).size).toBe(heirs.length);
      }),
    );
  });
});

describe('what became of steps', () => {
  const diff = (from: readonly ReturnType<typeof step>[], to: readonly ReturnType<typeof step>[]) =>
    diffSteps(from, to, stepCounterparts(from, to));
  const heavier = (one: ReturnType<typeof step>) => ({ ...one, weight: one.weight + 1 });

  it('is said in the order of the later checklist, what is gone last, each with what differs', () => {
    const from = [step('gone', 'x'), step('kept', 'a', 'b'), step('old', 'i', 'j')];
    const to = [step('renamed', 'i', 'j'), step('fresh', 'y'), heavier(step('kept', 'b', 'a'))];
    const told = diff(from, to);
    expect(told.map(({ tag, id, was, breaks }) => [tag, id, was, breaks])).toEqual([
      ['probably-renamed', 'renamed', 'old', true],
      ['new', 'fresh', null, true],
      ['reweighted', 'kept', null, false],
      ['gone', 'gone', null, true],
    ]);
    expect(told.map(({ details }) => details.map(({ key }) => key).toSorted())).toEqual([
      ['asks', 'title'],
      [],
      ['items', 'weight'],
      [],
    ]);
  });

  it('has a rule of its own for each', () => {
    const [one, other] = [step('a', 'i', 'j'), step('b', 'k')];
    const rules = new Map(
      [
        diff([one], [step('z', 'i', 'j')]),
        diff([one], [other]),
        diff([one], [heavier(one)]),
        diff([one], [step('a', 'j', 'i')]),
        diff([one], [{ ...one, title: 'Another' }]),
        diff([one], [one]),
      ].flatMap((told) => told.map(({ tag, rule }) => [tag, rule] as const)),
    );
    expect([...rules.keys()].toSorted()).toEqual([...STEP_TAGS].toSorted());
    expect(new Set(rules.values()).size).toBe(STEP_TAGS.length);
  });
});
