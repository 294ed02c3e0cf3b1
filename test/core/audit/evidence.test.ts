import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/core/audit/evidence.js';
import {
  evidenceFile,
  evidenceSchema,
  evidenceType,
  isSameEvidence,
  shortHash,
  sizeWords,
} from '../../../src/core/audit/evidence.js';

const PHOTO: Evidence = {
  sha256: 'ab'.repeat(32),
  name: 'photo.jpg',
  size: 3_140_000,
  type: 'image/jpeg',
};

describe('an evidence file', () => {
  test('is kept under its fingerprint, with an ending by its content', () => {
    expect(evidenceFile(PHOTO)).toBe(`${'ab'.repeat(32)}.jpg`);
    expect(evidenceFile({ ...PHOTO, type: 'application/pdf' })).toBe(`${'ab'.repeat(32)}.pdf`);
    expect(evidenceFile({ ...PHOTO, type: 'text/plain' })).toBe(`${'ab'.repeat(32)}.txt`);
  });

  test('never gets an ending that a double click would run', () => {
    const types = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'text/html',
        'image/svg+xml',
        'text/javascript',
        'application/xml',
        'application/x-msdownload',
        'application/zip',
        'constructor',
        '__proto__',
        '../x',
      ),
    );
    fc.assert(
      fc.property(types, (type) => {
        expect(evidenceFile({ ...PHOTO, type })).toMatch(
          /^[0-9a-f]{64}\.(?:jpg|png|gif|webp|heic|avif|tif|bmp|pdf|txt|mp3|m4a|wav|mp4|mov|webm|docx|xlsx|bin)$/,
        );
      }),
    );
    expect(evidenceFile({ ...PHOTO, type: 'image/svg+xml' })).toMatch(/\.bin$/);
  });

  test('is told in words', () => {
    expect(evidenceType(PHOTO)).toBe('JPEG image');
    expect(evidenceType({ ...PHOTO, type: 'application/octet-stream' })).toBe('unknown type');
    expect(evidenceType({ ...PHOTO, type: 'application/zip' })).toBe('application/zip');
    expect(shortHash(PHOTO)).toBe('abababababab');
  });

  test.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1.0 kB'],
    [999_999, '999.9 kB'],
    [1_000_000, '1.0 MB'],
    [104_857_600, '104.8 MB'],
  ])('of %i bytes is of %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });

  test.each([
    ['a hash in capitals', { sha256: 'AB'.repeat(32) }],
    ['a hash that is a path', { sha256: `../${'a'.repeat(61)}` }],
    ['a name of two lines', { name: 'a\nb' }],
    ['no name', { name: '' }],
    ['a long name', { name: 'x'.repeat(256) }],
    ['half a size', { size: 1.5 }],
    ['no size', { size: 0 }],
    ['a size in words', { size: '3' }],
    ['a type that acts', { type: '\u001b[31m' }],
    ['a key of its own', { path: '/etc/passwd' }],
  ])('is not one with %s', (_what, own) => {
    expect(evidenceSchema().safeParse(PHOTO).success).toBe(true);
    expect(evidenceSchema().safeParse({ ...PHOTO, ...own }).success).toBe(false);
  });
});

describe('what is kept of an evidence file', () => {
  const isKept = (own: Partial<Evidence>): boolean =>
    evidenceSchema().safeParse({ ...PHOTO, ...own }).success;

  test('has a whole fingerprint and a name on one plain line', () => {
    expect(isKept({})).toBe(true);
    for (const sha256 of ['', 'ab'.repeat(33), `x${'ab'.repeat(32)}`, 'AB'.repeat(32)]) {
      expect(isKept({ sha256 })).toBe(false);
    }
    for (const name of ['', '\u0007photo', 'photo\n', 'a\u2028b', 'x'.repeat(256)]) {
      expect(isKept({ name })).toBe(false);
    }
  });

  test('is the same under the same name with the same content', () => {
    expect(isSameEvidence(PHOTO, { ...PHOTO })).toBe(true);
    expect(isSameEvidence(PHOTO, { ...PHOTO, name: 'other.jpg' })).toBe(false);
    expect(isSameEvidence(PHOTO, { ...PHOTO, sha256: 'cd'.repeat(32) })).toBe(false);
  });
});
