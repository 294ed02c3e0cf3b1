import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS } from '../support/folders.js';
import { calledBefore } from './before.js';
import { uniform } from './found.js';
import type { Rules } from './pairs.js';
import { calledToday, simulatePairs } from './pairs.js';
import { teachersAmongAlike } from './places.js';
import { rangesCovered, unusualWhileTheSame } from './truth.js';

const checklist = await requireChecklist(join(CHECKLISTS, 'quarterly-checkup'));

/** The core of the quarterly check-up, the same pairs whatever the rules. */
function figures(rules: Rules, gain: number) {
  return simulatePairs(checklist, 'core', { pairs: 150, gain, rules, next: uniform(1) });
}

describe('150 simulated pairs of quarters', () => {
  test('are rarely called a change where nothing changed, and mostly where all did', () => {
    const none = figures(calledToday, 0);
    expect(none.sure).toBeLessThan(0.5);
    expect(none.probable).toBeLessThan(2.5);
    expect(none.step).toBeLessThan(0.06);
    expect(figures(calledToday, 0.1).rose).toBeGreaterThan(0.65);
  });

  test('show what the rules before them did: nothing stays hidden by the simulation', () => {
    const none = figures(calledBefore, 0);
    expect(none.sure).toBeGreaterThan(10);
    expect(none.fails).toBeGreaterThan(0.1);
    expect(figures(calledBefore, 0.1).rose).toBeLessThan(0.25);
  });
});

test('ranges, histories and groups that are simulated keep their word', () => {
  const next = uniform(2);
  const covered = rangesCovered(checklist, 'core', { audits: 20, next });
  expect(covered.step).toBeGreaterThan(0.9);
  expect(covered.overall).toBeGreaterThan(0.85);
  const same = unusualWhileTheSame(checklist, 'core', { stores: 20, quarters: 5, next });
  expect(same.step).toBeLessThan(0.08);
  expect(teachersAmongAlike(checklist, { dealerships: 5, groups: 4, next })).toBeLessThan(0.1);
});
