import { nameOf } from '../../core/checklist/naming.js';
import type { GroupStepCell } from '../../core/compare/group.js';
import { STRONG, WEAK } from '../../core/compare/group.js';
import { SHORT } from '../../core/compare/persistent.js';
import { isThin } from '../../core/score/limits.js';
import { chainData } from '../words/chain.js';
import { score } from '../words/figures.js';
import { change, frame, interval, named, quartiles } from '../words/json-group.js';
import { headline } from './headline.js';
import type { GroupView } from './view.js';
import { nameOfStep } from '../words/group.js';

/** A group compared, for other programs. Scores are unrounded on 0 to 100, or null; coverage 0 to 1. */
export function groupData(view: GroupView): object {
  const { comparison, missing, leftOut, common, checklist, sealOf } = view;
  return {
    format: 'checkup-group',
    // 3: places by the corrected order, ranges of the whole group at once, changes like for like.
    formatVersion: 3,
    headline: headline(comparison),
    ...frame(view),
    seals: { ...view.seals, chain: chainData(view.seals.chain) },
    dealerships: comparison.rows.length,
    ranked: comparison.ranked,
    standardErrors: comparison.reach,
    auditors: comparison.auditors,
    score: score(comparison.mean),
    quartiles: quartiles(comparison.quartiles),
    strong: { from: STRONG, dealerships: comparison.strong },
    weak: { below: WEAK, dealerships: comparison.weak },
    places: comparison.rows.map((row) => ({
      ...named(row),
      seal: sealOf.get(row.slug) ?? null,
      score: score(row.share),
      interval: interval(row),
      coverage: row.coverage,
      thin: isThin(row),
      apart: row.apart,
      auditors: row.auditors,
      rank: row.rank,
      change: change(row.change),
      failedCritical: row.steps.flatMap((step) => step.failedCritical),
      steps: comparison.steps.map(({ id }, s) => {
        const cell = row.steps[s];
        return {
          id,
          score: score(cell?.share ?? null),
          rank: cell?.rank ?? null,
          capped: cell?.capped ?? false,
          againstRest: cell === undefined ? null : restEntry(cell),
        };
      }),
    })),
    failedCritical: failedEntries(view),
    steps: comparison.steps.map((step) => ({
      id: step.id,
      name: nameOfStep(step, checklist),
      title: step.title,
      score: score(step.mean),
      teachers: step.teachers.map(({ slug }) => slug),
    })),
    common:
      common === null
        ? null
        : {
            below: SHORT,
            items: common.map(({ item, step, houses, short, mean }) => ({
              id: item.id,
              name: nameOf(item),
              step,
              short,
              of: houses.length,
              mean: score(mean),
              houses: houses.map(({ slug, share, failedCritical }) => ({
                slug,
                score: score(share),
                failedCritical,
              })),
            })),
          },
    movers: comparison.movers.map((row) => ({ ...named(row), change: change(row.change) })),
    missing,
    leftOut: leftOut.map(({ name, why }) => ({ dealership: name, why })),
  };
}

/** What the must-not-fail checks are called that failed somewhere. */
function failedEntries({ comparison, failedNames }: GroupView): object[] {
  const ids = new Set(
    comparison.rows.flatMap((row) => row.steps.flatMap((step) => step.failedCritical)),
  );
  return [...ids].sort().map((id) => ({ id, name: failedNames.get(id) ?? id }));
}

/** How it stands against the mean of all others: by how much, and whether that is clear. */
function restEntry({ againstRest }: GroupStepCell): object | null {
  if (againstRest === null) return null;
  return { difference: againstRest.difference * 100, verdict: againstRest.verdict };
}
