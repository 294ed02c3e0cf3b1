import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/core/checklist/checklist.js';
import { definitionOf } from '../../../src/core/checklist/definition.js';
import { kinds } from '../../../src/core/checklist/kinds/index.js';
import { someItem } from '../../support/arbitraries.js';
import { least, makeItem } from '../../support/checklists.js';

const same = (kind: Item['kind'], a: object, b: object): boolean =>
  definitionOf(makeItem(kind, 'x', { ...a })) === definitionOf(makeItem(kind, 'x', { ...b }));

const option = (id: string, own: object = {}) => ({ id, text: id, ...own });
const levels = ['a', 'b', 'c', 'd', 'e'];

describe("an item's definition changes with", () => {
  it.each<[string, Item['kind'], object, object]>([
    ['the full of a measure', 'measure', { full: 10 }, { full: 11 }],
    ['the zero of a measure', 'measure', { zero: 60 }, { zero: 61 }],
    ['the unit of a measure', 'measure', { unit: 'minutes' }, { unit: 'hours' }],
    ['the zero of a sample', 'sample', { zero: 40 }, { zero: 50 }],
    ['a zero that a sample had not', 'sample', {}, { zero: 50 }],
    ['a level of a rating', 'rating', { levels }, { levels: levels.with(2, 'z') }],
    ['the order of levels', 'rating', { levels }, { levels: levels.toReversed() }],
    ['a check more', 'checks', { checks: [option('a')] }, { checks: [option('a'), option('b')] }],
    ['another check', 'checks', { checks: [option('a')] }, { checks: [option('b')] }],
    [
      'a standard more',
      'trace',
      { standards: [option('a')] },
      { standards: [option('a'), option('b')] },
    ],
    [
      'a standard that became a matter of respect',
      'trace',
      { standards: [option('a')] },
      { standards: [option('a', { respect: true })] },
    ],
    [
      'respect that moved from one standard to another',
      'trace',
      { standards: [option('a', { respect: true }), option('b')] },
      { standards: [option('a'), option('b', { respect: true })] },
    ],
  ])('%s', (_name, kind, before, after) => {
    expect(same(kind, before, after)).toBe(false);
  });

  it('its kind', () => {
    const definitions = kinds.map((kind) => definitionOf(makeItem(kind.name, 'x')));
    expect(new Set(definitions).size).toBe(kinds.length);
  });
});

describe("an item's definition does not change with", () => {
  it.each(kinds.map((kind) => kind.name))('the wording, guidance or place of a %s item', (kind) => {
    const guidance = {
      name: 'Another name',
      ask: 'Asked in other words?',
      departments: ['service', 'sales'],
      core: false,
      criteria: 'C',
      verify: 'V',
      remedy: 'R',
      source: ['S'],
    };
    expect(same(kind, least(kind), { ...least(kind), ...guidance })).toBe(true);
  });

  it('the weight, or whether it is critical', () => {
    fc.assert(
      fc.property(
        someItem('x'),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        (item, weight, critical) => {
          const other: Item = 'weight' in item ? { ...item, weight, critical } : item;
          expect(definitionOf(other)).toBe(definitionOf(item));
        },
      ),
    );
  });

  it.each<[string, Item['kind'], object, object]>([
    [
      'the order of checks',
      'checks',
      { checks: [option('a'), option('b')] },
      { checks: [option('b'), option('a')] },
    ],
    [
      'the wording of a check',
      'checks',
      { checks: [option('a')] },
      { checks: [{ id: 'a', text: 'Other' }] },
    ],
    [
      'the order of standards',
      'trace',
      { standards: [option('a'), option('b')] },
      { standards: [option('b'), option('a')] },
    ],
    [
      'the wording of a standard',
      'trace',
      { standards: [option('a')] },
      { standards: [{ id: 'a', text: 'Other' }] },
    ],
    ['how many to draw', 'sample', { draw: 10 }, { draw: 20 }],
    ['a zero of 0 % spelt out', 'sample', {}, { zero: 0 }],
  ])('%s', (_name, kind, before, after) => {
    expect(same(kind, before, after)).toBe(true);
  });

  it('its id', () => {
    expect(definitionOf(makeItem('yes-no', 'a'))).toBe(definitionOf(makeItem('yes-no', 'b')));
  });
});
