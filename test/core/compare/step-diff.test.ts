import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepCounterparts } from '../../../src/core/compare/step-diff.js';
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
