import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedAnswer } from '../../../src/core/audit/answer.js';
import { DAY_HOURS, estimatedMinutes, recordedMinutes } from '../../../src/core/brief/duration.js';
import type { Scope } from '../../../src/core/checklist/checklist.js';
import { askedItems } from '../../../src/core/checklist/checklist.js';
import { requireChecklist } from '../../../src/files/checklist-files.js';
import { someItem } from '../../support/arbitraries.js';
import { answered, makeAudit, makeItem, soundChecklist } from '../../support/checklists.js';
import { CHECKLISTS } from '../../support/folders.js';

async function hoursOf(id: string, scope: Scope): Promise<number> {
  const checklist = await requireChecklist(join(CHECKLISTS, id));
  return estimatedMinutes(askedItems(checklist, scope)) / 60;
}

describe('the estimate', () => {
  it('is two auditor days for the core of quarterly-checkup, as its README says', async () => {
    const days = (await hoursOf('quarterly-checkup', 'core')) / DAY_HOURS;
    expect(days).toBeGreaterThan(1.75);
    expect(days).toBeLessThan(2.25);
  });

  it('is half an hour for the core of quick-checkup', async () => {
    const hours = await hoursOf('quick-checkup', 'core');
    expect(hours).toBeGreaterThan(0.4);
    expect(hours).toBeLessThan(0.6);
  });

  it('is positive for every kind, and adds up', () => {
    fc.assert(
      fc.property(fc.array(someItem('x'), { maxLength: 8 }), (items) => {
        const sum = items.reduce((total, item) => total + estimatedMinutes([item]), 0);
        expect(estimatedMinutes(items)).toBeCloseTo(sum, 9);
        for (const item of items) expect(estimatedMinutes([item])).toBeGreaterThan(0);
      }),
    );
  });

  it('is longer the more checks there are to tick', () => {
    const minutes = (checks: readonly string[]): number =>
      estimatedMinutes([
        makeItem('checks', 'x', { checks: checks.map((id) => ({ id, text: id })) }),
      ]);
    expect(minutes(['a', 'b', 'c', 'd'])).toBeCloseTo(2 * minutes(['a', 'b']), 9);
  });

  it('never falls when more records are to be looked at', () => {
    for (const kind of ['sample', 'trace'] as const) {
      const minutes = Array.from({ length: 40 }, (_, i) =>
        estimatedMinutes([makeItem(kind, 'x', { draw: i + 1 })]),
      );
      expect([...minutes].sort((a, b) => a - b)).toEqual(minutes);
    }
  });
});

describe('the time that an audit took', () => {
  const ITEMS = ['one-item', 'two-item', 'three-item', 'four-item'];

  /** The minutes of an audit whose answers were recorded at these minutes. */
  function tookWith(minutes: readonly number[]): number | null {
    const revisions = minutes.map((minute, index): RecordedAnswer => ({
      item: ITEMS[index % ITEMS.length] ?? '',
      answer: answered('yes'),
      why: null,
      auditor: 'A. Auditor',
      at: new Date(Date.UTC(2026, 7, 1, 9) + minute * 60_000).toISOString(),
      revision: 1 + Math.floor(index / ITEMS.length),
    }));
    return recordedMinutes(makeAudit(soundChecklist(), {}, { revisions }));
  }

  it('is the sum of the gaps shorter than half an hour', () => {
    expect(tookWith([0, 10, 15, 40])).toBe(40);
    expect(tookWith([0, 10, 40, 69.5])).toBe(39.5);
    expect(tookWith([0, 29, 24 * 60, 24 * 60 + 8])).toBe(37);
  });

  it('is the same in whatever order the answers are kept', () => {
    expect(tookWith([40, 0, 15, 10])).toBe(40);
  });

  it('is not said of answers that a file brought, all at once', () => {
    expect(tookWith([0, 0, 0, 0])).toBeNull();
    expect(tookWith([])).toBeNull();
    expect(tookWith([0])).toBeNull();
  });

  it('is not said of a file that was only corrected by hand', () => {
    const all = recordedMinutes(
      makeAudit(soundChecklist(), Object.fromEntries(ITEMS.map((id) => [id, answered('yes')]))),
    );
    expect(all).toBeNull();
    // One moment for three of four answers, and another one later.
    expect(tookWith([0, 0, 0, 20])).toBeNull();
    // All four at one moment, then corrected one by one.
    expect(tookWith([0, 0, 0, 0, 10, 20, 30, 40])).toBeNull();
    // Two files of two answers each.
    expect(tookWith([0, 0, 10, 10])).toBeNull();
  });

  it('is said where no more than half came at one moment, corrections by hand included', () => {
    expect(tookWith([0, 0, 10, 20])).toBe(20);
    expect(tookWith([0, 0, 10, 20, 25])).toBe(25);
  });

  it('is not said of a few minutes', () => {
    expect(tookWith([0, 1, 2, 3])).toBeNull();
    expect(tookWith([0, 1, 2, 5])).toBe(5);
  });
});
