import { bestOf, isYearBefore, trendOf } from '../../core/compare/trend.js';
import { UserError } from '../../core/errors.js';
import { visibleLine } from '../../core/text.js';
import type { TrendView } from '../../documents/trend/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { Store } from '../../storage/store.js';
import { findLatest } from '../find-audit.js';
import { oneOrNull } from '../found.js';
import { scored } from './checked-audit.js';
import { CHECKUP } from '../../core/words/program.js';

/** So many audits are a trend at least. */
const FEWEST = 2;

/**
 * The sealed audits among some of a dealership that make a trend: those by the checklist of the
 * latest, in the order of their quarters.
 *
 * @param checklist the id that the user named, for what is said where there is none.
 * @throws UserError where that is not one checklist, or where it has fewer than two.
 */
export function trendAudits(
  audits: readonly AuditSummary[],
  checklist?: string,
): readonly AuditSummary[] {
  const sealed = audits.filter(({ seal }) => seal !== null);
  const latest = oneOrNull(findLatest(sealed));
  if (latest === null) {
    const by = checklist === undefined ? '' : ` by the checklist ${visibleLine(checklist)}`;
    throw new UserError(
      `There is no sealed audit yet${by}.`,
      `See ${CHECKUP} list for those there are; seal one with ${CHECKUP} audit.`,
    );
  }
  const alike = sealed.filter(({ checklistId }) => checklistId === latest.checklistId);
  if (alike.length >= FEWEST) return alike;
  throw new UserError(
    `${latest.dealership.name} has only one sealed audit by the checklist ${latest.checklistId}: ${latest.quarter}.`,
    'A trend needs two: seal a second one, or name another checklist with --checklist ID.',
  );
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
  const [latest, end] = [loaded.at(-1), sealed.at(-1)];
  if (latest === undefined || end === undefined) throw new RangeError('a trend needs an audit');
  return {
    // As comparisons do: the name that the last audit was made under.
    dealership: latest.audit.dealership,
    trend: trendOf(
      loaded.map(({ audit: { quarter }, result }) => ({ quarter, result })),
      last,
    ),
    chain: await store.seals.faults(end.dealership),
    seals: loaded.map(({ audit, sealHolds }) => ({
      quarter: audit.quarter,
      seal: audit.seal,
      sealHolds,
    })),
  };
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
  const end = sealed.at(-1);
  const kept = await store.scores.list(end?.dealership);
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
