import type { Audit } from '../audit/audit.js';
import { unansweredItems } from '../audit/audit.js';
import type { Order } from '../audit/route.js';
import { routeOf } from '../audit/route.js';
import type { Checklist, Scope } from '../checklist/checklist.js';
import type { Rank } from '../compare/ranking.js';
import { standingOf } from '../compare/group-member.js';
import type { Standing } from '../compare/ranking.js';
import { rankAll } from '../compare/ranking.js';
import type { Draw } from '../draw/draw.js';
import type { Quarter } from '../quarter.js';
import type { AuditResult, ItemResult } from '../score/score.js';
import { hasFailedCritical } from '../score/limits.js';
import { estimatedMinutes, recordedMinutes } from './duration.js';
import type { Preparation } from './preparation.js';
import { preparationsFor } from './preparation.js';
import type { Door } from './records.js';
import { doorsOn } from './records.js';
import type { Shortfall } from './shortfall.js';
import { repeatedShortfalls } from './shortfall.js';

/** The check-up that lies ahead. */
export interface Ahead {
  readonly checklist: Checklist;
  readonly scope: Scope;
  /** The audit, where it is open already. */
  readonly audit: Audit | null;
  readonly by: Order;
}

/** A sealed audit of the past with its score. */
export interface Past {
  readonly audit: Audit;
  readonly result: AuditResult;
}

/** How many items some minutes are for. */
export interface Duration {
  readonly items: number;
  readonly minutes: number;
}

/** What to know of the last check-up. */
export interface LastTime {
  readonly failedCritical: readonly ItemResult[];
  readonly shortfalls: readonly Shortfall[];
  readonly notChecked: readonly ItemResult[];
  readonly unanswered: readonly ItemResult[];
  /** Among the others of the same quarter; null where there is nothing to rank. */
  readonly place: Rank | null;
}

/** What to know before going in. */
export interface Brief {
  /** All that the check-up takes. */
  readonly all: Duration;
  /** What is still to be answered of it. */
  readonly left: Duration;
  /** How long somebody was at earlier audits of the same scope, where their times tell. */
  readonly took: readonly { readonly quarter: Quarter; readonly minutes: number }[];
  /** What to send and to ask for before the day, for what is still to be answered. */
  readonly preparations: readonly Preparation[];
  /** What is still to be answered, door by door in the order of the walk. */
  readonly doors: readonly Door[];
  /** What was drawn for no item in particular. */
  readonly draws: readonly Draw[];
  /** Null before a dealership's first sealed audit by the checklist. */
  readonly last: LastTime | null;
}

/**
 * What to know before going in.
 *
 * @param past the dealership's sealed audits by the same checklist before this one, in order.
 * @param others the overall scores of the other dealerships that were audited as the last of `past` was.
 */
export function briefOf(
  ahead: Ahead,
  past: readonly Past[],
  others: readonly (Standing | null)[],
): Brief {
  const { checklist, scope, audit, by } = ahead;
  const route = routeOf(checklist, scope, by);
  const open = audit === null ? null : new Set(unansweredItems(audit).map(({ id }) => id));
  const left = open === null ? route : route.filter(({ item }) => open.has(item.id));
  const estimate = (stops: typeof route): Duration => ({
    items: stops.length,
    minutes: estimatedMinutes(stops.map(({ item }) => item)),
  });
  const draws = audit?.draws ?? [];
  return {
    all: estimate(route),
    left: estimate(left),
    took: past.flatMap((one) => {
      const minutes = one.audit.scope === scope ? recordedMinutes(one.audit) : null;
      return minutes === null ? [] : [{ quarter: one.audit.quarter, minutes }];
    }),
    preparations: preparationsFor(left, draws),
    doors: doorsOn(left, by, draws),
    draws: draws.filter((draw) => draw.item === null),
    last: lastTime(past, others),
  };
}

function lastTime(past: readonly Past[], others: readonly (Standing | null)[]): LastTime | null {
  const last = past.at(-1)?.result;
  if (last === undefined) return null;
  const items = last.steps.flatMap((step) => step.items);
  return {
    failedCritical: items.filter((one) => hasFailedCritical(one, last.checklist)),
    shortfalls: repeatedShortfalls(past.map(({ result }) => result)),
    notChecked: items.filter(({ state }) => state === 'not-checked'),
    unanswered: items.filter(({ state }) => state === 'unanswered'),
    place: placeAmong(standingOf(last), others),
  };
}

/** As a comparison of the group ranks: who can't be told apart has no place of its own. */
function placeAmong(own: Standing | null, others: readonly (Standing | null)[]): Rank | null {
  const [rank = null] = rankAll([own, ...others]);
  return rank === null || rank.of < 2 ? null : rank;
}
