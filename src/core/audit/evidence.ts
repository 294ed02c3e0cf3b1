import * as z from 'zod';
import { strict, wellFormed } from '../schema/strict.js';
import { visibleLine } from '../text.js';
import { once } from '../once.js';

/** An evidence file that is larger than this is refused. In bytes. */
export const MOST_EVIDENCE = 100 * 1024 * 1024;

/** One line of a few words, without anything that acts. */
const lineSchema = once(() =>
  wellFormed(z.string())
    .min(1)
    .max(255)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u),
);

/** Evidence as it is kept: anything else was spoiled from outside. */
export const evidenceSchema = once(() =>
  strict({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    name: lineSchema(),
    size: z.int().min(1).max(MOST_EVIDENCE),
    type: lineSchema(),
  }),
);

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

/** What became of an evidence file since it was attached. */
export type EvidenceState = 'there' | 'missing' | 'altered';

/**
 * The types that may be opened by a double click, each with its ending and its name. Nothing that
 * a browser would run: a page or a drawing with a script in it is kept as text.
 */
const HARMLESS: ReadonlyMap<string, readonly [ending: string, words: string]> = new Map([
  ['image/jpeg', ['.jpg', 'JPEG image']],
  ['image/png', ['.png', 'PNG image']],
  ['image/gif', ['.gif', 'GIF image']],
  ['image/webp', ['.webp', 'WebP image']],
  ['image/heic', ['.heic', 'HEIC image']],
  ['image/avif', ['.avif', 'AVIF image']],
  ['image/tiff', ['.tif', 'TIFF image']],
  ['image/bmp', ['.bmp', 'BMP image']],
  ['application/pdf', ['.pdf', 'PDF']],
  ['text/plain', ['.txt', 'text']],
  ['audio/mpeg', ['.mp3', 'MP3 sound']],
  ['audio/mp4', ['.m4a', 'MPEG-4 sound']],
  ['audio/x-m4a', ['.m4a', 'MPEG-4 sound']],
  ['audio/wav', ['.wav', 'WAV sound']],
  ['video/mp4', ['.mp4', 'MPEG-4 video']],
  ['video/quicktime', ['.mov', 'QuickTime video']],
  ['video/webm', ['.webm', 'WebM video']],
  [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ['.docx', 'Word document'],
  ],
  [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ['.xlsx', 'Excel workbook'],
  ],
]);

/** The name under which an evidence file is kept: its fingerprint, with an ending that is harmless. */
export function evidenceFile({ sha256, type }: Evidence): string {
  return `${sha256}${HARMLESS.get(type)?.[0] ?? '.bin'}`;
}

/** What kind of file it is, in words; a type we have no words for as it is. */
export function evidenceType({ type }: Evidence): string {
  if (type === 'application/octet-stream') return 'unknown type';
  return HARMLESS.get(type)?.[1] ?? visibleLine(type);
}

/** A size in bytes as people read it, such as 3.1 MB; a kilobyte is 1000 bytes. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
  // Cut, not rounded: 999 999 bytes are not yet 1000.0 kB.
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${(Math.floor(size * 10) / 10).toFixed(1)} ${unit}`;
}

/** Whether two are one and the same: the same content under the same name. */
export function isSameEvidence(a: Evidence, b: Evidence): boolean {
  return a.sha256 === b.sha256 && a.name === b.name;
}

/** Enough of a fingerprint to know a file by. */
export function shortHash({ sha256 }: Evidence): string {
  return sha256.slice(0, 12);
}
