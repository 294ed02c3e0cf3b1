import type { DealershipsView } from '../../documents/dealerships/view.js';
import type { StoredDealership } from '../../storage/dealerships.js';
import type { Store } from '../../storage/store.js';

/** Some dealerships with how often each was audited. */
export async function dealershipsView(
  store: Store,
  dealerships: readonly StoredDealership[],
): Promise<DealershipsView> {
  const audits = Map.groupBy(await store.audits.list(), ({ dealership }) => dealership.id);
  return {
    dealerships: dealerships.map(({ id, name, slug, group, yearStarts, yearNamed }) => {
      const own = audits.get(id) ?? [];
      // They come in the order of their quarters.
      const latest = own.findLast(({ seal }) => seal !== null);
      const latestSealed = latest?.quarter ?? null;
      return {
        name,
        slug,
        group,
        yearStarts,
        yearNamed: yearNamed ?? 'last',
        audits: own.length,
        latestSealed,
      };
    }),
  };
}
