import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { TrendAudit } from '../core/compare/trend-slots.js';
import { bestOf, isYearBefore, trendOf } from '../core/compare/trend.js';
import { UserError } from '../core/errors.js';
import { count } from '../core/words/numbers.js';
import { visibleLine } from '../core/text.js';
import { brokenSealLines } from '../reports/broken-seals.js';
import type { TrendView } from '../reports/trend-view.js';
import type { CheckedAudit } from '../reports/view.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { trendLines } from './compare-trend-lines.js';
import { auditsOf, onlyLatest } from '../usecases/find-audit.js';
import { BROKEN } from '../usecases/report-name.js';
import { scored } from '../usecases/views/checked-audit.js';
import type { AuditFlags } from './audit-option.js';
import { chooseDealership } from './audit-option.js';
import type { ReportFlags } from './format-option.js';
import { writeReport } from './format-option.js';

const FEWEST = 2;

/** Shows the trend of a dealership, and writes it. */
export async function compareTrend(
  app: App,
  last: number,
  flags: AuditFlags & ReportFlags,
): Promise<ExitCode> {
  const store = await app.readStore();
  const dealership = await chooseDealership(app, store, flags.dealership);
  const audits = await auditsOf(store, dealership, flags);
  await writeTrend(app, store, audits, last, flags);
  return EXIT.done;
}

/**
 * Shows the trend of a dealership over its last sealed audits, and writes it.
 *
 * @param folder below `reports/`; that of the dealership when left out.
 */
export async function writeTrend(
  app: App,
  store: Store,
  audits: readonly AuditSummary[],
  last: number,
  flags: AuditFlags & ReportFlags,
  folder?: string,
): Promise<void> {
  const sealed = sealedAlike(audits, flags.checklist);
  const [{ dealership }] = sealed;
  const loaded: (CheckedAudit & TrendAudit)[] = [];
  for (const summary of await needed(store, sealed, last)) {
    loaded.push({ quarter: summary.quarter, ...(await scored(store, summary)) });
  }
  const view: TrendView = {
    // As comparisons do: the name that the last audit was made under.
    dealership: loaded.at(-1)?.audit.dealership ?? dealership,
    trend: trendOf(loaded, last),
    seals: loaded.map(({ quarter, audit, sealHolds }) => ({
      quarter,
      seal: audit.seal,
      sealHolds,
    })),
  };
  for (const line of brokenSealLines(loaded)) app.warn(app.style.bad(line));
  if (sealed.length < last) {
    app.say(`Only ${count(sealed.length, 'quarter')} are sealed by this checklist.`);
  }
  app.say(trendLines(view, app.width, app.tableWidth));
  const where = folder ?? dealership.slug;
  await writeReport(app, flags, where, trendName(view), (format) => format.trend(view));
}

/**
 * The sealed audits by the checklist of the latest, in the order of their quarters.
 *
 * @throws UserError where that is not one checklist, or where it has fewer than two.
 */
function sealedAlike(
  audits: readonly AuditSummary[],
  checklist?: string,
): [AuditSummary, ...AuditSummary[]] {
  const sealed = audits.filter(({ seal }) => seal !== null);
  const latest = onlyLatest(sealed);
  if (latest === null) {
    const by = checklist === undefined ? '' : ` by the checklist ${visibleLine(checklist)}`;
    throw new UserError(
      `There is no sealed audit yet${by}.`,
      'See checkup list for those there are; seal one with checkup audit.',
    );
  }
  const [first, ...others] = sealed.filter(({ checklistId }) => checklistId === latest.checklistId);
  if (first !== undefined && 1 + others.length >= FEWEST) return [first, ...others];
  throw new UserError(
    `${latest.dealership.name} has only one sealed audit by the checklist ${latest.checklistId}: ${latest.quarter}.`,
    'A trend needs two: seal a second one, or name another checklist with --checklist ID.',
  );
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

/** `2025-Q1-to-2026-Q4-quarterly-checkup-trend`; of broken seals as with other reports. */
function trendName({ trend: { audits, last }, seals }: TrendView): string {
  const from = audits[0]?.quarter ?? last.quarter;
  const isBroken = seals.some(({ sealHolds }) => !sealHolds);
  return `${from}-to-${last.quarter}-${last.result.checklist.id}-trend${isBroken ? BROKEN : ''}`;
}
