import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/core/audit/answer.js';
import { auditReport } from '../../../src/documents/audit/index.js';
import { targetSection } from '../../../src/documents/audit/target.js';
import { todoSection } from '../../../src/documents/audit/todo.js';
import type { AuditView } from '../../../src/documents/audit/view.js';
import { viewOfAudit } from '../../support/audit-views.js';
import {
  NOT_CHECKED,
  answered,
  makeAudit,
  makeChecklist,
  makeItem,
  makeStep,
} from '../../support/checklists.js';
import { at, listAt } from '../../support/cli.js';
import { linesOf, rowsOf, tableOf } from '../../support/tree-text.js';

const yes = answered('yes');
const no = answered('no');

/** One step of yes-no items of weight 1 with these answers. */
function viewOf(
  answers: Readonly<Record<string, Answer>>,
  target: number | null = null,
  critical = '',
): AuditView {
  const items = Object.keys(answers).map((id) =>
    makeItem('yes-no', id, { name: `Item ${id}`, critical: id === critical }),
  );
  return viewOfAudit(makeAudit(makeChecklist([makeStep('one', items)]), answers), target);
}

/** As many items as asked for, all no but the last. */
function failing(number: number): Record<string, Answer> {
  const ids = Array.from({ length: number }, (_, index) => `i${String(index + 1)}`);
  return { ...Object.fromEntries(ids.map((id) => [id, no])), last: yes };
}

describe('what to do first', () => {
  const firstOf = (view: AuditView): string[][] =>
    rowsOf(tableOf(todoSection(view), 'Failed must-not-fail checks first'));

  test('is five things, each with its answer, its aim and what it is worth', () => {
    const view = viewOf(failing(24));
    expect(firstOf(view)).toHaveLength(5);
    expect(firstOf(view)[0]).toEqual(['1 Item i1 · no; aim: yes', '–', '+4.0', 'sales · ____']);
    expect(linesOf(todoSection(view))).toContain('Do these five first');
    expect(listAt(auditReport.data(view), 'doFirst')).toHaveLength(24);
  });

  test('begins with the must-not-fail checks that failed', () => {
    const view = viewOf({ a: no, b: no, c: yes }, null, 'b');
    expect(firstOf(view).map(([what]) => what)).toEqual([
      '1 Item b failed · no; aim: yes',
      '2 Item a · no; aim: yes',
    ]);
  });

  test('is nothing where nothing is at stake', () => {
    expect(linesOf(todoSection(viewOf({ a: yes })))).toEqual([
      'Nothing to do first',
      'Every scored item is full.',
    ]);
    expect(todoSection(viewOf({ a: NOT_CHECKED }))).toEqual([]);
  });
});

describe('the shortest way to a target', () => {
  const linesTo = (answers: Readonly<Record<string, Answer>>, target: number): string[] =>
    linesOf(targetSection(viewOf(answers, target)));

  test('names each item, and the score that it and those above it make', () => {
    const blocks = targetSection(viewOf({ a: no, b: no, c: yes, d: no }, 75));
    const [heading, words] = linesOf(blocks);
    expect(heading).toBe('The shortest way to 75');
    expect(words).toContain(
      'The shortest way to 75 is 2 items: made full (100), they take the overall score from 25 to 75. This is exact, held steps included',
    );
    expect(rowsOf(tableOf(blocks, 'The shortest way to 75'))).toEqual([
      ['Item a · no; aim: yes', 'Step one', '0', '50'],
      ['Item b · no; aim: yes', 'Step one', '0', '75'],
    ]);
  });

  test('never rounds a score up to a target that is not reached', () => {
    // 2 of 3 is 66.67, which prints as 67 otherwise.
    expect(linesTo({ a: no, b: yes, c: yes }, 67)[1]).toContain('from 66.7 to 100.');
    expect(linesTo({ a: no, b: yes, c: yes }, 66.5)[1]).toContain(
      'The target of 66.5 is reached already: the overall score is 67.',
    );
  });

  test('says so where the target is reached, all is full, or nothing was scored', () => {
    expect(linesTo({ a: no, b: yes }, 50)).toEqual([
      'The shortest way to 50',
      'The target of 50 is reached already: the overall score is 50.',
    ]);
    expect(linesTo({ a: yes }, 100)).toEqual([
      'The shortest way to 100',
      'The target of 100 is reached already: the overall score is 100.',
    ]);
    expect(linesTo({ a: NOT_CHECKED }, 80)).toEqual([
      'The shortest way to 80',
      'Nothing was scored, so there is no way to 80 to show.',
    ]);
  });

  test('is not there where nobody asked for one', () => {
    expect(targetSection(viewOf({ a: no }))).toEqual([]);
  });
});

describe('points at stake in the data', () => {
  test('are points for what is below full, and null for all else', () => {
    const report = auditReport.data(viewOf({ a: no, b: yes, c: NOT_CHECKED }));
    expect(at(report, 'items', 0, 'stake')).toEqual({ step: 50, overall: 50 });
    expect(at(report, 'items', 1, 'stake')).toBeNull();
    expect(at(report, 'items', 2, 'stake')).toBeNull();
    expect(at(report, 'target')).toBeNull();
  });

  test('come with the way to the target', () => {
    const target = (answers: Record<string, Answer>, score: number): unknown =>
      at(auditReport.data(viewOf(answers, score)), 'target');
    expect(target({ a: no, b: no, c: yes, d: no }, 60)).toEqual({
      score: 60,
      items: ['a', 'b'],
      reached: 75,
      exact: true,
    });
    expect(target({ a: no, b: yes }, 7)).toEqual({ score: 7, items: [], reached: 50, exact: true });
    expect(target({ a: NOT_CHECKED }, 60)).toEqual({
      score: 60,
      items: null,
      reached: null,
      exact: null,
    });
  });
});
