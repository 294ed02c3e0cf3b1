import { notationOf } from '../core/audit/answer.js';
import { auditorsOf, stateOf } from '../core/audit/audit.js';
import { isCritical, weightOf } from '../core/checklist/checklist.js';
import type { Change } from '../core/compare/change.js';
import type { Pair } from '../core/compare/compare.js';
import type { ItemResult, StepResult } from '../core/score/score.js';
import { SCORING_VERSION } from '../core/score/score.js';
import { printJson } from '../core/text.js';
import { evidenceOf } from './evidence.js';
import { score } from './json-score.js';
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

function stepEntry({ step, share, uncapped, coverage, failedCritical }: StepResult): object {
  return {
    id: step.id,
    title: step.title,
    weight: step.weight,
    score: score(share),
    uncapped: score(uncapped),
    failedCritical,
    coverage,
    interval: null,
  };
}

function itemEntry(one: ItemResult, view: AuditView): object {
  return {
    id: one.item.id,
    step: one.step,
    kind: one.item.kind,
    ask: one.item.ask,
    departments: one.item.departments,
    core: one.item.core,
    state: one.state,
    score: score(one.share),
    weight: weightOf(one.item),
    critical: isCritical(one.item),
    stake: null,
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

function pair({ from, to }: Pair): object {
  return {
    from: score(from),
    to: score(to),
    difference: from === null || to === null ? null : (to - from) * 100,
  };
}

function changeEntry(change: Change): object {
  const side = (one: ItemResult): object => ({
    step: one.step,
    state: one.state,
    score: score(one.share),
    weight: weightOf(one.item),
    answer: notationOf(one.answer),
  });
  return {
    item: change.id,
    change: change.tag,
    ...('because' in change ? { because: change.because } : {}),
    from: 'from' in change ? side(change.from) : null,
    to: 'to' in change ? side(change.to) : null,
    difference:
      'difference' in change && change.difference !== null ? change.difference * 100 : null,
  };
}

function audit(view: AuditView): string {
  const { result, previous } = view;
  return printJson({
    format: 'checkup-report',
    formatVersion: 1,
    audit: { ...auditFacts(view), sealHolds: sealState(view) },
    score: score(result.share),
    coverage: result.coverage,
    band: result.band?.name ?? null,
    interval: null,
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
    items: result.steps.flatMap((step) => step.items).map((one) => itemEntry(one, view)),
    draws: view.audit.draws,
  });
}

function comparison({ from, to, comparison: compared }: ComparisonView): string {
  return printJson({
    format: 'checkup-comparison',
    formatVersion: 1,
    from: { ...auditFacts(from), sealHolds: sealState(from) },
    to: { ...auditFacts(to), sealHolds: sealState(to) },
    overall: {
      published: pair(compared.published),
      likeForLike: pair(compared.likeForLike),
      comparableItems: compared.comparable,
    },
    steps: compared.steps.map((step) => ({
      id: step.step.id,
      title: step.step.title,
      weight: step.step.weight,
      published: pair(step.published),
      likeForLike: pair(step.likeForLike),
      comparableItems: step.comparable,
      failedCritical: step.failedCritical,
    })),
    changes: compared.changes.map(changeEntry),
  });
}

/** JSON for other programs; both forms carry `formatVersion`. */
export const json: Format = {
  name: 'json',
  summary: 'everything, unrounded, for other programs',
  audit,
  comparison,
};
