import type { Audit } from '../../core/audit/audit.js';
import { bestOf, isYearBefore, trendOf } from '../../core/compare/trend.js';
import type { AuditResult } from '../../core/score/score.js';
import { scoreAudit } from '../../core/score/score.js';
import type { TrendView } from '../../documents/trend/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { Store } from '../../storage/store.js';
import { sealHolds } from '../seal-holds.js';

/** So many audits are a trend. */
const FEWEST = 2;

/** The audits that a trend can be made of, or why there is none. */
export type TrendAudits =
  /** In the order of their quarters, all by the checklist of the latest. */
  | { readonly found: 'enough'; readonly audits: readonly AuditSummary[] }
  | { readonly found: 'none' }
  | { readonly found: 'too-few'; readonly only: AuditSummary }
  /** The latest quarter has audits by several checklists: whoever asks must say which. */
  | { readonly found: 'several'; readonly audits: readonly AuditSummary[] };

/** The sealed audits among some of a dealership that make a trend: those by the checklist of the latest. */
export function trendAudits(audits: readonly AuditSummary[]): TrendAudits {
  const sealed = audits.filter(({ seal }) => seal !== null);
  const latest = sealed.at(-1);
  if (latest === undefined) return { found: 'none' };
  const now = sealed.filter(({ quarter }) => quarter === latest.quarter);
  if (now.length > 1) return { found: 'several', audits: now };
  const alike = sealed.filter(({ checklistId }) => checklistId === latest.checklistId);
  return alike.length < FEWEST
    ? { found: 'too-few', only: latest }
    : { found: 'enough', audits: alike };
}

/**
 * All that a trend over the last so many of some audits is made of.
 *
 * @param sealed at least one, as `trendAudits` finds them.
 */
export async function trendView(
  store: Store,
  sealed: readonly AuditSummary[],
  last: number,
): Promise<TrendView> {
  const loaded = [];
  for (const summary of await needed(store, sealed, last)) {
    loaded.push(await scored(store, summary));
  }
  const latest = loaded.at(-1);
  if (latest === undefined) throw new RangeError('a trend needs an audit');
  return {
    // As comparisons do: the name that the last audit was made under.
    dealership: latest.audit.dealership,
    trend: trendOf(
      loaded.map(({ audit: { quarter }, result }) => ({ quarter, result })),
      last,
    ),
    seals: loaded.map(({ audit }) => ({
      quarter: audit.quarter,
      seal: audit.seal,
      sealHolds: sealHolds(audit),
    })),
  };
}

async function scored(
  store: Store,
  summary: AuditSummary,
): Promise<{ readonly audit: Audit; readonly result: AuditResult }> {
  const audit = await store.audits.load(summary);
  return { audit, result: scoreAudit(audit) };
}

/**
 * The audits that a trend is made of: the last so many, that of the same quarter a year before, and
 * the best ever. Which is the best is read from the kept scores, so that no others are loaded.
 */
async function needed(
  store: Store,
  sealed: readonly AuditSummary[],
  last: number,
): Promise<AuditSummary[]> {
  const kept = await store.scores.list();
  const end = sealed.at(-1);
  const shares: { readonly id: string; readonly share: number | null }[] = [];
  for (const audit of sealed) {
    const { share } = kept.get(audit.id) ?? (await scored(store, audit)).result;
    shares.push({ id: audit.id, share });
  }
  const best = bestOf(shares, ({ share }) => share);
  return sealed.filter(
    (audit, i) =>
      i >= sealed.length - last ||
      audit.id === best?.id ||
      (end !== undefined && isYearBefore(audit.quarter, end.quarter)),
  );
}
