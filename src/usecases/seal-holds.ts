import type { Audit } from '../core/audit/audit.js';
import { sealedContent } from '../core/audit/seal.js';
import { sha256 } from '../files/sha256.js';

/** Whether a sealed audit is still what was sealed; true for an open one. */
export function sealHolds(audit: Audit): boolean {
  return audit.seal === null || sha256(sealedContent(audit, audit.seal)) === audit.seal.hash;
}
