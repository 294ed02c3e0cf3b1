import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { ROOT } from './root.js';

export { ROOT };

/** The checklists that come with the program. */
export const CHECKLISTS = join(ROOT, 'checklists');

/** A checklist of ten items in one file, with every kind, and answers to it. */
export const FIXTURE = join(ROOT, 'test', 'golden', 'fixture');

/** A user that owns nothing, so that permissions count even where the tests run as root. */
export const NOBODY = 65534;

/** Whether the tests run as root, for whom no permission counts. */
export const IS_ROOT = process.getuid?.() === 0;

/** `{ uid }` for a process that permissions count for. */
export const AS_NOBODY: { readonly uid?: number } = IS_ROOT ? { uid: NOBODY } : {};

function remove(folder: string): void {
  if (existsSync(folder)) chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
}

/** An empty folder that is gone after the test. Anybody may enter and write. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkup-test-'));
  chmodSync(folder, 0o777);
  onTestFinished(() => {
    remove(folder);
  });
  return folder;
}

/** The same for all tests of a file; call it in `beforeAll` or at the top. */
export function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'checkup-test-'));
  chmodSync(folder, 0o777);
  afterAll(() => {
    remove(folder);
  });
  return folder;
}

/** Writes files below a folder, by relative path. */
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): void {
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** All files below a folder, by path relative to it, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** A fingerprint of every file below a folder: equal when nothing was changed, added or removed. */
export function fingerprints(folder: string): Record<string, string> {
  return Object.fromEntries(filesIn(folder).map((name) => [name, fingerprint(join(folder, name))]));
}

/** SHA-256 of a file. */
export function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Where a piece of text first stands, as messages write it: `line:column`, from 1. */
export function placeOf(text: string, piece: string): string {
  const offset = text.indexOf(piece);
  if (offset < 0) throw new Error(`${piece} is not in the text`);
  const before = text.slice(0, offset).split('\n');
  return `${String(before.length)}:${String((before.at(-1) ?? '').length + 1)}`;
}

/** Replaces the first occurrence, and fails where there is none. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`${from} is not in the text`);
  return text.replace(from, () => to);
}

/** Makes a named pipe. */
export function makePipe(file: string): void {
  execFileSync('mkfifo', [file]);
}

function mount(folder: string, kilobytes: number): void {
  const options = `size=${String(kilobytes)}k,mode=777`;
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
}

/** Whether this user may mount a disk here. */
export function canMount(): boolean {
  if (!IS_ROOT || process.platform !== 'linux') return false;
  const folder = mkdtempSync(join(tmpdir(), 'checkup-mount-'));
  try {
    mount(folder, 4);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Mounts an empty disk of a few kilobytes until the test is over. */
export function mountTinyDisk(folder: string, kilobytes: number): void {
  mount(folder, kilobytes);
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
}
