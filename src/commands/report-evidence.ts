import { join } from 'node:path';
import type { App } from '../app.js';
import type { Audit } from '../core/audit/audit.js';
import { currentAnswers } from '../core/audit/audit.js';
import type { Evidence, EvidenceState } from '../core/audit/evidence.js';
import { evidenceFile } from '../core/audit/evidence.js';
import { askedItems } from '../core/checklist/checklist.js';
import { visibleLine } from '../core/text.js';
import { checkEvidence, copyEvidence } from '../files/evidence-files.js';
import { SPOILED } from '../reports/evidence.js';
import type { AuditView, FoundEvidence } from '../reports/view.js';

/** The folder beside a report that holds copies of its evidence. */
const COPIES = 'evidence';

/** A piece of evidence of an item, with how its file is. */
interface CheckedEvidence {
  readonly item: string;
  readonly evidence: Evidence;
  readonly state: EvidenceState;
}

/**
 * Looks for all current evidence, and copies what is there into the report's folder.
 *
 * @param kept the folder in which the evidence of its database is.
 * @param base the folder of the report; null copies nothing.
 */
export async function gatherEvidence(
  view: AuditView,
  kept: string,
  base: string | null,
): Promise<AuditView['evidence']> {
  const found = new Map<string, FoundEvidence>();
  const items = view.result.steps.flatMap((step) => step.items);
  for (const evidence of items.flatMap(({ answer }) => answer?.evidence ?? [])) {
    if (found.has(evidence.sha256)) continue;
    const state =
      base === null
        ? await checkEvidence(evidence, kept)
        : await copyEvidence(evidence, kept, join(base, COPIES));
    const isLinked = base !== null && state === 'there';
    found.set(evidence.sha256, {
      state,
      file: isLinked ? `${COPIES}/${evidenceFile(evidence)}` : null,
    });
  }
  return found;
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

/** Says on the screen what evidence is missing or altered. */
export function warnOfEvidence(app: App, all: readonly CheckedEvidence[]): void {
  for (const { item, evidence, state } of all) {
    if (state === 'there') continue;
    const name = visibleLine(evidence.name);
    app.warn(app.style.bad(`The evidence ${name} of ${item} is ${state}: ${SPOILED[state]}.`));
  }
}
