import type { Audit } from '../../core/audit/audit.js';
import { auditorsOf, stateOf } from '../../core/audit/audit.js';
import { SCORING_VERSION } from '../../core/score/score.js';

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
    startedAt: audit.startedAt,
    sealedAt: seal?.at ?? null,
    sealedBy: seal?.by ?? null,
    seal: seal?.hash ?? null,
    previousSeal: seal?.previous ?? null,
    checklist: { id: checklist.id, version: checklist.version, title: checklist.title },
    scoringVersion: SCORING_VERSION,
    bands: checklist.bands,
    sealHolds: seal === null ? null : sealHolds,
  };
}
