import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { notationOf, readAnswer } from '../../../src/core/audit/answer.js';
import { askedItems, checklistSchema } from '../../../src/core/checklist/checklist.js';
import { brokenRules } from '../../../src/core/checklist/rules.js';
import { compareAudits } from '../../../src/core/compare/compare.js';
import { diffChecklists } from '../../../src/core/compare/checklist-diff.js';
import { CHECKLIST_CHANGED, QUARTERS } from '../../../src/core/example/dealership-story.js';
import type { ExampleAudit } from '../../../src/core/example/example-audits.js';
import { exampleAudits } from '../../../src/core/example/example-audits.js';
import { firstVersion } from '../../../src/core/example/first-version.js';
import { EXAMPLE_DEALERSHIP, STORIES } from '../../../src/core/example/story.js';
import type { AuditResult } from '../../../src/core/score/score.js';
import type { Verdict } from '../../../src/core/score/uncertainty.js';
import { readAnswersFile } from '../../../src/files/answers-files.js';
import { requireChecklist } from '../../../src/files/checklist-files.js';
import { resultOf } from '../../support/checklists.js';
import { CHECKLISTS } from '../../support/folders.js';
import { timeOf } from '../../../src/core/moment.js';

const FOLDER = join(CHECKLISTS, 'quarterly-checkup');
const today = await requireChecklist(FOLDER);
const all = STORIES.flatMap((story) => exampleAudits(story, today));

function auditsOf(name: string): ExampleAudit[] {
  return all.filter(({ dealership }) => dealership === name);
}

/** What each quarter of a dealership scores, the earliest first. */
function resultsOf(name: string): AuditResult[] {
  return auditsOf(name).map(({ checklist, answers }) =>
    resultOf(checklist, Object.fromEntries(answers), 'core'),
  );
}

/** The verdict from one quarter to another, counted from the first. */
function verdicts(results: readonly AuditResult[], from: number, to: number): Set<Verdict | null> {
  const [then, now] = [results.at(from), results.at(to)];
  if (then === undefined || now === undefined) throw new Error('no such quarter');
  return new Set([compareAudits(then, now).likeForLike.verdict]);
}

/** The like-for-like verdict of one step. */
function stepVerdict(name: string, step: string, from: number, to: number): Verdict | undefined {
  const [then, now] = [resultsOf(name).at(from), resultsOf(name).at(to)];
  if (then === undefined || now === undefined) throw new Error('no such quarter');
  const { steps } = compareAudits(then, now);
  return steps.find((one) => one.step.id === step)?.likeForLike.verdict ?? undefined;
}

const AFTER = [...QUARTERS.keys()].slice(1);
const EVENT = QUARTERS.indexOf('2025-Q4');

describe('the story', () => {
  it('has five dealerships and eight quarters each', () => {
    expect(all).toHaveLength(5 * 8);
    expect(new Set(all.map(({ dealership }) => dealership)).size).toBe(5);
    expect([QUARTERS[0], QUARTERS.at(-1)]).toEqual(['2024-Q4', '2026-Q3']);
  });

  it('comes out the same every time, and each dealership whatever the others do', () => {
    const again = [...STORIES].reverse().map((story) => exampleAudits(story, today));
    expect(again.reverse().flat()).toEqual(all);
  });

  it('gives every core item a valid answer, and nothing else', () => {
    for (const { checklist, answers } of all) {
      const items = askedItems(checklist, 'core');
      expect([...answers.keys()]).toEqual(items.map(({ id }) => id));
      for (const item of items) {
        const answer = answers.get(item.id);
        expect(readAnswer(item, notationOf(answer))).toMatchObject({ ok: true });
        expect(answer?.state).not.toBe('unanswered');
      }
    }
  });

  it('leaves something unchecked, something not applicable, and has notes', () => {
    const answers = all.flatMap((audit) => [...audit.answers.values()]);
    expect(new Set(answers.map(({ state }) => state))).toEqual(
      new Set(['answered', 'not-checked', 'not-applicable']),
    );
    expect(answers.filter(({ note }) => note !== undefined).length).toBeGreaterThan(5);
  });

  it('names only items and steps that there are', () => {
    const items = new Set(askedItems(today, 'core').map(({ id }) => id));
    const steps = new Set(today.steps.map(({ id }) => id));
    for (const story of STORIES) {
      for (const { item } of [...story.apart, ...story.left, ...story.notes]) {
        expect(items).toContain(item);
      }
      expect(new Set(Object.keys(story.steps))).toEqual(steps);
      for (const step of story.events.flatMap((event) => event.steps)) {
        expect(steps).toContain(step);
      }
    }
  });

  it('is audited and sealed on working days in the last month of each quarter', () => {
    for (const { quarter, startedAt, sealedAt } of all) {
      const month = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}`;
      for (const moment of [startedAt, sealedAt]) {
        const day = new Date(moment);
        expect(day.toISOString().slice(0, 7)).toBe(month);
        expect([0, 6]).not.toContain(day.getUTCDay());
        expect(day.getUTCHours()).toBeGreaterThanOrEqual(9);
        expect(day.getUTCHours()).toBeLessThanOrEqual(17);
      }
      expect(timeOf(sealedAt) - timeOf(startedAt)).toBeGreaterThan(24 * 3600_000);
    }
  });
});

describe('what the story claims', () => {
  test('Example Motors rises steadily into the quarters of its answers files', async () => {
    const told = resultsOf(EXAMPLE_DEALERSHIP);
    const files = await Promise.all(
      QUARTERS.slice(-2).map(async (quarter) => {
        const { answersTo } = await readAnswersFile(join(FOLDER, 'example', `${quarter}.yaml`));
        return resultOf(today, Object.fromEntries(answersTo(today, 'core')), 'core');
      }),
    );
    const results = [...told.slice(0, -2), ...files];
    const shares = results.map(({ share }) => share ?? 0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(verdicts(results, 0, -1)).toEqual(new Set(['rose']));
    // The files begin where the story ends: no clear change between them.
    expect(verdicts(results, 5, 6)).toEqual(new Set(['no-clear-change']));
  });

  test('Model Autos is strong throughout, and gets over its new phone system', () => {
    for (const { share } of resultsOf('Model Autos')) expect(share).toBeGreaterThan(0.8);
    expect(resultsOf('Model Autos').at(-1)?.band?.name).toBe('Strong');
    expect(stepVerdict('Model Autos', 'response', 1, 2)).toBe('fell');
    expect(stepVerdict('Model Autos', 'response', 2, -1)).toBe('rose');
  });

  test('Pattern Cars shows no clear change from any quarter to the next, nor over all', () => {
    const results = resultsOf('Pattern Cars');
    for (const to of AFTER) {
      expect(verdicts(results, to - 1, to)).toEqual(new Set(['no-clear-change']));
    }
    expect(verdicts(results, 0, -1)).toEqual(new Set(['no-clear-change']));
  });

  test('Sample Motors falls when its service manager leaves, and only then', () => {
    const results = resultsOf('Sample Motors');
    for (const to of AFTER) {
      expect(verdicts(results, to - 1, to)).toEqual(
        new Set([to === EVENT ? 'fell' : 'no-clear-change']),
      );
    }
    expect(verdicts(results, 0, -1)).toEqual(new Set(['fell']));
    expect(stepVerdict('Sample Motors', 'response', EVENT - 1, EVENT)).toBe('fell');
  });

  test('Specimen Garage is weak, and a failed critical item caps its best step', () => {
    for (const { share, steps } of resultsOf('Specimen Garage')) {
      expect(share).toBeLessThan(0.4);
      const best = steps.find(({ step }) => step.id === 'after-sale');
      expect(best?.failedCritical).toContain('post-lost-why-where');
      expect(best?.share).toBe(0.59);
      expect(best?.uncapped).toBeGreaterThan(0.59);
    }
  });
});

describe('the checklist changes in the middle', () => {
  const before = firstVersion(today);

  it('with two items redefined, one new and one reweighted', () => {
    const diff = diffChecklists(before, today);
    expect(diff.versionShould).toBeNull();
    expect([before.version, today.version]).toEqual([1, 3]);
    const changed = diff.items.filter(({ tag }) => tag !== 'same');
    expect(Object.fromEntries(changed.map(({ id, tag }) => [id, tag]))).toEqual({
      'resp-web-first-reply': 'redefined',
      'comm-delay-told-first': 'reweighted',
      'meas-reviews-answered': 'redefined',
      'meas-perception-gap': 'new',
    });
  });

  it('to be a checklist as sound as today’s', () => {
    expect(checklistSchema().parse(before)).toEqual(before);
    expect(brokenRules(before)).toEqual([]);
  });

  it('for all dealerships with the same quarter', () => {
    for (const { quarter, checklist } of all) {
      expect(checklist).toEqual(quarter < CHECKLIST_CHANGED ? before : today);
    }
  });
});
