import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenRules } from '../../../src/core/checklist/rules.js';
import {
  expectIssues,
  makeChecklist,
  makeItem,
  makeStep,
  soundChecklist,
} from '../../support/checklists.js';

const sound = soundChecklist();

/** The sound checklist with another third step. */
function withThird(...items: ReturnType<typeof makeItem>[]) {
  return makeChecklist(sound.steps.with(2, makeStep('three', items)));
}

describe('the rules of a checklist', () => {
  it('find nothing wrong with a sound one', () => {
    expect(brokenRules(sound)).toEqual([]);
  });

  it.each([
    [0, /has 0 steps \(.*6: add what is missing/],
    [5, /has 5 steps \(.*6: add what is missing/],
    [7, /has 7 steps \(.*6: take out what is too many/],
  ])('want six steps, not %d', (length, says) => {
    const steps = [...sound.steps, makeStep('seven', [makeItem('yes-no', 'seven-item')])];
    expectIssues(brokenRules(makeChecklist(steps.slice(0, length))), ['steps', says]);
  });

  it('want each step to have an id of its own', () => {
    const twin = makeStep('one', [makeItem('yes-no', 'another')]);
    expectIssues(brokenRules(makeChecklist(sound.steps.with(4, twin))), [
      'steps.4.id',
      /one is the id of another step/,
    ]);
  });

  it('want each item to have an id of its own, across steps too', () => {
    const twins = withThird(
      makeItem('yes-no', 'x'),
      makeItem('rating', 'x'),
      makeItem('yes-no', 'one-item'),
    );
    expectIssues(
      brokenRules(twins),
      ['steps.2.items.1.id', /x is the id of another item/],
      ['steps.2.items.2.id', /one-item is the id of another item/],
    );
  });

  it('want each department to have an id of its own', () => {
    const departments = ['sales', 'service', 'sales'].map((id) => ({ id, title: id }));
    expectIssues(brokenRules(soundChecklist({ departments })), [
      'departments.2.id',
      /sales is the id of another department/,
    ]);
  });

  it('let a step, an item and a department share an id', () => {
    const departments = [{ id: 'sales', title: 'Sales' }];
    const step = makeStep('sales', [makeItem('yes-no', 'sales')]);
    expect(brokenRules(makeChecklist(sound.steps.with(0, step), { departments }))).toEqual([]);
  });

  it('want every department of an item to be known, and say which was meant', () => {
    const departments = ['sales', 'servce', 'kitchen'];
    expectIssues(
      brokenRules(withThird(makeItem('yes-no', 'ok'), makeItem('yes-no', 'x', { departments }))),
      ['steps.2.items.1.departments.1', /servce is not a department.*did you mean service\?/],
      ['steps.2.items.1.departments.2', /kitchen is not a department.*use one of: sales, service/],
    );
  });

  const bands = (...froms: number[]) =>
    brokenRules(
      soundChecklist({ bands: froms.map((from) => ({ from, name: `b${String(from)}` })) }),
    );

  it('want the bands to start at 0', () => {
    expectIssues(bands(40, 60), ['bands.0.from', /below 40 without a band/]);
    expect(bands(0)).toEqual([]);
  });

  it('want the bands to rise', () => {
    expectIssues(bands(0, 60, 40, 80), ['bands.2.from', /not above 60/]);
    expectIssues(bands(0, 60, 60), ['bands.2.from', /not above 60/]);
    expectIssues(bands(0, 0), ['bands.1.from', /not above 0/]);
    expect(bands(0, 0.5, 99.5)).toEqual([]);
  });

  it('accept bands exactly when they start at 0 and rise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 5 }),
        (froms) => {
          const rising = froms.every((from, i) => i === 0 || from > (froms[i - 1] ?? 0));
          expect(bands(...froms).length === 0).toBe(froms[0] === 0 && rising);
        },
      ),
    );
  });

  it('want every step to be able to score in the core scope', () => {
    const notCore = makeItem('yes-no', 'x', { core: false });
    expectIssues(brokenRules(withThird(notCore, makeItem('remark', 'y'))), [
      'steps.2.items',
      /scope core \(mark at least one scored item core: true\)/,
    ]);
  });

  it('want every step to be able to score in the full scope', () => {
    expectIssues(
      brokenRules(withThird(makeItem('remark', 'x'))),
      ['steps.2.items', /scope core/],
      ['steps.2.items', /scope full \(add an item that is scored\)/],
    );
  });

  it('want a measure to have two different limits', () => {
    expectIssues(brokenRules(withThird(makeItem('measure', 'x', { full: 20, zero: 20 }))), [
      'steps.2.items.0.zero',
      /same as full, 20/,
    ]);
  });

  it('want checks and standards to have ids of their own', () => {
    const options = ['a', 'b', 'a', 'a'].map((id) => ({ id, text: id }));
    expectIssues(
      brokenRules(
        withThird(
          makeItem('checks', 'x', { checks: options }),
          makeItem('trace', 'y', { standards: options.slice(0, 3) }),
        ),
      ),
      ['steps.2.items.0.checks.2.id', /a is there twice/],
      ['steps.2.items.0.checks.3.id', /a is there twice/],
      ['steps.2.items.1.standards.2.id', /a is there twice/],
    );
  });

  it('want names that fit into a table, by characters as readers count them', () => {
    const long = 'x'.repeat(35);
    const flags = '\u{1f1e9}\u{1f1ea}'.repeat(34);
    const items = [
      makeItem('yes-no', 'x', { name: long }),
      makeItem('yes-no', 'y', { name: flags }),
      makeItem('yes-no', 'z', { name: 'y'.repeat(34), ask: 'z'.repeat(100) }),
    ];
    const step = makeStep('three', items, { name: `${long}x` });
    expectIssues(
      brokenRules(makeChecklist(sound.steps.with(2, step))),
      ['steps.2.name', /is 36 characters long \(a name has at most 34/],
      ['steps.2.items.0.name', /is 35 characters long \(a name has at most 34/],
    );
  });

  it('want no two items and no two steps to have one name, however it is typed', () => {
    const steps = ['Über alles', 'Six', 'U\u0308BER  alles'].map((name, i) =>
      makeStep(`s${String(i)}`, [makeItem('remark', `i${String(i)}`, { name })], { name }),
    );
    const [one, two, three] = steps;
    if (one === undefined || two === undefined || three === undefined) throw new Error('three');
    expectIssues(
      brokenRules(makeChecklist([one, two, three, ...sound.steps.slice(3)])).filter(
        ({ path }) => path.at(-1) === 'name',
      ),
      ['steps.2.name', /is the name of another step too \(.*give each its own/],
      ['steps.2.items.0.name', /is the name of another item too \(.*give each its own/],
    );
  });

  it('let items without a name begin alike', () => {
    const ask = 'Is it so that everybody here always greets whoever comes in?';
    expect(
      brokenRules(
        withThird(
          makeItem('yes-no', 'x', { ask }),
          makeItem('yes-no', 'y', { ask: `${ask} And?` }),
        ),
      ),
    ).toEqual([]);
  });

  it('are all held, and all breaches told at once', () => {
    const bad = makeChecklist(
      [
        makeStep('a', [makeItem('remark', 'x', { departments: ['sale'] })]),
        makeStep('a', [makeItem('measure', 'x', { full: 1, zero: 1 })]),
      ],
      { bands: [{ from: 10, name: 'B' }] },
    );
    expect(brokenRules(bad).map((issue) => issue.path.join('.'))).toEqual([
      'steps',
      'steps.1.id',
      'steps.1.items.0.id',
      'steps.0.items.0.departments.0',
      'bands.0.from',
      'steps.0.items',
      'steps.0.items',
      'steps.1.items.0.zero',
    ]);
  });

  it.each([1e-200, 0.0099])('want a weight that counts for something, not %d', (weight) => {
    const light = makeChecklist(
      sound.steps
        .with(1, makeStep('two', [makeItem('yes-no', 'two-item')], { weight }))
        .with(2, makeStep('three', [makeItem('yes-no', 'x'), makeItem('rating', 'y', { weight })])),
    );
    expectIssues(
      brokenRules(light),
      ['steps.1.weight', /counts for nothing \(give at least 0\.01\)/],
      ['steps.2.items.1.weight', /counts for nothing \(give at least 0\.01\)/],
    );
  });

  it('take a weight of 0.01', () => {
    expect(brokenRules(withThird(makeItem('yes-no', 'x', { weight: 0.01 })))).toEqual([]);
  });
});
