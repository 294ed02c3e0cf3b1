import type { GroupChange, GroupRow } from '../core/compare/group.js';
import { STRONG, WEAK } from '../core/compare/group.js';
import type { MaskedFigure } from '../core/compare/masked.js';
import type { Quartiles } from '../core/compare/quartiles.js';
import { printScore } from '../core/score/print.js';
import { isThin } from '../core/score/score.js';
import { printJson } from '../core/text.js';
import type { GroupFrame, GroupView, MaskedView } from './group-view.js';
import { score } from '../documents/words/figures.js';

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
      coverage: score(row.coverage),
      thin: isThin(row),
      rank: row.rank,
      change: change(row.change),
      steps: comparison.steps.map(({ id }, s) => ({
        id,
        score: score(row.steps[s]?.share ?? null),
        rank: row.steps[s]?.rank ?? null,
        capped: row.steps[s]?.capped ?? false,
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
 * the others' are whole numbers, because with decimals it could be worked out which scores in the
 * steps make up which overall score.
 */
export function maskedJson(view: MaskedView): string {
  const { comparison } = view;
  return printJson({
    format: 'checkup-masked',
    formatVersion: 1,
    ...frame(view),
    seals: maskedSeals(view),
    ...named(comparison),
    interval: interval(comparison),
    coverage: score(comparison.coverage),
    thin: isThin(comparison),
    change: change(comparison.change),
    overall: maskedFigure(comparison.overall),
    steps: comparison.steps.map((step) => ({
      id: step.id,
      title: step.title,
      ...maskedFigure(step),
    })),
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

/** Whether its own seal holds, and all of the others': null where nobody looked. */
function maskedSeals({ seals: { checked, broken }, comparison: { name } }: MaskedView): object {
  return {
    checked,
    ownHolds: checked ? !broken.includes(name) : null,
    othersHold: checked ? broken.every((one) => one === name) : null,
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

function maskedFigure({ share, rank, capped, others, quartiles: spread }: MaskedFigure): object {
  const printed = (one: number): number => Number(printScore(one));
  return {
    score: score(share),
    rank,
    capped,
    others: others?.map(printed) ?? null,
    quartiles: quartiles(spread, printed),
  };
}
