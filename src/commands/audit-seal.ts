import type { App } from '../app.js';
import { unansweredItems } from '../core/audit/audit.js';
import { askedItems } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { printPercent, scoreWords } from '../core/score/print.js';
import { scoreAudit } from '../core/score/score.js';
import { count } from '../core/words/numbers.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { checkedEvidence, warnOfEvidence } from './report-evidence.js';
import { scoreLine } from './report.js';
import { auditName } from './select.js';
import { auditView } from './write-reports.js';

/** One line: what is answered, coverage, the score so far. */
export async function standing(store: Store, summary: AuditSummary): Promise<string> {
  const kept = await store.audits.load(summary);
  const result = scoreAudit(kept);
  const left = unansweredItems(kept).length;
  const answered =
    left === 0 ? 'Everything is answered' : `${count(left, 'item')} still unanswered`;
  return `${answered}; coverage ${printPercent(result.coverage)}, ${scoreWords(result.share, kept.checklist.bands)} so far.`;
}

/** Says which evidence a seal would cover although its file is missing or altered. */
export async function lookBeforeSeal(app: App, store: Store, summary: AuditSummary): Promise<void> {
  const open = await store.audits.load(summary);
  warnOfEvidence(app, await checkedEvidence(open, app.paths.evidence));
}

/**
 * Seals an audit that has answers, and says how it stands. Whoever calls it has had `lookBeforeSeal`
 * say what is wrong.
 */
export async function seal(
  app: App,
  store: Store,
  summary: AuditSummary,
  by: string,
): Promise<AuditSummary> {
  const open = await store.audits.load(summary);
  const answered = askedItems(open.checklist, open.scope).length - unansweredItems(open).length;
  if (answered === 0) {
    throw new UserError(
      `The audit of ${auditName(summary)} has no answer yet, so there is nothing to seal.`,
      'Answer it with checkup audit, or give --answers FILE.',
    );
  }
  const left = unansweredItems(open).length;
  if (left > 0) {
    const lowers = left === 1 ? 'it lowers' : 'they lower';
    app.say(app.style.warn(`${count(left, 'item')} sealed unanswered; ${lowers} the coverage.`));
  }
  const sealed = await store.seals.set(summary, by, app.now());
  const now = { ...summary, seal: sealed.seal };
  const view = await auditView(store, now, await store.audits.list({ dealership: now.dealership }));
  app.out(`${scoreLine(view)}\n`);
  app.say(`Sealed: ${sealed.seal.hash}`);
  return now;
}
