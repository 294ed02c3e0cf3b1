import type { Audit } from '../core/audit/audit.js';
import { currentAnswers } from '../core/audit/audit.js';
import type { Evidence, EvidenceState } from '../core/audit/evidence.js';
import { askedItems } from '../core/checklist/checklist.js';
import { nameOf } from '../core/checklist/naming.js';
import { checkEvidence } from '../files/evidence-files.js';

/** A piece of evidence of an item, with how its file is. */
export interface CheckedEvidence {
  /** Of the item. */
  readonly name: string;
  readonly evidence: Evidence;
  readonly state: EvidenceState;
}

/** Looks at the file of every current piece of evidence, in the order of the checklist. */
export async function checkedEvidence(audit: Audit, folder: string): Promise<CheckedEvidence[]> {
  const answers = currentAnswers(audit);
  const checked: CheckedEvidence[] = [];
  for (const item of askedItems(audit.checklist, audit.scope)) {
    for (const evidence of answers.get(item.id)?.answer.evidence ?? []) {
      checked.push({ name: nameOf(item), evidence, state: await checkEvidence(evidence, folder) });
    }
  }
  return checked;
}
