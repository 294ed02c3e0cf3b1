import type { ChainFault } from '../../core/audit/chain.js';
import { nameOf, stepName } from '../../core/checklist/naming.js';
import { compareAudits } from '../../core/compare/compare.js';
import type { Comparison } from '../../core/compare/compare.js';
import { contributionsOf } from '../../core/compare/contribution.js';
import { moversOf } from '../../core/compare/movers.js';
import { trendOf } from '../../core/compare/trend.js';
import { repeatedShortfalls } from '../../core/brief/shortfall.js';
import { fellShort } from '../../core/findings/findings.js';
import { departmentScores } from '../../core/score/departments.js';
import { sizeOfEffect } from '../../core/score/effect.js';
import type { AuditResult, ItemResult } from '../../core/score/score.js';
import { hasFailedCritical } from '../../core/score/limits.js';
import { shortestListTo } from '../../core/score/shortest-list.js';
import { smallSampleOf } from '../../core/score/small-sample.js';
import { shareWithFull, stakesOf } from '../../core/score/stake.js';
import type { ComparisonView } from '../../documents/comparison/view.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import type { Store } from '../../storage/store.js';
import { allSealedBefore } from '../find-audit.js';
import { scored } from './checked-audit.js';
import type {
  AuditView,
  CheckedAudit,
  FoundEvidence,
  ItemView,
  Previous,
  StepView,
  Target,
} from '../../documents/audit/view.js';

/** How many quarters a report looks back over, its own included. */
const QUARTERS = 8;

/**
 * All that the report of an audit is made of, the audits before it included; its evidence is looked
 * for by `attachCopies`.
 *
 * @param target a score, 1 to 100, to show the shortest way to; null for none.
 */
export async function auditView(
  store: Store,
  summary: AuditSummary,
  target: number | null = null,
): Promise<AuditView> {
  const all = await store.audits.list({ dealership: summary.dealership });
  const past: CheckedAudit[] = [];
  for (const one of allSealedBefore(summary, all).slice(1 - QUARTERS)) {
    past.push(await scored(store, one));
  }
  const now = await scored(store, summary);
  const chain = await store.seals.faults(summary.dealership);
  const before = past.at(-1) ?? null;
  return auditViewOf({ now, before, past, chain, evidence: new Map(), target });
}

/** All that the comparison of two audits is made of, the later seen from the earlier. */
export async function comparisonView(
  store: Store,
  from: AuditSummary,
  to: AuditSummary,
): Promise<ComparisonView> {
  const before = await scored(store, from);
  const now = await scored(store, to);
  const chain = await store.seals.faults(to.dealership);
  const view = auditViewOf({ now, before, past: [], chain, evidence: new Map(), target: null });
  return { ...view, previous: view.previous ?? previousOf(before, now) };
}

/** What the view of an audit is made from. */
export interface AuditFacts {
  readonly now: CheckedAudit;
  /** What it is compared with; null for nothing. */
  readonly before: CheckedAudit | null;
  /** The sealed audits by the same checklist before it, in the order of their quarters. */
  readonly past: readonly Pick<CheckedAudit, 'audit' | 'result'>[];
  /** What is wrong with the chain of seals of the dealership. */
  readonly chain: readonly ChainFault[];
  readonly evidence: ReadonlyMap<string, FoundEvidence>;
  /** A score, 1 to 100, to show the shortest way to; null for none. */
  readonly target: number | null;
}

/** All that the report of one audit is made of, each figure computed once. */
export function auditViewOf({ now, before, past, chain, evidence, target }: AuditFacts): AuditView {
  const { result, audit } = now;
  const comparison = before === null ? undefined : compareAudits(before.result, result);
  const steps = stepsOf(result, comparison, past);
  return {
    ...now,
    chain,
    steps,
    previous: before === null ? null : previousOf(before, now, comparison),
    todo: todoOf(steps),
    departments: departmentScores(result),
    trend:
      past.length === 0
        ? null
        : trendOf(
            [
              ...past.map((one) => ({ quarter: one.audit.quarter, result: one.result })),
              {
                quarter: audit.quarter,
                result,
              },
            ],
            past.length + 1,
          ),
    evidence,
    target: target === null ? null : targetOf(result, target),
  };
}

function stepsOf(
  result: AuditResult,
  comparison: Comparison | undefined,
  past: AuditFacts['past'],
): StepView[] {
  const stakes = new Map(stakesOf(result).map((stake) => [stake.result, stake]));
  const changes = new Map(comparison?.changes.map((change) => [change.id, change]));
  const effects = new Map(
    comparison === undefined
      ? []
      : moversOf(result, comparison).map(({ id, effect }) => [id, effect]),
  );
  const rows = new Map(
    repeatedShortfalls([...past.map((one) => one.result), result]).map((row) => [
      row.result.item.id,
      row.inARow,
    ]),
  );
  const view = (one: ItemResult): ItemView => ({
    result: one,
    name: nameOf(one.item),
    stake: stakes.get(one) ?? null,
    failed: hasFailedCritical(one, result.checklist),
    change: changes.get(one.item.id) ?? null,
    effect: effects.get(one.item.id) ?? null,
    inARow: rows.get(one.item.id) ?? (fellShort(one.share, result.checklist) ? 1 : 0),
    smallSample: smallSampleOf(one),
  });
  return result.steps.map((step, index) => ({
    result: step,
    number: index + 1,
    name: stepName(step.step),
    items: step.items.map(view),
    compared: comparison?.steps.find((one) => one.step.id === step.step.id) ?? null,
  }));
}

function previousOf(
  before: CheckedAudit,
  now: CheckedAudit,
  comparison = compareAudits(before.result, now.result),
): Previous {
  return {
    ...before,
    comparison,
    contributions: contributionsOf(before.result, now.result),
    gone: comparison.changes.filter(({ tag }) => tag === 'gone'),
  };
}

/** Failed must-not-fail checks first; then, as those, by what the overall score would gain. */
function todoOf(steps: readonly StepView[]): ItemView[] {
  const size = (one: ItemView): number => sizeOfEffect(one.stake?.overall ?? 0);
  return steps
    .flatMap(({ items }) => items)
    .filter((one) => one.stake !== null && (one.failed || size(one) > 0))
    .sort((a, b) => Number(b.failed) - Number(a.failed) || size(b) - size(a));
}

function targetOf(result: AuditResult, score: number): Target {
  const list = shortestListTo(result, score);
  const full = new Set<string>();
  const running = (list?.items ?? []).map((one) => {
    full.add(one.item.id);
    return shareWithFull(result, full) ?? 0;
  });
  return { score, list, running };
}
