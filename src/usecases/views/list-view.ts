import type { ListView } from '../../documents/list/view.js';
import type { StoredDealership } from '../../storage/dealerships.js';
import type { Store } from '../../storage/store.js';
import { auditsSoFar } from '../audits-so-far.js';

/** Every audit as a list shows it, or those of one dealership. */
export async function listView(store: Store, dealership?: StoredDealership): Promise<ListView> {
  const audits = await auditsSoFar(store, dealership);
  return {
    audits: audits.map(({ summary, score, unanswered }) => ({
      dealership: summary.dealership,
      quarter: summary.quarter,
      checklist: { id: summary.checklistId, version: summary.checklistVersion },
      scope: summary.scope,
      startedAt: summary.startedAt,
      seal: summary.seal,
      voided: summary.voided,
      unanswered,
      share: score.share,
      coverage: score.coverage,
      sealHolds: score.sealHolds,
    })),
    chain: await store.seals.faults(dealership),
  };
}
