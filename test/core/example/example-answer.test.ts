import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readAnswer } from '../../../src/core/audit/answer.js';
import type { Item } from '../../../src/core/checklist/checklist.js';
import { askedItems } from '../../../src/core/checklist/checklist.js';
import { kindOf } from '../../../src/core/checklist/kinds/index.js';
import type { DealershipStory } from '../../../src/core/example/dealership-story.js';
import { QUARTERS, levelOf, toldOf } from '../../../src/core/example/dealership-story.js';
import { exampleAnswer } from '../../../src/core/example/example-answer.js';
import { requireChecklist } from '../../../src/files/checklist-files.js';
import { valueOf } from '../../support/checklists.js';
import { CHECKLISTS } from '../../support/folders.js';

const items = askedItems(await requireChecklist(join(CHECKLISTS, 'quarterly-checkup')), 'full');
const HERE = { at: 'Here', quarter: '2026-Q3', size: 1 };

function shareOf(item: Item, level: number, at = 'Here'): number | null {
  const answer = valueOf(readAnswer(item, exampleAnswer(item, level, { ...HERE, at })));
  return answer.state === 'answered' ? kindOf(item).share(item, answer.value) : null;
}

const LEVELS = [0, 0.1, 0.3, 0.5, 0.75, 0.9, 1];

test.each(items.map((item) => [item.id, item] as const))(
  '%s has an answer at every level',
  (_, item) => {
    for (const level of LEVELS) {
      for (const size of [0.05, 1, 20]) {
        const answer = exampleAnswer(item, level, { ...HERE, size });
        expect(readAnswer(item, answer)).toMatchObject({ ok: true, value: { state: 'answered' } });
        expect(exampleAnswer(item, level, { ...HERE, size })).toEqual(answer);
      }
    }
  },
);

test.each(items.filter(({ core }) => core).map((item) => [item.id, item] as const))(
  '%s earns about its level, on the mean of many dealerships',
  (_, item) => {
    const mean = (level: number): number => {
      const shares = Array.from({ length: 200 }, (_, n) => shareOf(item, level, `d${String(n)}`));
      return shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) / shares.length;
    };
    // What is counted or levelled allows no finer steps, and a bad case of a trace earns a little.
    for (const level of [0.3, 0.5, 0.75, 0.9]) {
      expect(Math.abs(mean(level) - level), String(level)).toBeLessThan(0.15);
    }
    expect(mean(0)).toBeLessThan(0.3);
    expect(mean(1)).toBeCloseTo(1, 12);
  },
);

describe('a level', () => {
  const story: DealershipStory = {
    name: 'Here',
    auditor: 'A. Auditor',
    visit: 0,
    size: 1,
    noise: 0,
    steps: { one: { start: 0.5, drift: 0.01 }, two: { start: 0.4, drift: 0 } },
    events: [
      { steps: ['two'], from: '2025-Q2', until: '2025-Q4', by: -0.2 },
      { steps: ['two'], from: '2026-Q2', by: 0.1 },
    ],
    apart: [],
    left: [],
    notes: [],
  };

  it('drifts from quarter to quarter', () => {
    const levels = QUARTERS.map((quarter) => levelOf(story, 'one', quarter));
    levels.forEach((level, q) => {
      expect(level).toBeCloseTo(0.5 + 0.01 * q, 12);
    });
  });

  it('is moved by an event, which wears off or stays', () => {
    const levels = QUARTERS.map((quarter) => levelOf(story, 'two', quarter).toFixed(2));
    expect(levels).toEqual(['0.40', '0.40', '0.20', '0.30', '0.40', '0.40', '0.50', '0.50']);
  });
});

test('an item’s own story runs from quarter to quarter, both included', () => {
  const parts = [{ item: 'a', from: '2025-Q2', to: '2025-Q3' } as const, { item: 'b' } as const];
  const told = (item: string): string[] =>
    QUARTERS.filter((quarter) => toldOf(parts, item, quarter) !== undefined);
  expect(told('a')).toEqual(['2025-Q2', '2025-Q3']);
  expect(told('b')).toEqual(QUARTERS);
  expect(told('c')).toEqual([]);
});
