import type { Hash } from 'node:crypto';
import { createHash } from 'node:crypto';

/** SHA-256 of a text in UTF-8 or of bytes, in lower-case hex. */
export function sha256(content: string | Uint8Array): string {
  const hash = startSha256();
  hash.update(content);
  return hash.digest('hex');
}

/** SHA-256 of what comes in pieces. */
export function startSha256(): Hash {
  return createHash('sha256');
}
