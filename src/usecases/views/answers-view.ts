import type { Answer, RecordedAnswer } from '../../core/audit/answer.js';
import { askedItem } from '../../core/audit/asked-item.js';
import type { Audit } from '../../core/audit/audit.js';
import { currentAnswers, unansweredItems } from '../../core/audit/audit.js';
import type { EvidenceState } from '../../core/audit/evidence.js';
import type { Item } from '../../core/checklist/checklist.js';
import { askedItems } from '../../core/checklist/checklist.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import type { AnswerLine, AnswersView } from '../../documents/answers/view.js';
import { checkEvidence } from '../../files/evidence-files.js';
import type { AuditSummary } from '../../storage/audit-summary.js';
import { sealHolds } from '../seal-holds.js';
import type { Store } from '../../storage/store.js';

/** Which of an audit's answers are meant. */
export interface WantedAnswers {
  /** The id of the only item that is meant; undefined for all. */
  readonly item: string | undefined;
  /** Every revision, not only the current one. */
  readonly isHistory: boolean;
}

/**
 * The answers of an audit, with how the files that prove them are now.
 *
 * @param evidence the folder of those files.
 * @throws UserError when the audit doesn't ask the item.
 */
export async function answersView(
  store: Store,
  summary: AuditSummary,
  { item, isHistory }: WantedAnswers,
  evidence: string,
): Promise<AnswersView> {
  const audit = await store.audits.load(summary);
  const items =
    item === undefined ? askedItems(audit.checklist, audit.scope) : [askedItem(audit, item)];
  const states = new Map<string, EvidenceState>();
  const lines: AnswerLine[] = [];
  for (const one of items) {
    for (const recorded of revisionsOf(audit, one, isHistory)) {
      const files = [];
      for (const file of recorded.answer.evidence ?? []) {
        const state = states.get(file.sha256) ?? (await checkEvidence(file, evidence));
        states.set(file.sha256, state);
        files.push({ ...file, state });
      }
      const share = shareOf(one, recorded.answer);
      lines.push({ item: one, recorded, share, evidence: files });
    }
  }
  const unanswered = item === undefined ? unansweredItems(audit).length : null;
  return {
    audit,
    voided: summary.voided,
    sealHolds: summary.isSound && sealHolds(audit),
    chain: await store.seals.faults(summary.dealership),
    isHistory,
    lines,
    unanswered,
  };
}

/** The revisions of an item, oldest first; or the current one alone. */
function revisionsOf(audit: Audit, item: Item, all: boolean): RecordedAnswer[] {
  if (all) {
    return audit.revisions
      .filter((recorded) => recorded.item === item.id)
      .sort((a, b) => a.revision - b.revision);
  }
  const current = currentAnswers(audit).get(item.id);
  return current === undefined ? [] : [current];
}

function shareOf(item: Item, answer: Answer): number | null {
  return answer.state === 'answered' ? kindOf(item).share(item, answer.value) : null;
}
