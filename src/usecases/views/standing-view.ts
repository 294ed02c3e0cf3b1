import { keptChange } from '../../core/compare/kept-change.js';
import { byCodeUnits } from '../../core/text.js';
import type { SealedStanding, Standing, StandingView } from '../../documents/standing/view.js';
import type { SealedScore } from '../../storage/kept-score.js';
import { keptAudit } from '../../storage/kept-score.js';
import type { Store } from '../../storage/store.js';
import type { AuditSoFar } from '../audits-so-far.js';

/** Where every dealership of some audits stands; where something happened last comes first. */
export async function standingView(
  store: Store,
  audits: readonly AuditSoFar[],
): Promise<StandingView> {
  const scores = Map.groupBy(
    await store.scores.sealed({ group: null, quarters: null }),
    ({ dealership }) => dealership,
  );
  const dealerships = [...Map.groupBy(audits, ({ summary }) => summary.dealership.id)]
    .sort(([, a], [, b]) => (latestMoment(a) < latestMoment(b) ? 1 : -1))
    .flatMap(([id, own]) => standingOf(own, scores.get(id) ?? []));
  return {
    dealerships,
    brokenSeals: audits
      .filter(({ score }) => score.sealHolds === false)
      .map(({ summary: { dealership, quarter } }) => ({ name: dealership.name, quarter })),
    chain: await store.seals.faults(),
  };
}

function standingOf(audits: readonly AuditSoFar[], scores: readonly SealedScore[]): Standing[] {
  const [first] = audits;
  if (first === undefined) return [];
  const { name, slug, yearStarts, yearNamed } = first.summary.dealership;
  const open = audits.flatMap(({ summary, unanswered }) =>
    unanswered === null ? [] : [{ quarter: summary.quarter, unanswered }],
  );
  return [
    { name, slug, yearStarts, yearNamed, audits: audits.length, sealed: latestOf(scores), open },
  ];
}

/** When something was last started or sealed. */
function latestMoment(audits: readonly AuditSoFar[]): string {
  const moments = audits.map(({ summary: { startedAt, seal } }) => seal?.at ?? startedAt);
  return moments.reduce((latest, each) => (each > latest ? each : latest), '');
}

/** The latest of a dealership's sealed audits, held against the one before by the same checklist. */
function latestOf(scores: readonly SealedScore[]): SealedStanding | null {
  const inOrder = [...scores].sort((a, b) => byCodeUnits(a.quarter, b.quarter));
  const latest = inOrder.at(-1);
  if (latest === undefined) return null;
  const before = inOrder.findLast(
    ({ quarter, checklistId }) => quarter < latest.quarter && checklistId === latest.checklistId,
  );
  return {
    quarter: latest.quarter,
    share: latest.standing?.share ?? null,
    coverage: latest.coverage,
    change: before === undefined ? null : keptChange(keptAudit(before), keptAudit(latest)),
  };
}
