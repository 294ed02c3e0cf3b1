import { notationOf } from '../../core/audit/answer.js';
import { isCritical, weightOf } from '../../core/checklist/checklist.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import type { Effect } from '../../core/score/effect.js';
import type { Ranges } from '../../core/score/ranges.js';
import { rangesOf } from '../../core/score/ranges.js';
import { intervalOf } from '../../core/score/uncertainty.js';
import { chainData } from '../words/chain.js';
import { auditFacts } from '../words/audit-facts.js';
import { judgedPair, pair, range, score } from '../words/figures.js';
import { auditorsOf } from '../words/auditors.js';
import { usualData } from '../words/usual.js';
import { headlineOf } from './document.js';
import { evidenceOf } from './evidence.js';
import type { AuditView, ItemView, StepView, Target } from './view.js';
import { itemsOf } from './view.js';
import { localDraw, localOrNull } from '../words/audit-facts.js';

/** One audit for other programs: scores unrounded on 0 to 100 or null, coverage on 0 to 1. */
export function auditData(view: AuditView): object {
  const { result, previous } = view;
  return {
    format: 'checkup-report',
    // 3: like for like is before any hold and alone has an interval and a verdict.
    formatVersion: 3,
    audit: auditFacts(view),
    chain: chainData(view.chain),
    headline: headlineOf(view),
    score: score(result.share),
    coverage: result.coverage,
    apart: result.apart,
    band: result.band?.name ?? null,
    usual: usualData(view.trend?.overall.usual ?? null),
    interval: range(rangesOf(result).overall),
    previous:
      previous === null
        ? null
        : {
            quarter: previous.audit.quarter,
            seal: previous.audit.seal?.hash ?? null,
            ...pair(previous.comparison.published),
            likeForLike: judgedPair(previous.comparison.likeForLike),
            auditors: auditorsOf(previous.result),
          },
    steps: view.steps.map((step) => stepEntry(step, rangesOf(result))),
    items: itemsOf(view).map((one) => itemEntry(one, view)),
    doFirst: view.todo.map(({ result: { item } }) => item.id),
    departments: view.departments.map(({ department, share, items }) => ({
      id: department.id,
      title: department.title,
      score: score(share),
      items: items.map(({ item }) => item.id),
    })),
    target: targetEntry(view.target),
    draws: view.audit.draws.map(localDraw),
  };
}

function stepEntry({ result, name }: StepView, ranges: Ranges): object {
  const { step, share, uncapped, coverage, failedCritical } = result;
  return {
    id: step.id,
    name,
    title: step.title,
    weight: step.weight,
    score: score(share),
    uncapped: score(uncapped),
    failedCritical,
    coverage,
    interval: range(ranges.steps.get(step.id) ?? null),
  };
}

function stakeEntry(stake: Effect | null): object | null {
  return stake === null ? null : { step: stake.step * 100, overall: stake.overall * 100 };
}

/** The shortest way to the target; null without one. */
function targetEntry(target: Target | null): object | null {
  if (target === null) return null;
  const { score: wanted, list } = target;
  return {
    score: wanted,
    items: list?.items.map(({ item }) => item.id) ?? null,
    reached: score(list?.share ?? null),
    exact: list?.exact ?? null,
  };
}

function itemEntry(view: ItemView, audit: AuditView): object {
  const { result: one, name, failed, inARow } = view;
  return {
    id: one.item.id,
    name,
    step: one.step,
    kind: one.item.kind,
    ask: one.item.ask,
    departments: one.item.departments,
    core: one.item.core,
    state: one.state,
    score: score(one.share),
    interval: range(one.estimate === null ? null : intervalOf(one.estimate)),
    weight: weightOf(one.item),
    aim: kindOf(one.item).aim(one.item),
    critical: isCritical(one.item),
    failed,
    quartersBelowTopBand: inARow,
    smallSample: view.smallSample,
    stake: stakeEntry(view.stake),
    answer: notationOf(one.answer),
    note: one.answer?.note ?? null,
    evidence: evidenceOf(view, audit).map(({ evidence, state, file }) => ({
      ...evidence,
      state,
      file,
    })),
    auditor: one.recorded?.auditor ?? null,
    at: localOrNull(one.recorded?.at),
    revision: one.recorded?.revision ?? null,
    why: one.recorded?.why ?? null,
  };
}
