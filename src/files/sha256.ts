import type { Hash } from 'node:crypto';
import { createHash, hash } from 'node:crypto';

/** SHA-256 of a text in UTF-8 or of bytes, in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex');
}

/** SHA-256 of what comes in pieces. */
export function startSha256(): Hash {
  return createHash('sha256');
}
