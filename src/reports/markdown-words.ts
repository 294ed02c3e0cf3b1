import { auditorsOf } from '../core/audit/audit.js';
import type { Change } from '../core/compare/change.js';
import { isComparable } from '../core/compare/compare.js';
import type { Comparison } from '../core/compare/compare.js';
import type { AuditResult, ItemResult, StepResult } from '../core/score/score.js';
import { printChange, printScore } from '../core/score/print.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import { count } from '../core/text.js';
import { inline } from './markdown-text.js';
import type { ScoredAudit } from './view.js';

/** The day of a moment, 2026-10-02, in UTC. */
export function day(iso: string): string {
  return iso.slice(0, 10);
}

/** `59 (capped from 72)`, or just the score. */
export function stepScore({ share, uncapped }: StepResult, result: AuditResult): string {
  const { bands } = result.checklist;
  const text = printScore(share, bands);
  return share === uncapped ? text : `${text} (capped from ${printScore(uncapped, bands)})`;
}

/** An item's answer in a few words, fit for a table. */
export function answerText(one: ItemResult): string {
  if (one.answer?.state !== 'answered') return one.state.replaceAll('-', ' ');
  return inline(kindOf(one.item).words(one.item, one.answer.value));
}

/** What an audit was, in one line: scope, checklist, auditors, seal. */
export function auditLine({ audit }: ScoredAudit): string {
  const seal =
    audit.seal === null
      ? 'not sealed'
      : `sealed ${day(audit.seal.at)} by ${inline(audit.seal.by)}, seal ${audit.seal.hash.slice(0, 12)}`;
  return `${inline(audit.checklist.title)}, version ${String(audit.checklist.version)}, scope ${audit.scope} · audited by ${auditorsOf(audit).map(inline).join(', ')} · ${seal}`;
}

/** Gains or losses, the largest effect on its step first. */
export function movers(comparison: Comparison, tag: 'rose' | 'fell', most: number): string[] {
  const effect = (change: Change): number =>
    isComparable(change)
      ? Math.abs(change.difference) * ('weight' in change.to.item ? change.to.item.weight : 0)
      : 0;
  return comparison.changes
    .filter((change) => change.tag === tag)
    .sort((a, b) => effect(b) - effect(a))
    .slice(0, most)
    .flatMap((change) => {
      if (!isComparable(change)) return [];
      const { from, to, difference } = printChange(change.from.share, change.to.share);
      return [`${inline(change.to.item.ask)} \`${change.id}\`: ${from} → ${to} (${difference})`];
    });
}

/** How many of the items were answered, and what became of the others. */
export function answeredLine(result: AuditResult): string {
  const items = result.steps.flatMap((step) => step.items);
  const number = (state: ItemResult['state']): number =>
    items.filter((one) => one.state === state).length;
  const others = (['not-applicable', 'not-checked', 'unanswered'] as const)
    .map((state) => ({ state, number: number(state) }))
    .filter((each) => each.number > 0)
    .map((each) => `${String(each.number)} ${each.state.replaceAll('-', ' ')}`);
  return `${String(number('answered'))} of ${count(items.length, 'item')} answered${others.length === 0 ? '' : `, ${others.join(', ')}`}`;
}
