import { join } from 'node:path';
import { evidenceFile } from '../core/audit/evidence.js';
import { checkEvidence, copyEvidence } from '../files/evidence-files.js';
import type { AuditView, FoundEvidence } from '../documents/audit/view.js';
import type { Destination } from './destination.js';

/** The folder beside a report that holds copies of its evidence. */
const COPIES = 'evidence';

/**
 * An audit with what was found of its evidence. What is there is copied beside the report; nothing
 * where the report is printed.
 *
 * @param kept the folder in which the evidence of its database is.
 */
export async function attachCopies(
  view: AuditView,
  kept: string,
  to: Destination,
): Promise<AuditView> {
  const base = 'folder' in to ? to.folder : null;
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
  return { ...view, evidence: found };
}
