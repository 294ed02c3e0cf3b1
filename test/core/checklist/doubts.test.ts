import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { Item } from '../../../src/core/checklist/checklist.js';
import { doubtsIn } from '../../../src/core/checklist/doubts.js';
import { builtInChecklists } from '../../../src/files/built-in.js';
import { requireChecklist } from '../../../src/files/checklist-files.js';
import { expectIssues, makeChecklist, makeItem, makeStep } from '../../support/checklists.js';
import { CHECKLISTS } from '../../support/folders.js';

const beside = (id: string, weight: number, core = true): Item =>
  makeItem('yes-no', id, { weight, core });

function doubtsOf(...items: readonly Item[]) {
  return doubtsIn(makeChecklist([makeStep('one', items)]));
}

describe('a must-not-fail item', () => {
  it('that hangs on few records is doubted, with how many would do', () => {
    const item = makeItem('sample', 'few', { critical: true, weight: 5, draw: 15, zero: 80 });
    // One of 15 moves its share by 100 ÷ 20 ÷ 15, and the step by a quarter of that.
    expectIssues(doubtsOf(item, beside('rest', 15)), [
      'steps.0.items.0.draw',
      /^is few for an item that must not fail: one of 15 \S+ moves the step by 8\.3 points \(draw at least 25, or take critical away\)$/,
    ]);
  });

  it('is weighed in the smallest scope that asks it', () => {
    const own = { critical: true, weight: 5, draw: 10 };
    const others = [beside('core', 3), beside('full-only', 12, false)];
    // 5 of 20 in full: 2.5 points; 5 of 8 in core: 6.25.
    expect(doubtsOf(makeItem('sample', 'a', { ...own, core: false }), ...others)).toEqual([]);
    expect(doubtsOf(makeItem('sample', 'a', own), ...others)).toHaveLength(1);
  });

  it('may move its step by exactly 5 points', () => {
    const of = (draw: number) =>
      doubtsOf(makeItem('sample', 'a', { critical: true, weight: 1, draw }));
    expect(of(20)).toEqual([]);
    expect(of(19)).toHaveLength(1);
  });

  it('may hang on whole cases, and those count alike', () => {
    expect(
      doubtsOf(makeItem('trace', 'cases', { critical: true, weight: 1, draw: 8 })),
    ).toHaveLength(1);
  });

  it('that is no count of records is not doubted, nor is one that may fail', () => {
    expect(doubtsOf(makeItem('yes-no', 'a', { critical: true, weight: 100 }))).toEqual([]);
    expect(doubtsOf(makeItem('sample', 'a', { weight: 100, draw: 3 }))).toEqual([]);
  });
});

test('the checklists that come with it hang on enough records', async () => {
  const ids = await builtInChecklists(CHECKLISTS);
  expect(ids).toHaveLength(2);
  for (const id of ids) {
    expect(doubtsIn(await requireChecklist(join(CHECKLISTS, id))), id).toEqual([]);
  }
});
