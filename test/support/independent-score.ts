/**
 * A second calculation of a score, written from the rules of design.md alone, on the YAML as it
 * stands in the files and answers as they stand in an answers file. It imports nothing from src/,
 * so that a slip there can't be made here too. Scores run from 0 to 100.
 */

export interface RawOption {
  id: string;
  respect?: boolean;
}

/** An item as YAML gives it: only the keys that decide a score. */
export interface RawItem {
  id: string;
  kind: string;
  core?: boolean;
  critical?: boolean;
  weight?: number;
  zero?: number;
  full?: number;
  unit?: string;
  checks?: RawOption[];
  standards?: RawOption[];
}

export interface RawStep {
  id: string;
  weight?: number;
  items: RawItem[];
}

export interface RawPolicy {
  below: number;
  cap: number;
}

/** An answer as a file has it; undefined where there is none. */
export type RawAnswer =
  | string
  | number
  | {
      passed?: number;
      of?: number;
      checks?: string[];
      'not-applicable-checks'?: string[];
      cases?: { lapses: string[] }[];
      'not-applicable'?: string;
      'not-checked'?: string;
      note?: string;
    }
  | undefined;

export interface Figures {
  score: number | null;
  coverage: number | null;
  steps: { id: string; score: number | null; uncapped: number | null; coverage: number | null }[];
  items: { id: string; score: number | null }[];
}

/** The point at which a line from (zero, 0) to (full, 100) passes a value, kept within 0 and 100. */
function onScale(value: number, zero: number, full: number): number {
  const point = ((value - zero) * 100) / (full - zero);
  if (point < 0) return 0;
  return point > 100 ? 100 : point;
}

function caseScore(lapses: string[], standards: RawOption[]): number {
  let points = 0;
  for (const standard of standards) {
    if (lapses.includes(standard.id)) points += standard.respect === true ? 2 : 1;
  }
  if (points <= 1) return 100;
  if (points === 2) return 60;
  return points === 3 ? 20 : 0;
}

type Fate = { what: 'scored'; score: number } | { what: 'left out' } | { what: 'uncovered' };

function fateOf(item: RawItem, answer: RawAnswer): Fate {
  if (answer === undefined) return { what: 'uncovered' };
  if (typeof answer === 'object' && answer['not-applicable'] !== undefined) {
    return { what: 'left out' };
  }
  if (typeof answer === 'object' && answer['not-checked'] !== undefined) {
    return { what: 'uncovered' };
  }
  switch (item.kind) {
    case 'yes-no':
      return { what: 'scored', score: answer === 'yes' ? 100 : 0 };
    case 'rating':
      return { what: 'scored', score: 25 * Number(answer) };
    case 'measure':
      return { what: 'scored', score: onScale(Number(answer), item.zero ?? NaN, item.full ?? NaN) };
    default:
      break;
  }
  if (typeof answer !== 'object') throw new Error(`${item.id}: a map was expected`);
  switch (item.kind) {
    case 'sample': {
      const percent = (100 * (answer.passed ?? NaN)) / (answer.of ?? NaN);
      return { what: 'scored', score: onScale(percent, item.zero ?? 0, 100) };
    }
    case 'checks': {
      const applicable =
        (item.checks?.length ?? 0) - (answer['not-applicable-checks']?.length ?? 0);
      return { what: 'scored', score: (100 * (answer.checks?.length ?? NaN)) / applicable };
    }
    case 'trace': {
      const cases = answer.cases ?? [];
      let sum = 0;
      for (const one of cases) sum += caseScore(one.lapses, item.standards ?? []);
      return { what: 'scored', score: sum / cases.length };
    }
    default:
      throw new Error(`${item.id}: no such kind`);
  }
}

/** Scores a checklist's items in a scope with these answers, by the section "Scoring" of design.md. */
export function independentScore(
  allSteps: RawStep[],
  policy: RawPolicy,
  scope: 'core' | 'full',
  answers: Record<string, RawAnswer>,
): Figures {
  const figures: Figures = { score: null, coverage: null, steps: [], items: [] };
  const whole = { sum: 0, weights: 0, scored: 0, applicable: 0 };
  for (const step of allSteps) {
    const here = { sum: 0, scored: 0, applicable: 0, failed: false };
    for (const item of step.items) {
      if (scope === 'core' && item.core !== true) continue;
      const fate: Fate =
        item.kind === 'remark' ? { what: 'left out' } : fateOf(item, answers[item.id]);
      figures.items.push({ id: item.id, score: fate.what === 'scored' ? fate.score : null });
      const weight = item.weight ?? 0;
      if (fate.what !== 'left out') here.applicable += weight;
      if (fate.what !== 'scored') continue;
      here.scored += weight;
      here.sum += weight * fate.score;
      // A score of exactly the limit is not below it; binary fractions come this close to it.
      if (item.critical === true && fate.score < policy.below - 1e-9) here.failed = true;
    }
    const uncapped = here.scored === 0 ? null : here.sum / here.scored;
    const score = uncapped !== null && here.failed && uncapped > policy.cap ? policy.cap : uncapped;
    const coverage = here.applicable === 0 ? null : here.scored / here.applicable;
    figures.steps.push({ id: step.id, score, uncapped, coverage });
    whole.scored += here.scored;
    whole.applicable += here.applicable;
    if (score === null) continue;
    whole.sum += (step.weight ?? 1) * score;
    whole.weights += step.weight ?? 1;
  }
  if (whole.weights > 0) figures.score = whole.sum / whole.weights;
  if (whole.applicable > 0) figures.coverage = whole.scored / whole.applicable;
  return figures;
}
