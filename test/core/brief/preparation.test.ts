import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../src/core/audit/route.js';
import { preparationsFor } from '../../../src/core/brief/preparation.js';
import type { Draw } from '../../../src/core/draw/draw.js';
import { makeChecklist, makeItem, makeStep } from '../../support/checklists.js';
import { makeDraw } from '../../support/draws.js';

const checklist = makeChecklist([
  makeStep('one', [
    makeItem('measure', 'figure', { verify: 'The phone system’s export.' }),
    makeItem('measure', 'timed', { verify: 'Time it from the door.' }),
    makeItem('trace', 'followed', { draw: 8 }),
    makeItem('trace', 'few-cases', { draw: 5 }),
    makeItem('sample', 'counted', { verify: 'The log of the week.', draw: 6 }),
    makeItem('sample', 'few-counted', { verify: 'The log of the week.', draw: 5 }),
    makeItem('sample', 'watched', { verify: 'Watch them.' }),
    makeItem('yes-no', 'looked-up', { verify: 'The log.' }),
    makeItem('checks', 'sent', { ahead: 'Three test enquiries.' }),
  ]),
]);

const errands = (...draws: Draw[]): unknown =>
  preparationsFor(routeOf(checklist, 'full'), draws).map(({ errand, items }) => [
    errand,
    items.map(({ item }) => item.id),
  ]);

describe('what to send and to ask for ahead', () => {
  it('is what takes time first, and nothing that can be done on the spot', () => {
    expect(errands()).toEqual([
      ['send', ['sent']],
      ['cases', ['followed']],
      ['lists', ['counted']],
      ['exports', ['figure']],
    ]);
  });

  it('is no list of what was drawn already', () => {
    expect(errands(makeDraw({ item: 'followed' }), makeDraw({ item: 'counted' }))).toEqual([
      ['send', ['sent']],
      ['exports', ['figure']],
    ]);
  });

  it('says how many of what', () => {
    const [, cases] = preparationsFor(routeOf(checklist, 'full'), []);
    expect(cases?.items[0]?.wanted).toEqual({ number: 8, unit: 'visits' });
  });
});
