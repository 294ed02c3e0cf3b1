import { canonicalJson, canonicalText } from '../canonical.js';
import { checklistText } from '../checklist/same.js';
import { byCodeUnits } from '../text.js';
import type { RecordedAnswer } from './answer.js';
import type { Audit, Seal } from './audit.js';

/** Raised when the content of a seal changes its form, so that old seals can still be recomputed. */
const SEAL_FORMAT = 1;

/**
 * What a seal is the SHA-256 of: the canonical JSON (RFC 8785) of the audit's facts, its whole
 * checklist, every revision of every answer, every draw and every word about the visit, with who sealed it, when, and the seal before it.
 * Ids of the database are no part of it, so the same facts give the same seal anywhere.
 */
export function sealedContent(audit: Audit, seal: Omit<Seal, 'hash'>): string {
  return canonicalJson({
    format: SEAL_FORMAT,
    dealership: audit.dealership.name,
    yearStarts: audit.dealership.yearStarts,
    ...(audit.dealership.yearNamed === undefined ? {} : { yearNamed: audit.dealership.yearNamed }),
    quarter: audit.quarter,
    scope: audit.scope,
    startedAt: audit.startedAt,
    startedBy: audit.auditor,
    // Most of the text, and the same for many audits.
    checklist: canonicalText(checklistText(audit.checklist)),
    answers: inOrder(audit.revisions).map(({ item, answer, why, auditor, at, revision }) => ({
      item,
      revision,
      auditor,
      at,
      why,
      answer,
    })),
    // Left out where there are none: a seal set before they were kept still holds.
    ...(audit.draws.length === 0 ? {} : { draws: audit.draws }),
    ...(audit.visits.length === 0 ? {} : { visits: audit.visits }),
    sealedAt: seal.at,
    sealedBy: seal.by,
    previous: seal.previous,
  });
}

/**
 * Whether a sealed audit is still what was sealed; true for an open one.
 *
 * @param hash SHA-256 of a text, in lower-case hex.
 */
export function sealHolds(audit: Audit, hash: (text: string) => string): boolean {
  return audit.seal === null || hash(sealedContent(audit, audit.seal)) === audit.seal.hash;
}

function inOrder(revisions: readonly RecordedAnswer[]): RecordedAnswer[] {
  return [...revisions].sort((a, b) =>
    a.item === b.item ? a.revision - b.revision : byCodeUnits(a.item, b.item),
  );
}
