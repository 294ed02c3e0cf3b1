import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import { stepSchema } from '../../../../src/core/checklist/checklist.js';
import { check } from '../../../../src/core/schema/issues.js';
import { kindOf } from '../../../../src/core/checklist/kinds/index.js';
import { expectIssues, issuesOf, makeItem, rawItem, valueOf } from '../../../support/checklists.js';

const item = makeItem('trace', 'visits', {
  standards: [
    ...['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, text: id })),
    { id: 'kept', text: 'Kept', respect: true },
    { id: 'told', text: 'Told', respect: true },
  ],
});

/** The share of a trace whose cases had these lapses, each written as `a,b`. */
function share(...cases: readonly string[]): number {
  const value = {
    cases: cases.map((lapses, i) => ({
      ref: `RO ${String(i)}`,
      lapses: lapses === '' ? [] : lapses.split(','),
    })),
  };
  return kindOf(item).share(item, value) ?? NaN;
}

describe('a case of a trace', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['a,b', 0.6],
    ['a,b,c', 0.2],
    ['a,b,c,d', 0],
    ['a,b,c,d,e', 0],
    ['kept', 0.6],
    ['kept,a', 0.2],
    ['kept,told', 0],
    ['kept,told,a,b,c,d,e', 0],
  ])('with the lapses "%s" earns %d', (lapses, expected) => {
    expect(share(lapses)).toBe(expected);
  });

  it('counts a lapse that is named twice once', () => {
    expect(share('a,b,b,a')).toBe(0.6);
    expect(share('kept,kept')).toBe(0.6);
  });

  it('never earns more for one lapse more', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'kept', 'told'];
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), fc.constantFrom(...ids), (lapses, more) => {
        expect(share([...lapses, more].join())).toBeLessThanOrEqual(share(lapses.join()));
      }),
    );
  });
});

describe('a trace item', () => {
  it('is the mean over its cases, in any order', () => {
    expect(share('', 'a,b', 'kept,told')).toBeCloseTo(1.6 / 3, 12);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('', 'a,b', 'a,b,c', 'kept,told', 'kept'), { minLength: 1 }),
        (cases) => {
          const mean = cases.reduce((sum, one) => sum + share(one), 0) / cases.length;
          expect(share(...cases)).toBeCloseTo(mean, 12);
          expect(share(...cases.toReversed())).toBeCloseTo(mean, 12);
        },
      ),
    );
  });

  it('takes cases with the number there were to draw from', () => {
    const value = { cases: [{ ref: 'RO 1', lapses: ['a'] }], from: 1 };
    expect(valueOf(readAnswer(item, value))).toEqual({ state: 'answered', value });
  });

  it('puts the answer in words', () => {
    const words = (...lapses: string[][]): string =>
      kindOf(item).words(item, {
        cases: lapses.map((each, i) => ({ ref: String(i), lapses: each })),
      });
    expect(words(['a'])).toBe('1 case, 1 lapse');
    expect(words([], ['a', 'b', 'b'])).toBe('2 cases, 2 lapses');
    expect(words([])).toBe('1 case, 0 lapses');
    const one = [{ ref: 'RO 1', lapses: [] }];
    expect(kindOf(item).words(item, { cases: one, from: 9 })).toBe('1 case (from 9), 0 lapses');
    expect(kindOf(item).words(item, { cases: one, from: 1 })).toBe('all 1 case, 0 lapses');
  });

  it('marks the standards of respect where it asks', () => {
    const widget = kindOf(item).widget(item);
    if (widget.widget !== 'cases') throw new Error(widget.widget);
    expect(widget.standards.filter(({ text }) => text.includes('counts double'))).toHaveLength(2);
    expect(kindOf(item).scale(item)).toMatch(/respect\b.*\b2/);
    const plain = makeItem('trace', 'x', { standards: [{ id: 'a', text: 'A' }] });
    expect(kindOf(plain).scale(plain)).not.toContain('respect');
  });

  const one = { ref: 'RO 1', lapses: [] };
  it.each<[unknown, string, RegExp]>([
    [{ cases: [{ ref: 'RO 1', lapses: ['kep'] }] }, 'cases.0.lapses.0', /did you mean kept\?/],
    [{ cases: [one, { ref: 'RO 2', lapses: [] }, one] }, 'cases.2.ref', /is there twice/],
    [
      { cases: [one, { ref: 'RO 2', lapses: [] }], from: 1 },
      'from',
      /less than the number of cases/,
    ],
    [{ cases: [{ lapses: [] }] }, 'cases.0.ref', /is missing/],
    [{ cases: [{ ref: 'RO 1' }] }, 'cases.0.lapses', /is missing/],
    [{ cases: [{ ref: '  ', lapses: [] }] }, 'cases.0.ref', /is empty/],
    [{ cases: [{ ref: 10234, lapses: [] }] }, 'cases.0.ref', /put it in quotes/],
    [{ cases: [{ ref: 'RO 1', laps: [], lapses: [] }] }, 'cases.0.laps', /did you mean lapses\?/],
    [
      { cases: [{ ref: 'RO 1', lapses: null }] },
      'cases.0.lapses',
      /is nothing where a list belongs/,
    ],
  ])('refuses %j', (input, path, says) => {
    expectIssues(issuesOf(readAnswer(item, input)), [path, says]);
  });

  it('with no case says to follow one or to mark it not checked', () => {
    expectIssues(issuesOf(readAnswer(item, { cases: [] })), ['cases', /not-checked/]);
  });
});

describe('the standards of a trace', () => {
  it('know respect, so that a misspelt one is recognised', () => {
    const standards = [{ id: 'kept', text: 'Kept', respct: true }];
    const read = check(stepSchema().shape.items.element, rawItem('trace', 'x', { standards }));
    expectIssues(issuesOf(read), ['standards.0.respct', /did you mean respect\?/]);
  });
});
