import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/core/audit/evidence.js';
import { MOST_EVIDENCE } from '../../src/core/audit/evidence.js';
import { UserError } from '../../src/core/errors.js';
import { checkEvidence, copyEvidence, keepEvidence } from '../../src/files/evidence-files.js';
import { filesIn, fingerprint, makePipe, mountTinyDisk, tempFolder } from '../support/folders.js';
import { canMount, writeFiles } from '../support/folders.js';

const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de',
  'hex',
);
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

/** A folder with a file in it, and the folder where evidence goes. */
function place(content: string | Uint8Array, name = 'file'): { path: string; folder: string } {
  const root = tempFolder();
  writeFiles(root, { [name]: content });
  return { path: join(root, name), folder: join(root, 'kept', 'evidence') };
}

async function refusal(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UserError);
  return error instanceof UserError ? error.message : '';
}

/** Makes a file that seems long and takes no room. */
function sparse(path: string, size: number): void {
  writeFileSync(path, '');
  truncateSync(path, size);
}

describe('evidence that is kept', () => {
  test.each<[string, string | Uint8Array, string, string]>([
    ['a photo', JPEG, 'image/jpeg', '.jpg'],
    ['a picture', PNG, 'image/png', '.png'],
    ['a PDF', '%PDF-1.4\n%âã\n', 'application/pdf', '.pdf'],
    ['a text', 'Grüße\r\n\tRO 1\n', 'text/plain', '.txt'],
    // Two letters make a bitmap of it to those who look no further.
    ['a text about a car', 'BMW 320d, RO 10234, promised at five', 'text/plain', '.txt'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'text/plain', '.txt'],
    ['a drawing', '<?xml version="1.0"?><svg onload="alert(1)"/>', 'text/plain', '.txt'],
    [
      'a program',
      Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
      'application/x-msdownload',
      '.bin',
    ],
    ['half a character', Buffer.from([0x61, 0xc3]), 'application/octet-stream', '.bin'],
    ['a text with control codes', 'a\u001b[31mb', 'application/octet-stream', '.bin'],
    ['nothing known', Buffer.from([0, 1, 2, 3]), 'application/octet-stream', '.bin'],
  ])('is %s, told by its content alone', async (_what, content, type, ending) => {
    const { path, folder } = place(content, 'call me.exe');
    const kept = await keepEvidence(path, folder);
    expect(kept).toEqual({
      sha256: fingerprint(path),
      name: 'call me.exe',
      size: statSync(path).size,
      type,
    });
    expect(filesIn(folder)).toEqual([`${kept.sha256}${ending}`]);
    expect(readFileSync(join(folder, `${kept.sha256}${ending}`))).toEqual(readFileSync(path));
    expect(await checkEvidence(kept, folder)).toBe('there');
  });

  test('stays as it is when it is kept again, and is mended when it was altered', async () => {
    const { path, folder } = place(PNG);
    const kept = await keepEvidence(path, folder);
    const file = join(folder, `${kept.sha256}.png`);
    utimesSync(file, 1, 1);
    expect(await keepEvidence(path, folder)).toEqual(kept);
    expect(statSync(file).mtimeMs).toBe(1000);
    writeFileSync(file, Buffer.from(PNG).fill(0, 10));
    expect(await checkEvidence(kept, folder)).toBe('altered');
    expect(await keepEvidence(path, folder)).toEqual(kept);
    expect(await checkEvidence(kept, folder)).toBe('there');
    expect(filesIn(folder)).toEqual([`${kept.sha256}.png`]);
  });

  test.each([
    ['a\nb \u001b[31m.png', 'a b [U+001B][31m.png'],
    ['..\\..\\evil.png', '.._.._evil.png'],
    ['](javascript:alert(1)).png', '](javascript:alert(1)).png'],
    ['\u202egnp.exe', '[U+202E]gnp.exe'],
    [`${'\u001b'.repeat(60)}.png`, '[U+001B]'.repeat(60).slice(0, 255)],
    ['   ', 'unnamed'],
  ])('has a name that does no harm: %j', async (name, safe) => {
    const { path, folder } = place(PNG, name);
    expect((await keepEvidence(path, folder)).name).toBe(safe);
  });

  test('may be as large as is allowed, and not a byte more', async () => {
    const { path, folder } = place('');
    sparse(path, MOST_EVIDENCE);
    expect((await keepEvidence(path, folder)).size).toBe(MOST_EVIDENCE);
    rmSync(folder, { recursive: true });
    for (const size of [MOST_EVIDENCE + 1, 2 ** 31]) {
      sparse(path, size);
      expect(await refusal(keepEvidence(path, folder))).toMatch(
        /is too large: (101|2048) MiB, and evidence has at most 100 MiB/,
      );
    }
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  test('is nothing but a plain file', async () => {
    const { path, folder } = place('text');
    const root = join(path, '..');
    const at = (name: string): string => join(root, name);
    writeFileSync(at('empty'), '');
    mkdirSync(at('folder'));
    makePipe(at('pipe'));
    symlinkSync(path, at('link'));
    symlinkSync('self', at('self'));
    for (const [name, says] of [
      [at('empty'), /empty is empty\.$/],
      [at('folder'), /is a folder, not a file\.$/],
      [at('pipe'), /is not a plain file\.$/],
      [at('link'), /is a link, not a file\.$/],
      [at('self'), /is a link, not a file\.$/],
      [at('none'), /does not exist\.$/],
      [join(path, 'below'), /cannot be read \(ENOTDIR\)\.$/],
      ['/dev/zero', /is not a plain file\.$/],
      [`${at('folder')}/../file`, /has \.\. in it\.$/],
      ['..', /has \.\. in it\.$/],
      ['a\nb\u001b', /^a b\[U\+001B\] does not exist\.$/],
    ] as const) {
      expect(await refusal(keepEvidence(name, folder))).toMatch(says);
    }
    expect(() => readdirSync(folder)).toThrow('ENOENT');
  });

  test.each([
    [
      'grows',
      (path: string) => {
        appendFileSync(path, 'more');
      },
    ],
    [
      'shrinks',
      (path: string) => {
        truncateSync(path, 5);
      },
    ],
  ])('is refused when it %s while it is read', async (_what, change) => {
    const { path, folder } = place('');
    sparse(path, 60 * 1024 * 1024);
    const kept = refusal(keepEvidence(path, folder));
    // Its size has been looked at once the copy is begun.
    const isBegun = (): boolean => {
      try {
        return readdirSync(folder).length > 0;
      } catch {
        return false;
      }
    };
    while (!isBegun()) await new Promise((resolve) => setImmediate(resolve));
    change(path);
    expect(await kept).toMatch(/file was changed while it was read\.$/);
    expect(filesIn(folder)).toEqual([]);
  });

  test.runIf(canMount())(
    'is refused when the disk is full, and leaves nothing behind',
    async () => {
      const { path, folder } = place(Buffer.alloc(200_000, 'x'));
      mkdirSync(folder, { recursive: true });
      mountTinyDisk(folder, 64);
      expect(await refusal(keepEvidence(path, folder))).toMatch(
        /was not copied to .*evidence: the disk is full\.$/,
      );
      expect(filesIn(folder)).toEqual([]);
    },
  );

  test('takes away what an interrupted copy left a day ago, and nothing else', async () => {
    const { path, folder } = place(PNG);
    const draft = (): string => `.checkup-${crypto.randomUUID()}.tmp`;
    const [old, fresh] = [draft(), draft()];
    writeFiles(folder, { [old]: 'x', [fresh]: 'x', 'mine.tmp': 'x' });
    for (const name of [old, 'mine.tmp']) {
      utimesSync(join(folder, name), new Date(), new Date(Date.now() - 25 * 60 * 60 * 1000));
    }
    const { sha256 } = await keepEvidence(path, folder);
    expect(filesIn(folder)).toEqual([`${sha256}.png`, fresh, 'mine.tmp'].sort());
  });

  test('is found from the folder that relative paths start from, and named as it was', async () => {
    const { path, folder } = place(PNG);
    const from = (name: string): string => join(path, '..', name);
    expect((await keepEvidence('file', folder, from)).name).toBe('file');
    expect(await refusal(keepEvidence('none', folder, from))).toBe('none does not exist.');
    expect(await refusal(keepEvidence('a/../file', folder, from))).toMatch(/has \.\. in it\.$/);
  });

  test('needs a folder to go to', async () => {
    const { path, folder } = place('text');
    writeFileSync(join(folder, '..', '..', 'kept'), 'a file');
    expect(await refusal(keepEvidence(path, folder))).toMatch(
      /was not copied to .*: a file stands where a folder is needed\.$/,
    );
  });
});

describe('evidence that is looked for', () => {
  async function kept(): Promise<{ evidence: Evidence; folder: string; file: string }> {
    const { path, folder } = place(PNG);
    const evidence = await keepEvidence(path, folder);
    return { evidence, folder, file: join(folder, `${evidence.sha256}.png`) };
  }

  test.each<[string, (file: string) => void, 'missing' | 'altered']>([
    [
      'gone',
      (file) => {
        rmSync(file);
      },
      'missing',
    ],
    [
      'longer',
      (file) => {
        appendFileSync(file, 'x');
      },
      'altered',
    ],
    [
      'another of the same length',
      (file) => {
        writeFileSync(file, Buffer.alloc(PNG.length));
      },
      'altered',
    ],
    [
      'a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
      'altered',
    ],
    [
      'a link',
      (file) => {
        rmSync(file);
        writeFileSync(`${file}.x`, PNG);
        symlinkSync(`${file}.x`, file);
      },
      'altered',
    ],
    [
      'a pipe',
      (file) => {
        rmSync(file);
        makePipe(file);
      },
      'altered',
    ],
  ])('is found out when it is %s, and not copied', async (_what, spoil, state) => {
    const { evidence, folder, file } = await kept();
    spoil(file);
    const to = join(tempFolder(), 'copies');
    expect(await checkEvidence(evidence, folder)).toBe(state);
    expect(await copyEvidence(evidence, folder, to)).toBe(state);
    expect(() => readdirSync(to)).toThrow('ENOENT');
  });

  test('is copied once, and a spoiled copy is mended', async () => {
    const { evidence, folder } = await kept();
    const to = join(tempFolder(), 'copies');
    const copy = join(to, `${evidence.sha256}.png`);
    expect(await copyEvidence(evidence, folder, to)).toBe('there');
    utimesSync(copy, 1, 1);
    expect(await copyEvidence(evidence, folder, to)).toBe('there');
    expect(statSync(copy).mtimeMs).toBe(1000);
    writeFileSync(copy, 'x');
    expect(await copyEvidence(evidence, folder, to)).toBe('there');
    expect(readFileSync(copy)).toEqual(PNG);
    // Where they are kept is a place for copies too.
    expect(await copyEvidence(evidence, folder, folder)).toBe('there');
    expect(filesIn(to)).toEqual([`${evidence.sha256}.png`]);
  });
});
