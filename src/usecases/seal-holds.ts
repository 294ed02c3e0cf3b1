import type { Audit } from '../core/audit/audit.js';
import { sealHolds as holds } from '../core/audit/seal.js';
import { sha256 } from '../files/sha256.js';

/** Whether a sealed audit is still what was sealed; true for an open one. */
export function sealHolds(audit: Audit): boolean {
  return holds(audit, sha256);
}
