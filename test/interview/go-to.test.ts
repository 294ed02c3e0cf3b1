import { describe, expect, test } from 'vitest';
import { routeOf } from '../../src/core/audit/route.js';
import { findStops } from '../../src/interview/go-to.js';
import { makeChecklist, makeItem, makeStep } from '../support/checklists.js';

const route = routeOf(
  makeChecklist(
    [
      makeStep('culture', [
        makeItem('yes-no', 'greet', { ask: 'Is everyone greeted?', departments: ['sales'] }),
        makeItem('yes-no', 'greet-parts', { ask: 'At the counter, too?', departments: ['parts'] }),
      ]),
      makeStep('response', [
        makeItem('rating', 'call-back', { ask: 'How are calls returned?', departments: ['parts'] }),
      ]),
    ],
    {
      departments: [
        { id: 'sales', title: 'Showroom' },
        { id: 'parts', title: 'Parts counter' },
      ],
    },
  ),
  'full',
);

describe('findStops', () => {
  test.each([
    ['3', ['call-back']],
    ['4', []],
    ['0', []],
    ['step 2', ['call-back']],
    ['STEP1', ['greet']],
    ['step 9', []],
    ['greet', ['greet']],
    ['gree', ['greet', 'greet-parts']],
    ['CALLS returned', ['call-back']],
    ['showroom', ['greet']],
    ['counter', ['greet-parts', 'call-back']],
    ['counter returned', ['call-back']],
    ['  ', []],
    ['nothing of the kind', []],
  ])('%j means %j', (text, ids) => {
    expect(findStops(route, text).map((stop) => stop.item.id)).toEqual(ids);
  });
});
