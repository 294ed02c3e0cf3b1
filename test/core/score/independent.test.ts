import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import type { Answer } from '../../../src/core/audit/answer.js';
import { notationOf } from '../../../src/core/audit/answer.js';
import type { Item, Scope } from '../../../src/core/checklist/checklist.js';
import { askedItems, checklistSchema } from '../../../src/core/checklist/checklist.js';
import { auditData } from '../../../src/documents/audit/data.js';
import { someAnswer } from '../../support/arbitraries.js';
import { viewOfAudit } from '../../support/audit-views.js';
import { makeAudit } from '../../support/checklists.js';
import type { Figures, RawAnswer } from '../../support/independent-score.js';
import { independentScore } from '../../support/independent-score.js';

const RUNS = 200;

// What this test needs of the YAML, read past src/ with the yaml package alone.
const option = z.looseObject({ id: z.string(), respect: z.boolean().exactOptional() });
const rawStep = z.looseObject({
  id: z.string(),
  weight: z.number().exactOptional(),
  items: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      core: z.boolean().exactOptional(),
      critical: z.boolean().exactOptional(),
      weight: z.number().exactOptional(),
      zero: z.number().exactOptional(),
      full: z.number().exactOptional(),
      checks: z.array(option).exactOptional(),
      standards: z.array(option).exactOptional(),
    }),
  ),
});
const rawHead = z.looseObject({
  steps: z.array(z.string()),
  scoring: z.object({ critical: z.object({ below: z.number(), cap: z.number() }) }),
});
const rawAnswer = z.union([
  z.string(),
  z.number(),
  z.looseObject({
    passed: z.number().exactOptional(),
    of: z.number().exactOptional(),
    checks: z.array(z.string()).exactOptional(),
    'not-applicable-checks': z.array(z.string()).exactOptional(),
    cases: z.array(z.looseObject({ lapses: z.array(z.string()) })).exactOptional(),
    'not-applicable': z.string().exactOptional(),
    'not-checked': z.string().exactOptional(),
  }),
]);

function load(name: string) {
  const folder = fileURLToPath(new URL(`../../../checklists/${name}/`, import.meta.url));
  const yaml = (file: string): unknown => parse(readFileSync(folder + file, 'utf8'));
  const head = rawHead.parse(yaml('checklist.yaml'));
  const files = readdirSync(folder).filter((file) => /^\d.*\.yaml$/.test(file));
  const byId = new Map(
    files.map((file) => rawStep.parse(yaml(file))).map((step) => [step.id, step]),
  );
  const steps = head.steps.map((id) => {
    const step = byId.get(id);
    if (step === undefined) throw new Error(`${name} has no file for step ${id}`);
    return step;
  });
  return {
    steps,
    policy: head.scoring.critical,
    checklist: checklistSchema().parse({ ...head, steps }),
  };
}

const figuresInJson = z.object({
  format: z.literal('checkup-report'),
  score: z.number().nullable(),
  coverage: z.number().nullable(),
  steps: z.array(
    z.object({
      id: z.string(),
      score: z.number().nullable(),
      uncapped: z.number().nullable(),
      coverage: z.number().nullable(),
    }),
  ),
  items: z.array(z.object({ id: z.string(), score: z.number().nullable() })),
});

/** How the items of a step fare: as they come, all well, all unscored, all not applicable. */
type Mood = 'mixed' | 'answered' | 'not-checked' | 'not-applicable';

function answerIn(mood: Mood, item: Item): fc.Arbitrary<Answer | null> {
  switch (mood) {
    case 'mixed':
      return fc.option(someAnswer(item), { freq: 8 });
    case 'answered':
      return someAnswer(item).filter((answer) => answer.state === 'answered');
    default:
      return fc.constant({ state: mood, reason: 'Said so' });
  }
}

function someAnswersTo(
  steps: readonly { items: readonly Item[] }[],
): fc.Arbitrary<[string, Answer][]> {
  const mood = fc.oneof(
    { weight: 4, arbitrary: fc.constant<Mood>('mixed') },
    { weight: 3, arbitrary: fc.constant<Mood>('answered') },
    { weight: 1, arbitrary: fc.constantFrom<Mood>('not-checked', 'not-applicable') },
  );
  return fc
    .tuple(
      ...steps.map((step) =>
        mood.chain((chosen) =>
          fc.tuple(
            ...step.items.map((item) =>
              answerIn(chosen, item).map((answer): [string, Answer][] =>
                answer === null ? [] : [[item.id, answer]],
              ),
            ),
          ),
        ),
      ),
    )
    .map((all) => all.flat(2));
}

function expectClose(actual: number | null, expected: number | null, what: string): void {
  if (actual === null || expected === null) expect(actual, what).toBe(expected);
  else expect(Math.abs(actual - expected), what).toBeLessThanOrEqual(1e-9);
}

function expectFigures(actual: Figures, expected: Figures): void {
  expectClose(actual.score, expected.score, 'score');
  expectClose(actual.coverage, expected.coverage, 'coverage');
  expect(actual.steps.map((step) => step.id)).toEqual(expected.steps.map((step) => step.id));
  expect(actual.items.map((item) => item.id)).toEqual(expected.items.map((item) => item.id));
  for (const [i, step] of expected.steps.entries()) {
    expectClose(actual.steps[i]?.score ?? null, step.score, `${step.id} score`);
    expectClose(actual.steps[i]?.uncapped ?? null, step.uncapped, `${step.id} uncapped`);
    expectClose(actual.steps[i]?.coverage ?? null, step.coverage, `${step.id} coverage`);
  }
  for (const [i, item] of expected.items.entries()) {
    expectClose(actual.items[i]?.score ?? null, item.score, item.id);
  }
}

describe.each(['quarterly-checkup', 'quick-checkup'])('the score of %s', (name) => {
  const { steps, policy, checklist } = load(name);

  it.each<Scope>(['core', 'full'])('in scope %s is what a second calculation gives', (scope) => {
    const met = { capped: 0, kept: 0, unscoredSteps: 0, uncovered: 0 };
    const asked = new Set(askedItems(checklist, scope).map((item) => item.id));
    fc.assert(
      fc.property(someAnswersTo(checklist.steps), (entries) => {
        const answers = Object.fromEntries(entries.filter(([id]) => asked.has(id)));
        const audit = makeAudit(checklist, answers, { scope });
        const actual = figuresInJson.parse(auditData(viewOfAudit(audit)));

        const raw: Record<string, RawAnswer> = Object.fromEntries(
          Object.entries(answers).map(([id, answer]) => [id, rawAnswer.parse(notationOf(answer))]),
        );
        expectFigures(actual, independentScore(steps, policy, scope, raw));

        for (const step of actual.steps) {
          if (step.score === null) met.unscoredSteps += 1;
          else if (step.score === step.uncapped) met.kept += 1;
          else met.capped += 1;
          if (step.coverage !== null && step.coverage < 1) met.uncovered += 1;
        }
      }),
      { numRuns: RUNS, seed: 20260703 },
    );
    // The random answers reach every branch that the rules have.
    for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(RUNS / 20);
  });
});
