import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { json } from '../../src/reports/json.js';
import { stakesSection } from '../../src/reports/markdown-stakes.js';
import type { AuditView } from '../../src/reports/view.js';
import {
  NOT_CHECKED,
  answered,
  makeAudit,
  makeChecklist,
  makeItem,
  makeStep,
} from '../support/checklists.js';
import { at, parseJson } from '../support/cli.js';

const yes = answered('yes');
const no = answered('no');

/** One step of yes-no items of weight 1 with these answers. */
function viewOf(answers: Readonly<Record<string, Answer>>, target: number | null): AuditView {
  const items = Object.keys(answers).map((id) => makeItem('yes-no', id));
  const audit = makeAudit(makeChecklist([makeStep('one', items)]), answers);
  return {
    audit,
    result: scoreAudit(audit),
    sealHolds: true,
    previous: null,
    evidence: new Map(),
    target,
  };
}

/** As many items as asked for, all no but the last. */
function failing(number: number): Record<string, Answer> {
  const ids = Array.from({ length: number }, (_, index) => `i${String(index + 1)}`);
  return { ...Object.fromEntries(ids.map((id) => [id, no])), last: yes };
}

describe('points at stake in Markdown', () => {
  test('are the ten largest, and how many more there are', () => {
    const text = stakesSection(viewOf(failing(10), null)) ?? '';
    expect(text.match(/^\| `/gm)).toHaveLength(10);
    expect(text).not.toContain('more item');
    expect(stakesSection(viewOf(failing(11), null))).toMatch(/\n\nAnd 1 more item below full\.$/);
    const many = stakesSection(viewOf(failing(24), null)) ?? '';
    expect(many.match(/^\| `/gm)).toHaveLength(10);
    expect(many).toMatch(/\n\nAnd 14 more items below full\.$/);
    expect(many).toMatch(/^\| `i1` +\| +1 \| No +\| +0 \| +\+4\.0 \| +\+4\.0 \|$/m);
  });

  test('say nothing where nothing is at stake', () => {
    expect(stakesSection(viewOf({ a: yes }, null))).toBeNull();
    expect(stakesSection(viewOf({ a: NOT_CHECKED }, null))).toBeNull();
  });
});

describe('the shortest way to a target in Markdown', () => {
  test('names each item, and the score that it and those above it make', () => {
    const text = stakesSection(viewOf({ a: no, b: no, c: yes, d: no }, 75)) ?? '';
    const [, way = ''] = text.split('### The shortest way to 75\n');
    expect(way).toContain(
      'The shortest way to 75 is 2 items: made full (100), they take the overall score from 25 to 75. This is exact, caps included',
    );
    expect(way.match(/^\| `.*$/gm)?.map((row) => row.replace(/ +/g, ' '))).toEqual([
      '| `a` | 1 | No | 0 | 50 |',
      '| `b` | 1 | No | 0 | 75 |',
    ]);
  });

  test('never rounds a score up to a target that is not reached', () => {
    // 2 of 3 is 66.67, which prints as 67 otherwise.
    const text = stakesSection(viewOf({ a: no, b: yes, c: yes }, 67));
    expect(text).toContain('from 66.7 to 100.');
    const one = stakesSection(viewOf({ a: no, b: yes, c: yes }, 66.5));
    expect(one).toContain('The target of 66.5 is reached already: the overall score is 67.');
  });

  test('says so where the target is reached, all is full, or nothing was scored', () => {
    expect(stakesSection(viewOf({ a: no, b: yes }, 50))).toMatch(
      /### The shortest way to 50\n\nThe target of 50 is reached already: the overall score is 50\.$/,
    );
    expect(stakesSection(viewOf({ a: yes }, 100))).toBe(
      '## Points at stake\n\n### The shortest way to 100\n\nThe target of 100 is reached already: the overall score is 100.',
    );
    expect(stakesSection(viewOf({ a: NOT_CHECKED }, 80))).toMatch(
      /Nothing was scored, so there is no way to 80 to show\.$/,
    );
  });
});

describe('points at stake in JSON', () => {
  const of = (view: AuditView): unknown => parseJson(json.audit(view));

  test('are points for what is below full, and null for all else', () => {
    const report = of(viewOf({ a: no, b: yes, c: NOT_CHECKED }, null));
    expect(at(report, 'items', 0, 'stake')).toEqual({ step: 50, overall: 50 });
    expect(at(report, 'items', 1, 'stake')).toBeNull();
    expect(at(report, 'items', 2, 'stake')).toBeNull();
    expect(at(report, 'target')).toBeNull();
  });

  test('come with the way to the target', () => {
    const target = (answers: Record<string, Answer>, score: number): unknown =>
      at(of(viewOf(answers, score)), 'target');
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
