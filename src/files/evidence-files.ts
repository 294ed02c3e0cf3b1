import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Evidence, EvidenceState } from '../core/audit/evidence.js';
import { evidenceFile } from '../core/audit/evidence.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { contentType, watchText } from './content-type.js';
import type { OpenedFile } from './evidence-source.js';
import { READ_ONLY, asNamed, openEvidence } from './evidence-source.js';
import { draftIn, sweepDrafts } from './drafts.js';
import { makeFolder } from './folders.js';
import { cannotRead, systemCode } from './read-text.js';
import { whyNotWritten } from './report-files.js';
import { startSha256 } from './sha256.js';

const CHUNK = 1024 * 1024;

/**
 * Copies a file into the folder of evidence, under its fingerprint, whole and on disk before this
 * returns. One that is there already is left alone.
 *
 * @param path as it was named.
 * @param resolve makes it absolute; without it relative paths start from the process's folder.
 * @throws UserError for what is no plain file of 1 byte to 100 MiB, or can't be read or written.
 */
export async function keepEvidence(
  path: string,
  folder: string,
  resolve: (path: string) => string = asNamed,
): Promise<Evidence> {
  const source = await openEvidence(path, resolve);
  try {
    const draft = await writeDraft(source, path, folder);
    try {
      const { file, sha256, size, isText } = draft;
      const type = await contentType(file, isText);
      const evidence: Evidence = { sha256, name: nameOf(path), size, type };
      if ((await checkEvidence(evidence, folder)) !== 'there') {
        await moveInto(draft.file, folder, evidence);
      }
      return evidence;
    } finally {
      await rm(draft.file, { force: true });
    }
  } finally {
    await source.handle.close();
  }
}

/** Whether the file of some evidence is in the folder, and is still what was attached. */
export async function checkEvidence(evidence: Evidence, folder: string): Promise<EvidenceState> {
  let handle: FileHandle;
  try {
    handle = await open(join(folder, evidenceFile(evidence)), READ_ONLY);
  } catch (error) {
    // A link stands in its place.
    if (['ELOOP', 'EMLINK'].includes(systemCode(error))) return 'altered';
    if (systemCode(error) === '') throw error;
    return 'missing';
  }
  try {
    const found = await handle.stat();
    if (!found.isFile() || found.size !== evidence.size) return 'altered';
    const hash = startSha256();
    for await (const chunk of chunksOf(handle, evidence.size)) hash.update(chunk);
    return hash.digest('hex') === evidence.sha256 ? 'there' : 'altered';
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return 'missing';
  } finally {
    await handle.close();
  }
}

/**
 * Puts a copy of some evidence into another folder, under the same name, unless it is there.
 *
 * @returns how the original is; only one that is there is copied.
 * @throws UserError when the copy can't be written.
 */
export async function copyEvidence(
  evidence: Evidence,
  from: string,
  to: string,
): Promise<EvidenceState> {
  const state = await checkEvidence(evidence, from);
  if (state !== 'there' || (await checkEvidence(evidence, to)) === 'there') return state;
  const path = join(from, evidenceFile(evidence));
  const source = await openEvidence(path);
  try {
    const draft = await writeDraft(source, path, to);
    try {
      // It may have been changed since it was looked at.
      if (draft.sha256 !== evidence.sha256) return 'altered';
      await moveInto(draft.file, to, evidence);
      return 'there';
    } finally {
      await rm(draft.file, { force: true });
    }
  } finally {
    await source.handle.close();
  }
}

/** Its own name on one line, without anything that acts or could lead to a folder. */
function nameOf(path: string): string {
  const name = visibleLine(basename(path)).replace(/[\\/]/g, '_').slice(0, 255).toWellFormed();
  return name === '' ? 'unnamed' : name;
}

function changing(shown: string): UserError {
  return new UserError(
    `${shown} was changed while it was read.`,
    'Wait until nothing writes to it, then run the same command again.',
  );
}

/** A copy that is on disk under a passing name, with what was seen while it was made. */
interface Draft {
  readonly file: string;
  readonly sha256: string;
  readonly size: number;
  /** Whether all of it is UTF-8 without control characters. */
  readonly isText: boolean;
}

async function writeDraft(
  { handle, size }: OpenedFile,
  path: string,
  folder: string,
): Promise<Draft> {
  const shown = visibleLine(path);
  const file = draftIn(folder);
  const hash = startSha256();
  const text = watchText();
  let copied = 0;
  try {
    await makeFolder(folder);
    await sweepDrafts(folder);
    const draft = await open(file, 'wx');
    try {
      // One byte more than there was: a file that grows is seen to.
      for await (const chunk of chunksOf(handle, size + 1)) {
        copied += chunk.length;
        if (copied > size) break;
        hash.update(chunk);
        text.look(chunk);
        await draft.writeFile(chunk);
      }
      if (copied !== size) throw changing(shown);
      await draft.sync();
    } finally {
      await draft.close();
    }
    return { file, sha256: hash.digest('hex'), size, isText: text.isText() };
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    if (error instanceof UserError) throw error;
    const isReading = error instanceof Error && 'syscall' in error && error.syscall === 'read';
    throw isReading ? cannotRead(shown, error) : notKept(shown, folder, error);
  }
}

function notKept(shown: string, folder: string, error: unknown): UserError {
  return new UserError(
    `${shown} was not copied to ${visibleLine(folder)}: ${whyNotWritten(error)}.`,
    'Make room there or choose another place, then run the same command again.',
  );
}

/** The first bytes of a file, at most `most`, in pieces. */
async function* chunksOf(handle: FileHandle, most: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < most;) {
    const buffer = Buffer.allocUnsafe(Math.min(CHUNK, most - at));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

/** Gives a draft its name. The folder is told to remember it: the database is about to. */
async function moveInto(draft: string, folder: string, evidence: Evidence): Promise<void> {
  try {
    await rename(draft, join(folder, evidenceFile(evidence)));
  } catch (error) {
    throw notKept(visibleLine(evidence.name), folder, error);
  }
  // Windows has no such thing, and needs none.
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
