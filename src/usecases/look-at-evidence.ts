import type { Audit } from '../core/audit/audit.js';
import { currentAnswers } from '../core/audit/audit.js';
import type { Evidence, EvidenceState } from '../core/audit/evidence.js';
import { askedItems } from '../core/checklist/checklist.js';
import { checkEvidence } from '../files/evidence-files.js';

/** A piece of evidence of an item, with how its file is. */
export interface CheckedEvidence {
  readonly item: string;
  readonly evidence: Evidence;
  readonly state: EvidenceState;
}

/** Looks at the file of every current piece of evidence, in the order of the checklist. */
export async function checkedEvidence(audit: Audit, folder: string): Promise<CheckedEvidence[]> {
  const answers = currentAnswers(audit);
  const checked: CheckedEvidence[] = [];
  for (const { id } of askedItems(audit.checklist, audit.scope)) {
    for (const evidence of answers.get(id)?.answer.evidence ?? []) {
      checked.push({ item: id, evidence, state: await checkEvidence(evidence, folder) });
    }
  }
  return checked;
}
