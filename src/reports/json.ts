import { notationOf } from '../core/audit/answer.js';
import { auditorsOf, stateOf } from '../core/audit/audit.js';
import { isCritical, weightOf } from '../core/checklist/checklist.js';
import type { Change } from '../core/compare/change.js';
import type { Parts } from '../core/compare/compare.js';
import { moversOf } from '../core/compare/movers.js';
import type { Effect } from '../core/score/effect.js';
import type { ItemResult, StepResult } from '../core/score/score.js';
import { SCORING_VERSION } from '../core/score/score.js';
import { smallSampleOf } from '../core/score/small-sample.js';
import { shortestListTo } from '../core/score/shortest-list.js';
import { stakesOf } from '../core/score/stake.js';
import { intervalOf } from '../core/score/uncertainty.js';
import { printJson } from '../core/text.js';
import { evidenceOf } from './evidence.js';
import { groupJson, maskedJson } from './json-group.js';
import { change, pair, range } from '../documents/words/figures.js';
import { score } from '../documents/words/figures.js';
import { trendJson } from './json-trend.js';
import type { AuditView, CheckedAudit, ComparisonView, Format, ScoredAudit } from './view.js';

function auditFacts({ audit, result }: ScoredAudit): object {
  return {
    dealership: audit.dealership.name,
    slug: audit.dealership.slug,
    quarter: audit.quarter,
    scope: audit.scope,
    state: stateOf(audit),
    auditors: auditorsOf(audit),
    startedAt: audit.startedAt,
    sealedAt: audit.seal?.at ?? null,
    sealedBy: audit.seal?.by ?? null,
    seal: audit.seal?.hash ?? null,
    previousSeal: audit.seal?.previous ?? null,
    checklist: {
      id: audit.checklist.id,
      version: audit.checklist.version,
      title: audit.checklist.title,
    },
    scoringVersion: SCORING_VERSION,
    bands: result.checklist.bands,
  };
}

/** Whether the seal holds; null without one. */
function sealState({ audit, sealHolds }: CheckedAudit): boolean | null {
  return audit.seal === null ? null : sealHolds;
}

function stepEntry({
  step,
  share,
  uncapped,
  coverage,
  failedCritical,
  interval,
}: StepResult): object {
  return {
    id: step.id,
    title: step.title,
    weight: step.weight,
    score: score(share),
    uncapped: score(uncapped),
    failedCritical,
    coverage,
    interval: range(interval),
  };
}

function stakeEntry(stake: Effect | undefined): object | null {
  return stake === undefined ? null : { step: stake.step * 100, overall: stake.overall * 100 };
}

/** The shortest way to the target; null without one. */
function targetEntry({ result, target }: AuditView): object | null {
  if (target === null) return null;
  const list = shortestListTo(result, target);
  return {
    score: target,
    items: list?.items.map(({ item }) => item.id) ?? null,
    reached: score(list?.share ?? null),
    exact: list?.exact ?? null,
  };
}

function itemEntry(one: ItemResult, stake: Effect | undefined, view: AuditView): object {
  return {
    id: one.item.id,
    step: one.step,
    kind: one.item.kind,
    ask: one.item.ask,
    departments: one.item.departments,
    core: one.item.core,
    state: one.state,
    score: score(one.share),
    interval: range(one.estimate === null ? null : intervalOf(one.estimate)),
    weight: weightOf(one.item),
    critical: isCritical(one.item),
    smallSample: smallSampleOf(one),
    stake: stakeEntry(stake),
    answer: notationOf(one.answer),
    note: one.answer?.note ?? null,
    evidence: evidenceOf(one, view).map(({ evidence, state, file }) => ({
      ...evidence,
      state,
      file,
    })),
    auditor: one.recorded?.auditor ?? null,
    at: one.recorded?.at ?? null,
    revision: one.recorded?.revision ?? null,
    why: one.recorded?.why ?? null,
  };
}

/** The three parts of a published difference, in points. */
function parts(found: Parts | null): object | null {
  return found === null
    ? null
    : {
        done: found.done * 100,
        applicability: found.applicability * 100,
        checklist: found.checklist * 100,
      };
}

function changeEntry(one: Change, effect: number | undefined): object {
  const side = (of: ItemResult): object => ({
    step: of.step,
    state: of.state,
    score: score(of.share),
    weight: weightOf(of.item),
    answer: notationOf(of.answer),
  });
  return {
    item: one.id,
    change: one.tag,
    ...('because' in one ? { because: one.because } : {}),
    from: 'from' in one ? side(one.from) : null,
    to: 'to' in one ? side(one.to) : null,
    ...change('difference' in one ? one.difference : null),
    effect: effect === undefined ? null : effect * 100,
  };
}

function audit(view: AuditView): string {
  const { result, previous } = view;
  const stakes = new Map(stakesOf(result).map((stake) => [stake.result, stake]));
  return printJson({
    format: 'checkup-report',
    formatVersion: 1,
    audit: { ...auditFacts(view), sealHolds: sealState(view) },
    score: score(result.share),
    coverage: result.coverage,
    band: result.band?.name ?? null,
    interval: range(result.interval),
    previous:
      previous === null
        ? null
        : {
            quarter: previous.audit.quarter,
            seal: previous.audit.seal?.hash ?? null,
            ...pair(previous.comparison.published),
            likeForLike: pair(previous.comparison.likeForLike),
          },
    steps: result.steps.map(stepEntry),
    items: result.steps
      .flatMap((step) => step.items)
      .map((one) => itemEntry(one, stakes.get(one), view)),
    target: targetEntry(view),
    draws: view.audit.draws,
  });
}

function comparison({ from, to, comparison: compared }: ComparisonView): string {
  const effects = new Map(moversOf(to.result, compared).map(({ id, effect }) => [id, effect]));
  return printJson({
    format: 'checkup-comparison',
    formatVersion: 1,
    from: { ...auditFacts(from), sealHolds: sealState(from) },
    to: { ...auditFacts(to), sealHolds: sealState(to) },
    overall: {
      published: pair(compared.published),
      parts: parts(compared.parts),
      likeForLike: pair(compared.likeForLike),
      comparableItems: compared.comparable,
    },
    steps: compared.steps.map((step) => ({
      id: step.step.id,
      title: step.step.title,
      weight: step.step.weight,
      published: pair(step.published),
      parts: parts(step.parts),
      likeForLike: pair(step.likeForLike),
      comparableItems: step.comparable,
      failedCritical: step.failedCritical,
    })),
    changes: compared.changes.map((change) => changeEntry(change, effects.get(change.id))),
  });
}

/** JSON for other programs; all forms carry `formatVersion`. */
export const json: Format = {
  name: 'json',
  summary: 'everything, unrounded, for other programs',
  audit,
  comparison,
  group: groupJson,
  masked: maskedJson,
  trend: trendJson,
};
