import type { Scope } from '../core/checklist/checklist.js';
import type { GroupMember } from '../core/compare/group.js';
import { compareGroup } from '../core/compare/group.js';
import { UserError } from '../core/errors.js';
import type { Quarter } from '../core/quarter.js';
import { MONTHS, shiftQuarter } from '../core/quarter.js';
import { visibleLine } from '../core/text.js';
import type { GroupSeals, GroupView, LeftOut } from '../reports/group-view.js';
import type { StoredDealership } from '../storage/dealerships.js';
import type { SealedScore } from '../storage/scores.js';
import { sealHolds } from '../usecases/seal-holds.js';
import type { Store } from '../storage/store.js';
import { knownDealerships, membersOf } from '../usecases/find-dealership.js';
import { quarterFrom } from '../usecases/find-quarter.js';

/** The flags that say which dealerships are compared, and by what. */
export interface GroupChoice {
  readonly group?: string | undefined;
  readonly checklist?: string | undefined;
}

/**
 * All that a comparison of several dealerships is made of. Only audits by one checklist, of one
 * scope and of business years that start alike are ranked, those that most of them have; the others are named with what sets them apart.
 *
 * @param text the quarter as it was typed; the latest sealed one of any of them when left out.
 * @throws UserError where nothing sealed is there to compare.
 */
export async function groupView(
  store: Store,
  text: string | undefined,
  flags: GroupChoice,
): Promise<GroupView> {
  const wanted = text === undefined ? undefined : quarterFrom(text, 'The quarter');
  const members =
    flags.group === undefined ? await knownDealerships(store) : await membersOf(store, flags.group);
  // All members have the same.
  const group = flags.group === undefined ? null : (members[0]?.group ?? null);
  const quarter = await pickQuarter(store, group, wanted, flags.checklist);
  const before = shiftQuarter(quarter, -1);
  const sealed = await store.scores.sealed({ group, quarters: [quarter, before] });
  const now = sealed.filter((one) => one.quarter === quarter);
  const id = flags.checklist ?? mostCommon(now.map((one) => one.checklistId));
  const scope = mostCommon(now.filter((one) => one.checklistId === id).map((one) => one.scope));
  const isOf = (one: SealedScore): boolean => one.checklistId === id && one.scope === scope;
  const yearStarts = mostCommon(now.filter(isOf).map((one) => one.yearStarts));
  const isAlike = (one: SealedScore): boolean => isOf(one) && one.yearStarts === yearStarts;
  const alike = sealed.filter(isAlike);
  const ranked = alike.filter((one) => one.quarter === quarter);
  const checklist = await store.scores.checklist(newest(ranked).checklistHash);
  return {
    group,
    quarter,
    before,
    checklist,
    scope,
    versions: versionsOf(ranked),
    comparison: compareGroup(membersWith(members, alike, quarter), checklist.steps),
    seals: await sealsOf(store, members, ranked),
    ...othersThan(members, now, isAlike, { id, scope }),
  };
}

async function pickQuarter(
  store: Store,
  group: string | null,
  wanted: Quarter | undefined,
  checklist: string | undefined,
): Promise<Quarter> {
  const quarters = await store.scores.quarters(group, checklist);
  const latest = quarters.at(-1);
  const by = checklist === undefined ? '' : ` by the checklist ${visibleLine(checklist)}`;
  if (latest === undefined) {
    throw new UserError(
      `There is no sealed audit${by} to compare yet.`,
      'Seal one with checkup audit; checkup list shows those there are.',
    );
  }
  if (wanted === undefined) return latest;
  if (quarters.includes(wanted)) return wanted;
  throw new UserError(
    `There is no sealed audit${by} in ${wanted}.`,
    `There are in: ${quarters.join(', ')}.`,
  );
}

/** What stands most often among some; of several the first by the alphabet, or the lowest. */
function mostCommon<Value extends string | number>(values: readonly Value[]): Value {
  const counted = [...Map.groupBy(values, (value) => value)]
    .map(([value, all]) => ({ value, number: all.length }))
    .sort((a, b) => b.number - a.number || (a.value < b.value ? -1 : 1));
  const [first] = counted;
  if (first === undefined) throw new RangeError('nothing to choose from');
  return first.value;
}

/** By the newest version of their checklist, whosever it is. */
function newest(audits: readonly SealedScore[]): SealedScore {
  return audits.reduce((a, b) =>
    b.checklistVersion > a.checklistVersion ||
    (b.checklistVersion === a.checklistVersion && b.checklistHash > a.checklistHash)
      ? b
      : a,
  );
}

/** Of so many audits the seals are checked: each is loaded whole for it. */
const MOST_CHECKED = 50;

async function sealsOf(
  store: Store,
  members: readonly StoredDealership[],
  ranked: readonly SealedScore[],
): Promise<GroupSeals> {
  if (ranked.length > MOST_CHECKED) return { checked: false, broken: [] };
  const ids = new Set(ranked.map(({ audit }) => audit));
  const broken: string[] = [];
  for (const dealership of members) {
    if (!ranked.some((one) => one.dealership === dealership.id)) continue;
    for (const summary of await store.audits.list({ dealership })) {
      if (!ids.has(summary.id) || sealHolds(await store.audits.load(summary))) continue;
      broken.push(dealership.name);
    }
  }
  return { checked: true, broken };
}

/** The version of each content of the checklist; two contents may say that they are of one version. */
function versionsOf(audits: readonly SealedScore[]): number[] {
  return [...new Map(audits.map((one) => [one.checklistHash, one.checklistVersion])).values()].sort(
    (a, b) => a - b,
  );
}

/** Those who have an audit in the quarter, each with the one of the quarter before. */
function membersWith(
  members: readonly StoredDealership[],
  audits: readonly SealedScore[],
  quarter: Quarter,
): GroupMember[] {
  const [now, before] = [new Map<string, SealedScore>(), new Map<string, SealedScore>()];
  for (const one of audits) (one.quarter === quarter ? now : before).set(one.dealership, one);
  return members.flatMap(({ id, slug, name }) => {
    const audit = now.get(id);
    if (audit === undefined) return [];
    const { estimate, coverage, steps } = audit;
    const then = before.get(id);
    const redefined = then !== undefined && then.checklistHash !== audit.checklistHash;
    return [{ slug, name, estimate, coverage, steps, before: then?.estimate ?? null, redefined }];
  });
}

/** What most of them were audited by. */
interface Wanted {
  readonly id: string;
  readonly scope: Scope;
}

/** Those who can't be ranked, and why. */
function othersThan(
  members: readonly StoredDealership[],
  audits: readonly SealedScore[],
  isAlike: (one: SealedScore) => boolean,
  wanted: Wanted,
): Pick<GroupView, 'missing' | 'leftOut'> {
  const byDealership = Map.groupBy(audits, (one) => one.dealership);
  const missing: string[] = [];
  const leftOut: LeftOut[] = [];
  for (const { id, name } of members) {
    const own = byDealership.get(id) ?? [];
    const otherwise =
      own.find((one) => one.checklistId === wanted.id && one.scope === wanted.scope) ??
      own.find((one) => one.checklistId === wanted.id) ??
      own[0];
    if (otherwise === undefined) missing.push(name);
    else if (!own.some(isAlike)) leftOut.push({ name, why: whyNot(otherwise, wanted) });
  }
  return { missing, leftOut };
}

function whyNot({ checklistId, scope, yearStarts }: SealedScore, wanted: Wanted): string {
  if (checklistId !== wanted.id) return `checklist ${checklistId}`;
  if (scope !== wanted.scope) return `scope ${scope}`;
  return `business year from ${MONTHS[yearStarts - 1] ?? String(yearStarts)}`;
}
