/**
 * A file that proves an answer: a photo, a PDF, a screenshot. The file itself is kept beside the
 * database under its fingerprint; this is what the database says of it.
 */
export type Evidence = Readonly<{
  /** SHA-256 of its bytes, in lower-case hex. */
  readonly sha256: string;
  /** Its own name when it was attached, without folders. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Media type, such as image/jpeg, by its content; application/octet-stream when unknown. */
  readonly type: string;
}>;
