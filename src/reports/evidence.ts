import type { Evidence, EvidenceState } from '../core/audit/evidence.js';
import type { ItemResult } from '../core/score/score.js';
import { visibleLine } from '../core/text.js';
import type { AuditView, FoundEvidence } from './view.js';

/** What has become of a file that is no longer what was attached. */
export const SPOILED = {
  missing: 'the file is no longer kept',
  altered: 'the file is no longer the one that was attached',
} as const;

/** A piece of evidence of an item, with what was found of its file. */
export interface ItemEvidence extends FoundEvidence {
  readonly item: string;
  readonly evidence: Evidence;
}

/** The evidence of an item, in the order it was attached. */
export function evidenceOf(one: ItemResult, view: AuditView): ItemEvidence[] {
  return (one.answer?.evidence ?? []).map((evidence) => ({
    item: one.item.id,
    evidence,
    ...(view.evidence.get(evidence.sha256) ?? { state: 'missing', file: null }),
  }));
}

/** All evidence of an audit that is no longer what was attached. */
export function spoiledEvidence(view: AuditView): ItemEvidence[] {
  return view.result.steps
    .flatMap((step) => step.items)
    .flatMap((one) => evidenceOf(one, view))
    .filter(({ state }) => state !== 'there');
}

/** What has become of a piece of evidence, in one sentence; '' where it is there. */
export function spoiledWords({
  item,
  evidence,
  state,
}: {
  readonly item: string;
  readonly evidence: Evidence;
  readonly state: EvidenceState;
}): string {
  if (state === 'there') return '';
  return `The evidence ${visibleLine(evidence.name)} of ${item} is ${state}: ${SPOILED[state]}.`;
}
