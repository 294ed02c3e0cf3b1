import { unansweredItems } from '../../core/audit/audit.js';
import { scoreAudit } from '../../core/score/score.js';
import type { ListView, ListedAudit } from '../../documents/list/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { StoredDealership } from '../../storage/dealerships.js';
import type { KeptScore } from '../../storage/scores.js';
import type { Store } from '../../storage/store.js';

/** Every audit with its score, or those of one dealership: a sealed one's as kept, an open one's as it stands. */
export async function listView(store: Store, dealership?: StoredDealership): Promise<ListView> {
  const kept = await store.scores.list();
  const audits: ListedAudit[] = [];
  const summaries = await store.audits.list(dealership === undefined ? undefined : { dealership });
  for (const summary of summaries) audits.push(await listed(store, summary, kept));
  return { audits };
}

async function listed(
  store: Store,
  summary: AuditSummary,
  kept: ReadonlyMap<string, KeptScore>,
): Promise<ListedAudit> {
  const { dealership, quarter, scope, startedAt, seal } = summary;
  const facts = {
    dealership: { name: dealership.name, slug: dealership.slug },
    quarter,
    checklist: { id: summary.checklistId, version: summary.checklistVersion },
    scope,
    startedAt,
    seal,
  };
  const known = seal === null ? undefined : kept.get(summary.id);
  if (known !== undefined) return { ...facts, unanswered: null, ...known };
  const audit = await store.audits.load(summary);
  const { share, coverage } = scoreAudit(audit);
  const unanswered = seal === null ? unansweredItems(audit).length : null;
  return { ...facts, unanswered, share, coverage };
}
