import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checklist, Item, Scope, Step } from '../../../src/core/checklist/checklist.js';
import { SCOPES } from '../../../src/core/checklist/checklist.js';
import { changesBetween } from '../../../src/core/compare/change.js';
import type { ChecklistDiff } from '../../../src/core/compare/checklist-diff.js';
import { diffChecklists } from '../../../src/core/compare/checklist-diff.js';
import { detailWords } from '../../../src/core/compare/detail.js';
import type { ItemDiff, ItemTag } from '../../../src/core/compare/item-diff.js';
import { someChecklist, someItem } from '../../support/arbitraries.js';
import { BANDS, makeChecklist, makeItem, makeStep, resultOf } from '../../support/checklists.js';

const stay = makeItem('yes-no', 'stays');

/** How an item of each kind and its later self differ, in a step of their own. */
function itemDiff(kind: Item['kind'], before: object, after: object, later = kind): ItemDiff {
  const [from, to] = [makeItem(kind, 'x', { ...before }), makeItem(later, 'x', { ...after })];
  const found = between([from, stay], [to, stay]).items.find(({ id }) => id === 'x');
  if (found === undefined) throw new Error('x is in both');
  return found;
}

function between(before: readonly Item[], after: readonly Item[]): ChecklistDiff {
  return diffChecklists(
    makeChecklist([makeStep('one', before)]),
    makeChecklist([makeStep('one', after)]),
  );
}

function told(diff: ChecklistDiff): string[] {
  return diff.items.map(({ tag, id, was }) => `${was === null ? '' : `${was} > `}${id} ${tag}`);
}

const option = (id: string, own: object = {}) => ({ id, text: id, ...own });

describe('an item is redefined, and breaks, by', () => {
  const levels = ['a', 'b', 'c', 'd', 'e'];
  it.each<[string, Item['kind'], object, object, string[]]>([
    ['a limit', 'measure', { full: 10 }, { full: 20 }, ['full: 10 → 20']],
    ['its zero', 'sample', {}, { zero: 50 }, ['zero: 0 → 50']],
    ['its unit', 'measure', { unit: 'hours' }, { unit: 'days' }, ['unit: “hours” → “days”']],
    ['a level', 'rating', { levels }, { levels: levels.with(1, 'z') }, ['levels: “b” → “z”']],
    [
      'another order of levels',
      'rating',
      { levels },
      { levels: levels.toReversed() },
      ['levels: in another order'],
    ],
    [
      'a check more and one less',
      'checks',
      { checks: [option('a'), option('b'), option('c')] },
      { checks: [option('b'), option('c'), option('d'), option('e')] },
      ['checks: “d” is new; “e” is new; “a” is gone'],
    ],
    [
      'a standard that is a matter of respect',
      'trace',
      { standards: [option('a'), option('b')] },
      { standards: [option('a', { respect: true }), option('b')] },
      ['standards: “a” → “a (respect)”'],
    ],
  ])('%s', (_name, kind, before, after, words) => {
    const diff = itemDiff(kind, before, after);
    expect(diff).toMatchObject({ tag: 'redefined', breaks: true, other: [] });
    expect(diff.defining.map(detailWords)).toEqual(words);
  });

  it('another kind, of which nothing else is told', () => {
    const diff = itemDiff('rating', { weight: 1 }, { weight: 3 }, 'yes-no');
    expect(diff).toMatchObject({ tag: 'redefined', breaks: true, other: [] });
    expect(diff.defining.map(detailWords)).toEqual(['kind: “rating” → “yes-no”']);
  });

  it('a limit, beside which everything else is told', () => {
    const diff = itemDiff('measure', { full: 10 }, { full: 20, weight: 3, ask: 'Other?' });
    expect(diff.defining.map(({ key }) => key)).toEqual(['full']);
    expect(diff.other.map(({ key }) => key).sort()).toEqual(['ask', 'weight']);
  });

  it('a check more, beside which others that are worded otherwise are told', () => {
    const diff = itemDiff(
      'checks',
      { checks: [option('a'), option('b')] },
      { checks: [option('c'), { id: 'a', text: 'A!' }, option('b')] },
    );
    expect(diff.other.map(detailWords)).toEqual(['checks: “a” → “A!”']);
  });
});

describe('an item stays comparable whose', () => {
  it.each<[string, Item['kind'], object, object, ItemTag, string]>([
    ['question changed', 'rating', {}, { ask: 'Other?' }, 'reworded', 'ask: “Is x so?” → “Other?”'],
    ['name changed', 'rating', { name: 'A' }, { name: 'B' }, 'reworded', 'name: “A” → “B”'],
    ['name came', 'rating', {}, { name: 'B' }, 'reworded', 'name: none → “B”'],
    ['guidance came', 'rating', {}, { verify: 'V' }, 'reworded', 'verify: none → “V”'],
    ['sources changed', 'rating', { source: ['S'] }, {}, 'reworded', 'source: “S” is gone'],
    ['weight changed', 'rating', {}, { weight: 9 }, 'reweighted', 'weight: 1 → 9'],
    ['flag is critical', 'rating', {}, { critical: true }, 'reweighted', 'critical: no → yes'],
    ['core flag fell', 'rating', {}, { core: false }, 'rescoped', 'core: yes → no'],
    [
      'department changed',
      'rating',
      {},
      { departments: ['service'] },
      'reassigned',
      'departments: “sales” → “service”',
    ],
    ['draw changed', 'sample', {}, { draw: 20 }, 'reassigned', 'draw: 10 → 20'],
    ['unit is only a word', 'sample', {}, { unit: 'ROs' }, 'reworded', 'unit: “calls” → “ROs”'],
    ['zero of 0 % is spelt out', 'sample', {}, { zero: 0 }, 'reworded', 'zero: none → 0'],
    [
      'checks are in another order',
      'checks',
      { checks: [option('a'), option('b')] },
      { checks: [option('b'), option('a')] },
      'reworded',
      'checks: in another order',
    ],
    [
      'check is worded otherwise',
      'checks',
      { checks: [option('a')] },
      { checks: [{ id: 'a', text: 'A!' }] },
      'reworded',
      'checks: “a” → “A!”',
    ],
  ])('%s', (_name, kind, before, after, tag, words) => {
    const diff = itemDiff(kind, before, after);
    expect(diff).toMatchObject({ tag, breaks: false, defining: [] });
    expect(diff.other.map(detailWords)).toEqual([words]);
  });

  it('step is another one', () => {
    const [x, a, b] = ['x', 'a', 'b'].map((id) => makeItem('yes-no', id));
    if (x === undefined || a === undefined || b === undefined) throw new Error('three ids');
    const diff = diffChecklists(
      makeChecklist([makeStep('one', [a, x]), makeStep('two', [b])]),
      makeChecklist([makeStep('one', [a]), makeStep('two', [b, x])]),
    );
    expect(told(diff)).toEqual(['a same', 'b same', 'x moved']);
    expect(diff.items[2]?.other.map(detailWords)).toEqual(['step: “one” → “two”']);
    expect(diff.comparable.full).toEqual({ items: 3, of: 3 });
  });

  it('place in the step is another one, which the step tells', () => {
    const items = ['a', 'b'].map((id) => makeItem('yes-no', id));
    const diff = between(items, items.toReversed());
    expect(told(diff)).toEqual(['b same', 'a same']);
    expect(diff.steps).toMatchObject([{ tag: 'reordered', breaks: false }]);
    // One that comes between doesn't change their order.
    const [first, last] = items;
    if (first === undefined || last === undefined) throw new Error('two ids');
    expect(between(items, [first, stay, last]).steps[0]?.tag).toBe('same');
  });
});

describe('an item under another id', () => {
  const ask = 'Are messages and missed calls returned when promised?';
  const old = makeItem('sample', 'calls-back', { ask });
  const renamed = (own: object, kind: Item['kind'] = 'sample'): string[] =>
    told(between([stay, old], [stay, makeItem(kind, 'callback', { ask, ...own })]));

  it('is probably renamed when definition and question are the same, or nearly', () => {
    const one = ['stays same', 'calls-back > callback probably-renamed'];
    expect(renamed({})).toEqual(one);
    expect(
      renamed({ ask: 'Are messages and missed calls always returned when promised?' }),
    ).toEqual(one);
    expect(renamed({ weight: 4 })).toEqual(one);
  });

  it.each<[string, object, Item['kind']]>([
    ['asks something else', { ask: 'Are leads answered by a person?' }, 'sample'],
    ['has another limit', { zero: 50 }, 'sample'],
    ['belongs to others', { departments: ['service'] }, 'sample'],
    ['is of another kind', {}, 'yes-no'],
  ])('is a new one when it %s', (_name, own, kind) => {
    expect(renamed(own, kind)).toEqual(['stays same', 'callback new', 'calls-back gone']);
  });

  it('breaks, because compare goes by the id', () => {
    const diff = between([stay, old], [stay, { ...old, id: 'callback' }]);
    expect(diff.items[1]).toMatchObject({ breaks: true, was: 'calls-back' });
    expect(diff.comparable.full).toEqual({ items: 1, of: 2 });
  });

  it('is found among very many only when it is asked word for word', () => {
    const many = (start: string, more: string): Item[] =>
      Array.from({ length: 300 }, (_, i) =>
        makeItem('yes-no', `${start}${String(i)}`, {
          ask: `Is a customer called back on day ${String(i)}${i === 7 ? '' : more}?`,
        }),
      );
    const { items } = between(many('a', ''), many('b', ' again'));
    expect(items.filter(({ tag }) => tag === 'probably-renamed')).toMatchObject([
      { id: 'b7', was: 'a7' },
    ]);
  });

  it('is paired with the one that is most like it, once', () => {
    const near = makeItem('sample', 'near', { ask: `${ask} Always?` });
    const exact = makeItem('sample', 'exact', { ask });
    expect(told(between([old], [near, exact]))).toEqual([
      'near new',
      'calls-back > exact probably-renamed',
    ]);
  });
});

describe('a remark', () => {
  const remark = makeItem('remark', 'said');
  it('breaks nothing, new or gone', () => {
    expect(between([stay], [stay, remark]).items[1]).toMatchObject({ tag: 'new', breaks: false });
    expect(between([stay, remark], [stay]).items[1]).toMatchObject({ tag: 'gone', breaks: false });
    expect(between([stay, remark], [stay]).comparable.full).toEqual({ items: 1, of: 1 });
  });
});

describe('a step', () => {
  const items = (...ids: string[]): Item[] => ids.map((id) => makeItem('yes-no', id));
  const steps = (from: readonly Step[], to: readonly Step[]) =>
    diffChecklists(makeChecklist(from), makeChecklist(to)).steps.map(
      ({ tag, id, breaks }) => `${id} ${tag}${breaks ? ' breaks' : ''}`,
    );
  const one = makeStep('one', items('a', 'b', 'c'));

  it('keeps comparability when its texts or weight change', () => {
    expect(steps([one], [{ ...one, title: 'T' }])).toEqual(['one reworded']);
    expect(steps([one], [{ ...one, asks: 'A?' }])).toEqual(['one reworded']);
    expect(steps([one], [{ ...one, name: 'N' }])).toEqual(['one reworded']);
    expect(steps([one], [{ ...one, better: 'b', worse: 'w' }])).toEqual(['one reworded']);
    expect(steps([one], [{ ...one, weight: 2, title: 'T' }])).toEqual(['one reweighted']);
    expect(steps([one], [one])).toEqual(['one same']);
  });

  it('breaks it when it is new or gone', () => {
    const two = makeStep('two', items('d'));
    expect(steps([one], [one, two])).toEqual(['one same', 'two new breaks']);
    expect(steps([one, two], [one])).toEqual(['one same', 'two gone breaks']);
  });

  it('is probably renamed when most of its items are in a new one, and they are not moved', () => {
    const other = makeStep('first', items('b', 'a', 'd'));
    const diff = diffChecklists(makeChecklist([one]), makeChecklist([other]));
    expect(diff.steps).toMatchObject([
      { tag: 'probably-renamed', id: 'first', was: 'one', breaks: true },
    ]);
    expect(diff.steps[0]?.details.map(({ key }) => key).sort()).toEqual(['asks', 'items', 'title']);
    expect(told(diff).slice(0, 2)).toEqual(['b same', 'a same']);
  });
});

describe('the head', () => {
  const checklist = makeChecklist([
    makeStep('one', [stay]),
    makeStep('two', [makeItem('rating', 'r')]),
  ]);
  const head = (own: Partial<Checklist>): string[] =>
    diffChecklists(checklist, { ...checklist, ...own }).head.map(
      (detail) => `${detail.breaks ? 'breaks ' : ''}${detailWords(detail)}`,
    );

  it.each<[string, Partial<Checklist>, string[]]>([
    ['nothing', {}, []],
    ['id', { id: 'other' }, ['breaks id: “test-checklist” → “other”']],
    ['version', { version: 2 }, ['version: 1 → 2']],
    ['title', { title: 'T' }, ['title: “Test checklist” → “T”']],
    ['text', { about: 'A' }, ['about: none → “A”']],
    [
      'bands',
      { bands: BANDS.toSpliced(3, 1, { from: 85, name: 'Strong' }) },
      ['bands: “Strong from 80” → “Strong from 85”'],
    ],
    [
      'policy',
      { scoring: { critical: { below: 40, cap: 50 } } },
      ['scoring.critical.below: 50 → 40', 'scoring.critical.cap: 59 → 50'],
    ],
    [
      'departments',
      { departments: [...checklist.departments, { id: 'fni', title: 'F&I' }] },
      ['departments: “F&I (fni)” is new'],
    ],
    ['order of steps', { steps: checklist.steps.toReversed() }, ['steps: in another order']],
  ])('tells its %s', (_name, own, words) => {
    expect(head(own)).toEqual(words);
  });

  it('tells what breaks first', () => {
    expect(head({ title: 'T', version: 2, id: 'other' })[0]).toMatch(/^breaks id/);
  });
});

describe('the version', () => {
  const checklist = makeChecklist([makeStep('one', [stay])], { version: 3 });
  it.each<[string, Partial<Checklist>, ChecklistDiff['versionShould']]>([
    ['as it is when nothing changed', {}, null],
    ['raised when nothing changed', { version: 4 }, 'stay'],
    ['lowered when nothing changed', { version: 2 }, 'stay'],
    ['as it is when a title changed', { title: 'T' }, 'rise'],
    ['lowered when a title changed', { title: 'T', version: 2 }, 'rise'],
    ['raised when a title changed', { title: 'T', version: 4 }, null],
    ['anything under another id', { id: 'other', version: 1 }, null],
  ])('%s', (_name, own, should) => {
    const diff = diffChecklists(checklist, { ...checklist, ...own });
    expect(diff.versionShould).toBe(should);
    expect(diff.isChanged).toBe(Object.keys(own).some((key) => key !== 'version'));
  });
});

describe('any two checklists', () => {
  const ids = Array.from({ length: 8 }, (_, i) => `i${String(i)}`);
  /** Two choices of eight items, some of them changed or under another id. */
  const twoChecklists = fc
    .tuple(
      ...ids.map((id) =>
        fc.tuple(
          someItem(id),
          someItem(id),
          fc.constantFrom('same', 'same', 'other', 'renamed', 'reflagged'),
        ),
      ),
    )
    .chain((items) =>
      fc
        .tuple(
          fc.subarray(items, { minLength: 1 }),
          fc.shuffledSubarray(items, { minLength: 1 }),
          fc.nat(8),
          fc.nat(8),
        )
        .map(([before, after, cutBefore, cutAfter]) => {
          const later = after.map(([item, other, how]): Item => {
            if (how === 'other') return other;
            if (how === 'renamed') return { ...item, id: `${item.id}-renamed` };
            return how === 'reflagged' ? { ...item, core: !item.core, ask: 'Other?' } : item;
          });
          return {
            from: inSteps(
              before.map(([item]) => item),
              cutBefore,
            ),
            to: inSteps(later, cutAfter),
          };
        }),
    );

  function inSteps(items: readonly Item[], cut: number): Checklist {
    const parts = [items.slice(0, cut), items.slice(cut)].filter((part) => part.length > 0);
    return makeChecklist(parts.map((part, i) => makeStep(`s${String(i)}`, part)));
  }

  const BROKEN: readonly string[] = ['redefined', 'new', 'gone'];
  function brokenInReport(from: Checklist, to: Checklist, scope: Scope): string[] {
    return changesBetween(resultOf(from, {}, scope), resultOf(to, {}, scope))
      .filter(({ tag }) => BROKEN.includes(tag))
      .map(({ id }) => id)
      .sort();
  }
  const breaking = ({ items }: ChecklistDiff): string[] =>
    items
      .filter(({ breaks }) => breaks)
      .flatMap(({ id, was }) => (was === null ? [id] : [id, was]))
      .sort();

  it('break exactly at the items that a comparison of audits calls redefined, new or gone', () => {
    fc.assert(
      fc.property(twoChecklists, ({ from, to }) => {
        expect(breaking(diffChecklists(from, to))).toEqual(brokenInReport(from, to, 'full'));
      }),
      { numRuns: 500 },
    );
  });

  it('have as many comparable items as a comparison of audits of each scope', () => {
    fc.assert(
      fc.property(twoChecklists, ({ from, to }) => {
        const { comparable } = diffChecklists(from, to);
        for (const scope of SCOPES) {
          const changes = changesBetween(resultOf(from, {}, scope), resultOf(to, {}, scope));
          const kept = changes.filter(({ tag }) => !BROKEN.includes(tag)).length;
          expect(comparable[scope].items, scope).toBe(kept);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('have every item of either told once, redefined with what differs, same without', () => {
    fc.assert(
      fc.property(twoChecklists, ({ from, to }) => {
        const { items } = diffChecklists(from, to);
        const named = items.flatMap(({ id, was }) => (was === null ? [id] : [id, was]));
        const all = [from, to].flatMap(({ steps }) => steps.flatMap((step) => step.items));
        expect([...named].sort()).toEqual([...new Set(all.map(({ id }) => id))].sort());
        for (const item of items) {
          expect(item.defining.length > 0).toBe(item.tag === 'redefined');
          if (item.tag === 'same') expect(item.other).toEqual([]);
          for (const detail of [...item.defining, ...item.other]) {
            expect(detailWords(detail)).toMatch(/: ./);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('that are one differ in nothing', () => {
    fc.assert(
      fc.property(someChecklist, (checklist) => {
        const diff = diffChecklists(checklist, checklist);
        expect(diff).toMatchObject({ isChanged: false, versionShould: null, head: [] });
        expect(new Set([...diff.items, ...diff.steps].map(({ tag }) => tag))).toEqual(
          new Set(['same']),
        );
      }),
    );
  });
});
