import type { Audit } from '../../core/audit/audit.js';
import { auditorsOf, stateOf } from '../../core/audit/audit.js';
import { SCORING_VERSION } from '../../core/score/score.js';
import type { Draw } from '../../core/draw/draw.js';
import type { Moment } from '../../core/moment.js';
import { localTime } from '../../core/moment.js';
import { visitOf } from '../../core/audit/visit.js';

/** What an audit was, as JSON has it: whose, when, by what and by whom, its whole seal and whether it holds. */
export function auditFacts({
  audit,
  sealHolds,
}: {
  readonly audit: Audit;
  readonly sealHolds: boolean;
}): object {
  const { checklist, seal } = audit;
  return {
    dealership: audit.dealership.name,
    slug: audit.dealership.slug,
    quarter: audit.quarter,
    scope: audit.scope,
    state: stateOf(audit),
    auditors: auditorsOf(audit),
    visited: visitOf(audit)?.days ?? null,
    startedAt: localTime(audit.startedAt),
    sealedAt: localOrNull(seal?.at),
    sealedBy: seal?.by ?? null,
    seal: seal?.hash ?? null,
    previousSeal: seal?.previous ?? null,
    checklist: { id: checklist.id, version: checklist.version, title: checklist.title },
    scoringVersion: SCORING_VERSION,
    bands: checklist.bands,
    sealHolds: seal === null ? null : sealHolds,
  };
}

/** A moment by the clock of the place, as JSON and tables have it; null for none. */
export function localOrNull(moment: Moment | undefined): string | null {
  return moment === undefined ? null : localTime(moment);
}

/** What somebody decided, and when. */
interface Fact {
  readonly at: Moment;
}

/** The same of a fact; null for none. */
export function localFact<One extends Fact>(fact: One | null): One | null {
  return fact === null ? null : { ...fact, at: localTime(fact.at) };
}

/** The same of a draw. */
export function localDraw(draw: Draw): Draw {
  const { withdrawn } = draw;
  const local = { ...draw, at: localTime(draw.at) };
  return withdrawn === undefined
    ? local
    : { ...local, withdrawn: { ...withdrawn, at: localTime(withdrawn.at) } };
}
