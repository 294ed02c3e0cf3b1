import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { editorSchema } from '../core/checklist/editor-schema.js';
import { UserError } from '../core/errors.js';
import { check } from '../core/schema/issues.js';
import { slugSchema } from '../core/schema/strict.js';
import { printJson } from '../core/text.js';
import { readChecklistFiles, requireChecklist } from '../files/checklist-files.js';
import { systemCode } from '../files/read-text.js';
import { writeWhole } from '../files/report-files.js';
import type { ChecklistPlaces } from './find-checklist.js';
import { locateChecklist } from './find-checklist.js';

const SCHEMA_FILE = 'checklist.schema.json';

/** A checklist that was copied. */
export interface CopiedChecklist {
  /** Of the one it was copied from. */
  readonly id: string;
  /** Every file that was written. */
  readonly files: readonly string[];
}

/**
 * Copies a checklist as a start for one of one's own, with the schema that editors use.
 *
 * @param wanted the one to copy, as it was named.
 * @param to an absolute path.
 * @param short how a path is called in messages.
 * @throws UserError when something is there already.
 */
export async function copyChecklist(
  places: ChecklistPlaces,
  wanted: string,
  to: string,
  short: (path: string) => string,
): Promise<CopiedChecklist> {
  const from = await locateChecklist(places, wanted);
  const { id } = await requireChecklist(from);
  if (await isOccupied(to)) {
    throw new UserError(
      `${short(to)} is there already and not empty.`,
      'Give the name of a new folder; nothing was overwritten.',
    );
  }
  const files = await readChecklistFiles(from);
  const name = basename(to);
  for (const [file, text] of files) {
    const own = text
      // The first line of each file points an editor to the schema, which comes along.
      .replace(`../${SCHEMA_FILE}`, `./${SCHEMA_FILE}`)
      // A checklist of one's own needs an id of its own, or audits by both would be compared.
      .replace(`\nid: ${id}\n`, check(slugSchema(), name).ok ? `\nid: ${name}\n` : `\nid: ${id}\n`);
    await writeWhole(join(to, file), own);
  }
  await writeWhole(join(to, SCHEMA_FILE), printJson(editorSchema()));
  return { id, files: [...files.keys(), SCHEMA_FILE].map((file) => join(to, file)) };
}

async function isOccupied(path: string): Promise<boolean> {
  try {
    return (await readdir(path)).length > 0;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    return true;
  }
}
