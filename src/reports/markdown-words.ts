import { day } from '../core/words/time.js';
import { auditorsOf } from '../core/audit/audit.js';
import type { Comparison } from '../core/compare/compare.js';
import { moversOf } from '../core/compare/movers.js';
import type { AuditResult, ItemResult, StepResult } from '../core/score/score.js';
import { printChange, printPoints, printScore } from '../core/score/print.js';
import { kindOf } from '../core/checklist/kinds/index.js';
import type { Quarter } from '../core/quarter.js';
import { monthsOf } from '../core/quarter.js';
import { count } from '../core/words/numbers.js';
import { inline, quotation } from './markdown-text.js';
import type { ScoredAudit } from './view.js';

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

/** What the answer's few words leave out: failed checks, the level's wording. */
export function detailText(one: ItemResult): string {
  if (one.answer?.state !== 'answered') return '';
  return inline(kindOf(one.item).detail(one.item, one.answer.value));
}

/** What a failed critical item does to its step, as a sentence. */
export function capWords(
  step: string,
  { share, uncapped }: StepResult,
  result: AuditResult,
): string {
  const { cap } = result.checklist.scoring.critical;
  const { bands } = result.checklist;
  return share === uncapped
    ? `The cap of ${String(cap)} changes nothing: ${step} stands at ${printScore(share, bands)} anyway.`
    : `It caps ${step} at ${String(cap)}, from ${printScore(uncapped, bands)}.`;
}

/** A quarter, with its months where the business year doesn't start in January. */
export function quarterName(quarter: Quarter, yearStarts: number): string {
  return yearStarts === 1 ? quarter : `${quarter} (${monthsOf(quarter, yearStarts)})`;
}

/** The quarter of an audit, named the same way. */
export function quarterText({ audit }: ScoredAudit): string {
  return quarterName(audit.quarter, audit.dealership.yearStarts);
}

/** What an audit was, in one line: scope, checklist, auditors, seal. */
export function auditLine({ audit }: ScoredAudit): string {
  const seal =
    audit.seal === null
      ? 'not sealed'
      : `sealed ${day(audit.seal.at)} by ${inline(audit.seal.by)}, seal ${audit.seal.hash.slice(0, 12)}`;
  return `${inline(audit.checklist.title)}, version ${String(audit.checklist.version)}, scope ${audit.scope} · audited by ${auditorsOf(audit).map(inline).join(', ')} · ${seal}`;
}

/**
 * The largest gains or losses as a list, by what each did to the later audit's overall score, each
 * with what the auditor noted this time.
 */
export function movers(
  comparison: Comparison,
  later: AuditResult,
  tag: 'rose' | 'fell',
  most = 3,
): string {
  const lines = moversOf(later, comparison)
    .filter((mover) => mover.tag === tag)
    .slice(0, most)
    .map(({ id, from, to, effect }) => {
      const printed = printChange(from.share, to.share);
      const note = to.answer?.note ?? '';
      return [
        `- ${inline(to.item.ask)} \`${id}\`: ${printed.from} → ${printed.to} (${printed.difference}), overall ${printPoints(effect)}`,
        ...(note.trim() === '' ? [] : ['', quotation(note, '  '), '']),
      ].join('\n');
    });
  const title = tag === 'rose' ? '**Largest gains**' : '**Largest losses**';
  const order = lines.length > 1 ? ', by what each alone did to the overall score' : '';
  return `${title}${order}\n\n${lines.length === 0 ? 'None.' : lines.join('\n').trimEnd()}`;
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
