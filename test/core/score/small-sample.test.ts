import { describe, expect, test } from 'vitest';
import { smallSample } from '../../../src/core/score/small-sample.js';
import { makeItem } from '../../support/checklists.js';

const sample = makeItem('sample', 's', { draw: 12 });
const trace = makeItem('trace', 't', { draw: 3 });
const cases = (...refs: string[]) => ({ cases: refs.map((ref) => ({ ref, lapses: [] })) });

describe('a small sample', () => {
  test.each([
    ['fewer than asked for', sample, { passed: 9, of: 10 }, { looked: 10, asked: 12 }],
    ['fewer, of many', sample, { passed: 9, of: 10, from: 40 }, { looked: 10, asked: 12 }],
    ['all that there were', sample, { passed: 9, of: 10, from: 10 }, null],
    ['as many as asked for', sample, { passed: 9, of: 12 }, null],
    ['more than asked for', sample, { passed: 9, of: 20 }, null],
    ['one case of three', trace, cases('RO 1'), { looked: 1, asked: 3 }],
    ['three cases', trace, cases('RO 1', 'RO 2', 'RO 3'), null],
    ['nothing that is counted', makeItem('rating', 'r'), 3, null],
  ])('%s', (_what, item, value, expected) => {
    expect(smallSample(item, value)).toEqual(expected);
  });
});
