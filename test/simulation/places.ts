import type { Checklist } from '../../src/core/checklist/checklist.js';
import { compareGroup } from '../../src/core/compare/group.js';
import { standingOf } from '../../src/core/compare/group-member.js';
import type { GroupComparison } from '../../src/core/compare/group.js';
import { variancesOf } from '../../src/core/score/ranges.js';
import type { AuditResult } from '../../src/core/score/score.js';
import type { Random } from './found.js';
import { audited, truthsOf } from './found.js';
import { trueShares } from './truth.js';

/** A group of audits, in their order. */
function groupOf(results: readonly AuditResult[]): GroupComparison {
  return compareGroup(
    results.map((result, d) => {
      const variances = variancesOf(result);
      return {
        slug: `d${String(d)}`,
        name: `d${String(d)}`,
        standing: standingOf(result),
        coverage: result.coverage,
        apart: result.apart,
        auditors: [],
        change: null,
        steps: result.steps.map(({ step, share, uncapped, failedCritical }) => ({
          id: step.id,
          title: step.title,
          standing:
            share === null ? null : { share, variance: variances.steps.get(step.id) ?? NaN },
          uncapped,
          apart: false,
          failedCritical,
        })),
      };
    }),
  );
}

/** In what part of the steps a group of dealerships that are all alike names a teacher. */
export function teachersAmongAlike(
  checklist: Checklist,
  { dealerships, groups, next }: { dealerships: number; groups: number; next: Random },
): number {
  let named = 0;
  let steps = 0;
  for (let i = 0; i < groups; i++) {
    const truths = truthsOf(checklist, 'core', 0.85, next);
    const group = groupOf(
      Array.from({ length: dealerships }, () => audited(checklist, 'core', truths, next)),
    );
    steps += group.steps.length;
    named += group.steps.filter(({ teachers }) => teachers.length > 0).length;
  }
  return named / steps;
}

/** How often the places that are printed hold the true ones: of one dealership, and of all of a group at once. */
export function placesCovered(
  checklist: Checklist,
  { dealerships, groups, next }: { dealerships: number; groups: number; next: Random },
): { readonly one: number; readonly all: number } {
  let [one, all] = [0, 0];
  for (let i = 0; i < groups; i++) {
    const members = Array.from({ length: dealerships }, () => {
      const truths = truthsOf(checklist, 'core', 0.5 + 0.3 * next(), next);
      const { overall } = trueShares(checklist, 'core', truths, next);
      return { truth: overall, result: audited(checklist, 'core', truths, next) };
    });
    const { rows } = groupOf(members.map(({ result }) => result));
    const held = members.filter(({ truth }, d) => {
      const rank = rows.find(({ slug }) => slug === `d${String(d)}`)?.rank;
      const place = 1 + members.filter((other) => other.truth > truth).length;
      return rank != null && rank.place <= place && place <= rank.last;
    }).length;
    one += held / dealerships;
    all += Number(held === dealerships);
  }
  return { one: one / groups, all: all / groups };
}
