import type { Band } from '../core/checklist/checklist.js';
import type { GroupChange, GroupRow } from '../core/compare/group.js';
import { STRONG, WEAK } from '../core/compare/group.js';
import type { MaskedFigure } from '../core/compare/masked.js';
import type { Quartiles } from '../core/compare/quartiles.js';
import { printScore } from '../core/score/print.js';
import { printJson } from '../core/text.js';
import type { GroupFrame, GroupView, MaskedView } from './group-view.js';
import { score } from './json-score.js';

/** A group compared, for other programs. Scores are unrounded on 0 to 100, or null. */
export function groupJson(view: GroupView): string {
  const { comparison, missing, leftOut } = view;
  return printJson({
    format: 'checkup-group',
    formatVersion: 1,
    ...frame(view),
    seals: view.seals,
    dealerships: comparison.rows.length,
    scored: comparison.scored,
    score: score(comparison.mean),
    quartiles: quartiles(comparison.quartiles),
    strong: { from: STRONG, dealerships: comparison.strong },
    weak: { below: WEAK, dealerships: comparison.weak },
    places: comparison.rows.map((row) => ({
      ...named(row),
      score: score(row.share),
      interval: interval(row),
      rank: row.rank,
      change: change(row.change),
      steps: comparison.steps.map(({ id }, s) => ({
        id,
        score: score(row.steps[s]?.share ?? null),
        rank: row.steps[s]?.rank ?? null,
      })),
    })),
    steps: comparison.steps.map(({ id, title, mean, leaders }) => ({
      id,
      title,
      score: score(mean),
      leaders: leaders.map(({ slug }) => slug),
    })),
    movers: comparison.movers.map((row) => ({ ...named(row), ...change(row.change) })),
    redefined: comparison.redefined.map((row) => ({ ...named(row), ...change(row.change) })),
    missing,
    leftOut: leftOut.map(({ name, why }) => ({ dealership: name, why })),
  });
}

/**
 * One dealership among others who stay unnamed, for other programs. Its own figures are unrounded;
 * the others' are as printed, because with all decimals it could be worked out which scores in the
 * steps make up which overall score.
 */
export function maskedJson(view: MaskedView): string {
  const { comparison, checklist } = view;
  const figure = (of: MaskedFigure): object => maskedFigure(of, checklist.bands);
  return printJson({
    format: 'checkup-masked',
    formatVersion: 1,
    ...frame(view),
    seals: view.seals,
    ...named(comparison),
    interval: interval(comparison),
    change: change(comparison.change),
    overall: figure(comparison.overall),
    steps: comparison.steps.map((step) => ({ id: step.id, title: step.title, ...figure(step) })),
  });
}

function frame({ group, quarter, before, checklist, scope, versions }: GroupFrame): object {
  return {
    group,
    quarter,
    before,
    scope,
    checklist: { id: checklist.id, title: checklist.title, versions },
    bands: checklist.bands,
  };
}

function named({ name, slug }: Pick<GroupRow, 'name' | 'slug'>): object {
  return { dealership: name, slug };
}

function interval({ lower, upper }: Pick<GroupRow, 'lower' | 'upper'>): object | null {
  return lower === null || upper === null ? null : { lower: score(lower), upper: score(upper) };
}

function change(of: GroupChange | null): object | null {
  if (of === null) return null;
  const { from, to, difference, clear, redefined } = of;
  return {
    from: score(from),
    to: score(to),
    difference: difference * 100,
    // No verdict over a change of the checklist.
    clear: redefined ? null : clear,
    checklistChanged: redefined,
  };
}

function quartiles(
  of: Quartiles | null,
  print: (share: number) => number | null = score,
): object | null {
  if (of === null) return null;
  return {
    lowest: print(of.lowest),
    lower: print(of.lower),
    median: print(of.median),
    upper: print(of.upper),
    highest: print(of.highest),
  };
}

function maskedFigure(
  { share, rank, others, quartiles: spread }: MaskedFigure,
  bands: readonly Band[],
): object {
  const printed = (one: number): number => Number(printScore(one, bands));
  return {
    score: score(share),
    rank,
    others: others?.map(printed) ?? null,
    quartiles: quartiles(spread, printed),
  };
}
