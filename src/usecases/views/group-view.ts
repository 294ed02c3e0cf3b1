import type { ChainFault } from '../../core/audit/chain.js';
import type { House } from '../../core/compare/common-shortfalls.js';
import { commonShortfalls } from '../../core/compare/common-shortfalls.js';
import { nameOf } from '../../core/checklist/naming.js';
import type { Checklist } from '../../core/checklist/checklist.js';
import type { GroupMember } from '../../core/compare/group-member.js';
import type { GroupComparison } from '../../core/compare/group.js';
import { compareGroup } from '../../core/compare/group.js';
import { andList } from '../../core/words/lists.js';
import { UserError } from '../../core/errors.js';
import { visibleLine } from '../../core/text.js';
import type { Quarter } from '../../core/quarter.js';
import { shiftQuarter } from '../../core/quarter.js';
import { scoreAudit } from '../../core/score/score.js';
import type { GroupSeals, GroupView } from '../../documents/group/view.js';
import type { StoredDealership } from '../../storage/dealerships.js';
import type { SealedScore } from '../../storage/kept-score.js';
import { keptAudit } from '../../storage/kept-score.js';
import { keptChange } from '../../core/compare/kept-change.js';
import type { Store } from '../../storage/store.js';
import { sealHolds } from '../seal-holds.js';
import { knownDealerships, membersOf } from '../find-dealership.js';
import { quarterFrom } from '../find-quarter.js';
import { pickQuarter, quartersOf, sealedIn } from './group-quarters.js';
import { mostAlike, newest, othersThan } from './alike.js';
import { CHECKUP } from '../../core/words/program.js';

/** Which dealerships are compared, and by what. */
export interface GroupChoice {
  /** The name of a group as it was typed; all dealerships when left out. */
  readonly group?: string | undefined;
  /** The id of a checklist; the one that most were audited by when left out. */
  readonly checklist?: string | undefined;
  /** Whether quarters mean calendar quarters, whatever the business year of each dealership. */
  readonly calendar?: boolean | undefined;
}

/**
 * All that a comparison of several dealerships is made of.
 *
 * @param text the quarter as it was typed; the latest sealed one of any of them when left out.
 * @throws UserError where nothing sealed is there to compare.
 */
export async function groupView(
  store: Store,
  text: string | undefined,
  choice: GroupChoice,
): Promise<GroupView> {
  const named = text === undefined ? undefined : quarterFrom(text, 'The quarter');
  const members =
    choice.group === undefined
      ? await knownDealerships(store)
      : await membersOf(store, choice.group);
  // All members have the same.
  const group = choice.group === undefined ? null : (members[0]?.group ?? null);
  const isCalendar = choice.calendar === true;
  const quarters = await quartersOf(store, group, isCalendar);
  const meant = await quartersOf(store, group, isCalendar, choice.checklist);
  const quarter = pickQuarter(meant, named, choice.checklist);
  const before = shiftQuarter(quarter, -1);
  const { sealed, otherwise } = await sealedIn(store, group, quarters, [before, quarter]);
  const now = sealed.filter((one) => one.quarter === quarter);
  const wanted = mostAlike(now, choice.checklist);
  const alike = sealed.filter(wanted.isAlike);
  const ranked = alike.filter((one) => one.quarter === quarter);
  const checklist = await store.scores.checklist(newest(ranked).checklistHash);
  const comparison = compareGroup(membersWith(members, alike, quarter), checklist.steps);
  requireTwo(comparison, group, quarter);
  const slugs = new Map(members.map(({ id, slug }) => [id, slug]));
  return {
    group,
    quarter,
    before,
    year: wanted.year,
    isCalendar,
    checklist,
    scope: wanted.scope,
    versions: versionsOf(ranked),
    comparison,
    sealOf: new Map(ranked.map(({ dealership, seal }) => [slugs.get(dealership) ?? '', seal])),
    failedNames: await failedNames(store, ranked),
    ...(await lookAtEach(store, { members, group }, ranked, checklist)),
    ...othersThan(members, [...now, ...otherwise], wanted),
  };
}

/** @throws UserError where fewer than two have a place: then there is nothing to compare. */
function requireTwo(
  { rows, ranked }: GroupComparison,
  group: string | null,
  quarter: Quarter,
): void {
  if (ranked >= 2) return;
  const of = group === null ? '' : ` of ${visibleLine(group)}`;
  const apart = rows.filter((row) => row.apart).map(({ name }) => visibleLine(name));
  const why = apart.length === 0 ? '' : ` Too little was scored of ${andList(apart)}.`;
  throw new UserError(
    `${ranked === 0 ? 'No dealership' : 'Only one dealership'}${of} has a score to compare in ${quarter}.${why}`,
    `A group takes two at least; see ${CHECKUP} report for one alone.`,
  );
}

/** What the failed must-not-fail checks are called, each as the newest checklist that has it says. */
async function failedNames(
  store: Store,
  ranked: readonly SealedScore[],
): Promise<ReadonlyMap<string, string>> {
  const failed = ranked.filter(({ steps }) => steps.some((step) => step.failedCritical.length > 0));
  const versions = new Map(failed.map((one) => [one.checklistHash, one.checklistVersion]));
  const names = new Map<string, string>();
  for (const [hash] of [...versions].sort(([, a], [, b]) => a - b)) {
    const { steps } = await store.scores.checklist(hash);
    for (const item of steps.flatMap(({ items }) => items)) names.set(item.id, nameOf(item));
  }
  return names;
}

/** So many audits are loaded whole, for their seals and items; of more, the kept scores have to do. */
const MOST_LOADED = 50;

/** Of all dealerships those that are gone altogether, too. */
async function faultsOf(
  store: Store,
  members: readonly StoredDealership[],
  group: string | null,
): Promise<readonly ChainFault[]> {
  if (group === null) return store.seals.faults();
  const faults = [];
  for (const member of members) faults.push(...(await store.seals.faults(member)));
  return faults;
}

async function lookAtEach(
  store: Store,
  {
    members,
    group,
  }: { readonly members: readonly StoredDealership[]; readonly group: string | null },
  ranked: readonly SealedScore[],
  checklist: Checklist,
): Promise<{ readonly seals: GroupSeals; readonly common: GroupView['common'] }> {
  const chain = await faultsOf(store, members, group);
  if (ranked.length > MOST_LOADED) {
    // What had to be scored anew was looked at.
    const known = new Set(ranked.flatMap((one) => (one.sealHolds === false ? one.dealership : [])));
    const broken = members.filter(({ id }) => known.has(id)).map(({ name }) => name);
    return { seals: { checked: false, broken, chain }, common: null };
  }
  const ids = new Set(ranked.map(({ audit }) => audit));
  const broken: string[] = [];
  const houses: House[] = [];
  for (const dealership of members) {
    if (!ranked.some((one) => one.dealership === dealership.id)) continue;
    const { name, slug } = dealership;
    for (const summary of await store.audits.list({ dealership })) {
      if (!ids.has(summary.id)) continue;
      const audit = await store.audits.load(summary);
      if (!summary.isSound || !sealHolds(audit)) broken.push(name);
      houses.push({ name, slug, result: scoreAudit(audit) });
    }
  }
  return { seals: { checked: true, broken, chain }, common: commonShortfalls(houses, checklist) };
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
    const { standing, coverage, apart, auditors, steps } = audit;
    const then = before.get(id);
    const change = then === undefined ? null : keptChange(keptAudit(then), keptAudit(audit));
    return [{ slug, name, standing, coverage, apart, auditors, steps, change }];
  });
}
