import type { BusinessYear } from '../core/quarter.js';
import { monthsOf, quarterOf } from '../core/quarter.js';
import { count } from '../core/words/numbers.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Known, Values } from './known.js';

/** The audits of the dealership that is given, or all. */
export async function auditsHere({ store, given }: Known): Promise<AuditSummary[]> {
  const kept = await store();
  if (kept === null) return [];
  const named = given('--dealership');
  if (named === undefined) return kept.audits.list();
  const dealership = await kept.dealerships.find(named);
  return dealership === null ? [] : kept.audits.list({ dealership });
}

/** Quarters that were audited, and by what. */
export async function audited(known: Known): Promise<Values> {
  const byQuarter = Map.groupBy(await auditsHere(known), ({ quarter }) => quarter);
  const candidates = [...byQuarter].map(([value, audits]) => ({
    value,
    about:
      new Set(audits.map(({ dealership }) => dealership.id)).size > 1
        ? count(audits.length, 'audit')
        : audits.map((one) => `${one.checklistId} ${one.seal ? 'sealed' : 'open'}`).join(', '),
  }));
  return { candidates: candidates.sort((a, b) => a.value.localeCompare(b.value)) };
}

/** The same, and the quarter that it is now by the calendar of each dealership meant. */
export async function quarters(known: Known): Promise<Values> {
  const { candidates } = await audited(known);
  const kept = await known.store();
  const named = known.given('--dealership');
  const meant =
    named === undefined
      ? ((await kept?.dealerships.list()) ?? [])
      : [(await kept?.dealerships.find(named)) ?? yearGiven(known)];
  const years = meant.length === 0 ? [yearGiven(known)] : meant;
  const now = years.map((year) => {
    const quarter = quarterOf(known.now(), year);
    return { value: quarter, about: `now: ${monthsOf(quarter, year)}` };
  });
  const listed = new Set(candidates.map(({ value }) => value));
  const fresh = new Map(
    now.filter(({ value }) => !listed.has(value)).map((one) => [one.about, one]),
  );
  return { candidates: [...candidates, ...fresh.values()] };
}

function yearGiven({ given }: Known): BusinessYear {
  const month = Number(given('--year-starts') ?? 1);
  const yearStarts = Number.isInteger(month) && month >= 1 && month <= 12 ? month : 1;
  return given('--year-named') === 'first' ? { yearStarts, yearNamed: 'first' } : { yearStarts };
}
