import { expect } from 'vitest';
import type { Answer, RecordedAnswer } from '../../src/core/audit/answer.js';
import type { Audit } from '../../src/core/audit/audit.js';
import type { Json } from '../../src/core/canonical.js';
import type { Checklist, Item, Scope, Step } from '../../src/core/checklist/checklist.js';
import { checklistSchema, stepSchema } from '../../src/core/checklist/checklist.js';
import { kinds } from '../../src/core/checklist/kinds/index.js';
import type { Checked } from '../../src/core/schema/issues.js';
import type { Issue } from '../../src/core/schema/problem.js';
import type { AuditResult, StepResult } from '../../src/core/score/score.js';
import { scoreAudit } from '../../src/core/score/score.js';

/** Small checklists, items and answers for tests: each names only what matters to it. */

export const DEPARTMENTS = ['sales', 'service'] as const;

/**
 * What items say beyond id, question, departments and weight where tests know it by heart. An item of
 * any other kind says what the first example of its kind says.
 */
const OWN: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  rating: { levels: ['None', 'Little', 'Some', 'Most', 'All'] },
  sample: { unit: 'calls', draw: 10 },
  measure: { unit: 'minutes', full: 10, zero: 60 },
  checks: {
    checks: [
      { id: 'first', text: 'First' },
      { id: 'second', text: 'Second' },
      { id: 'third', text: 'Third' },
    ],
  },
  trace: {
    unit: 'visits',
    draw: 5,
    standards: [
      { id: 'greeted', text: 'Greeted' },
      { id: 'told', text: 'Told the truth', respect: true },
      { id: 'on-time', text: 'On time' },
    ],
  },
};

/** The least that an item of a kind has to say beyond id, question and departments. */
export function least(name: Item['kind']): Readonly<Record<string, Json>> {
  const kind = kinds.find((one) => one.name === name);
  const [first] = kind?.examples ?? [];
  return { ...(kind?.scored === true ? { weight: 1 } : {}), ...(OWN[name] ?? first?.item) };
}

/** An item as it would stand in YAML, not yet checked. */
export function rawItem(
  kind: Item['kind'],
  id: string,
  own: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return { id, kind, ask: `Is ${id} so?`, departments: ['sales'], ...least(kind), ...own };
}

/** An item of a kind, core unless it says otherwise. */
export function makeItem(
  kind: Item['kind'],
  id: string,
  own: Readonly<Record<string, unknown>> = {},
): Item {
  return stepSchema().shape.items.element.parse(rawItem(kind, id, { core: true, ...own }));
}

/** A step of weight 1 unless it says otherwise. */
export function makeStep(
  id: string,
  items: readonly Item[],
  own: Readonly<Record<string, unknown>> = {},
): Step {
  return stepSchema().parse({ id, title: `Step ${id}`, asks: `How is ${id}?`, items, ...own });
}

/** The bands of the built-in checklists. */
export const BANDS = [
  { from: 0, name: 'At risk' },
  { from: 40, name: 'Uneven' },
  { from: 60, name: 'Sound' },
  { from: 80, name: 'Strong' },
];

/** A checklist of these steps; six of them are not needed to score. */
export function makeChecklist(
  steps: readonly Step[],
  own: Readonly<Record<string, unknown>> = {},
): Checklist {
  return checklistSchema().parse({
    id: 'test-checklist',
    version: 1,
    title: 'Test checklist',
    departments: DEPARTMENTS.map((id) => ({ id, title: id })),
    bands: BANDS,
    steps,
    ...own,
  });
}

/** A checklist that breaks no rule: six steps, each with one core yes-no item. */
export function soundChecklist(own: Readonly<Record<string, unknown>> = {}): Checklist {
  const steps = ['one', 'two', 'three', 'four', 'five', 'six'].map((id) =>
    makeStep(id, [makeItem('yes-no', `${id}-item`)]),
  );
  return makeChecklist(steps, own);
}

export const answered = (value: Json): Answer => ({ state: 'answered', value });
export const NOT_APPLICABLE: Answer = { state: 'not-applicable', reason: 'We have no such desk' };
export const NOT_CHECKED: Answer = { state: 'not-checked', reason: 'No time' };

/** Answers by item id, each as the first revision. */
export function recorded(answers: Readonly<Record<string, Answer>>): RecordedAnswer[] {
  return Object.entries(answers).map(([item, answer]) => ({
    item,
    answer,
    why: null,
    auditor: 'A. Auditor',
    at: '2026-08-01T09:00:00.000Z',
    revision: 1,
  }));
}

/** An open audit in the full scope unless it says otherwise. */
export function makeAudit(
  checklist: Checklist,
  answers: Readonly<Record<string, Answer>>,
  own: Partial<Audit> = {},
): Audit {
  return {
    dealership: { name: 'Example Motors', slug: 'example-motors', yearStarts: 1 },
    quarter: '2026-Q3',
    scope: 'full',
    checklist,
    auditor: 'A. Auditor',
    startedAt: '2026-08-01T08:00:00.000Z',
    seal: null,
    revisions: recorded(answers),
    draws: [],
    visits: [],
    ...own,
  };
}

/** What these answers to a checklist score. */
export function resultOf(
  checklist: Checklist,
  answers: Readonly<Record<string, Answer>>,
  scope: Scope = 'full',
): AuditResult {
  return scoreAudit(makeAudit(checklist, answers, { scope }));
}

/** What these answers to the items of one step score, under the standard policy. */
export function stepResultOf(
  items: readonly Item[],
  answers: Readonly<Record<string, Answer>>,
): StepResult {
  const [step] = resultOf(makeChecklist([makeStep('only', items)]), answers).steps;
  if (step === undefined) throw new Error('a checklist of one step has one step');
  return step;
}

/** The value that a check let through; fails the test with its issues when it didn't. */
export function valueOf<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new Error(`refused: ${checked.issues.map(printIssue).join('; ')}`);
}

/** The issues of a check that let nothing through; fails the test when it did. */
export function issuesOf(checked: Checked<unknown>): readonly Issue[] {
  if (!checked.ok) return checked.issues;
  throw new Error(`let through: ${JSON.stringify(checked.value)}`);
}

function printIssue(issue: Issue): string {
  return `${issue.path.map(String).join('.')} ${issue.message}`;
}

/**
 * Holds issues against the paths and words expected, in order. Every issue ends with what to do
 * about it in brackets.
 */
export function expectIssues(
  issues: readonly Issue[],
  ...expected: (readonly [path: string, says: RegExp])[]
): void {
  expect(issues.map((issue) => issue.path.map(String).join('.'))).toEqual(
    expected.map(([path]) => path),
  );
  for (const [index, issue] of issues.entries()) {
    expect(issue.message).toMatch(expected[index]?.[1] ?? /^$/);
    expect(issue.message).toMatch(/\(.+\)$/s);
  }
}
