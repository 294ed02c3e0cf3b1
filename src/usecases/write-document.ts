import { join } from 'node:path';
import type { Printable } from '../documents/tree.js';
import { UserError } from '../core/errors.js';
import { holdsOther, writeWhole } from '../files/report-files.js';
import type { Format, Tools } from '../formats/format.js';
import type { Destination } from './destination.js';
import { CHECKUP } from '../core/words/program.js';

/** A document with the name of its files, without ending. */
export interface NamedDocument {
  readonly name: string;
  readonly document: Printable;
}

/** A file that is to be written. */
interface PlannedFile {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes a document in some formats, each file whole or not at all; or prints it where it goes to
 * whoever reads along.
 *
 * All texts are printed before the first is written: one that fails leaves everything as it was.
 * What somebody else prints comes last: where that fails, what is to stand instead does, such as the
 * page where the browser prints no PDF; so does every other file, and the first error says why.
 *
 * @returns the files written; none where it was printed.
 * @throws UserError when a file can't be written, or no PDF comes out; before anything is written
 *   where a file that people fill in is there already, and holds more than an empty form.
 */
export async function writeDocument(
  to: Destination,
  formats: readonly Format[],
  { name, document }: NamedDocument,
  tools: Tools,
): Promise<string[]> {
  if ('print' in to) {
    for (const format of formats) {
      for (const { content } of await format.print(document, tools)) {
        // Only formats of one text go to standard output: `--format` sees to it.
        if (typeof content === 'string') to.print(content);
      }
    }
    return [];
  }
  const plan = async (format: Format): Promise<PlannedFile[]> =>
    (await format.print(document, tools)).map(({ part, content }) => ({
      file: join(to.folder, `${name}${part === '' ? '' : `-${part}`}.${format.name}`),
      content,
    }));
  const [texts, others] = [formats.filter(isText), formats.filter((one) => !isText(one))];
  const planned: PlannedFile[] = [];
  for (const format of texts) {
    const files = await plan(format);
    if (format.isFilledIn === true) {
      for (const { file, content } of files) await refuseFilledIn(file, content, to.short);
    }
    planned.push(...files);
  }
  const written = await writeAll(to, planned);
  const failures: unknown[] = [];
  const isWritten = async (format: Format): Promise<boolean> => {
    try {
      written.push(...(await writeAll(to, await plan(format))));
      return true;
    } catch (error) {
      failures.push(error);
      return false;
    }
  };
  for (const format of others) {
    if (await isWritten(format)) continue;
    const { instead } = format;
    if (instead !== undefined && !formats.includes(instead)) await isWritten(instead);
  }
  // What went wrong first is the reason; a page that couldn't be written either is none.
  if (failures.length > 0) throw failures[0];
  return written;
}

function isText(format: Format): boolean {
  return format.isText;
}

async function writeAll(
  { wrote }: Extract<Destination, { folder: string }>,
  planned: readonly PlannedFile[],
): Promise<string[]> {
  for (const { file, content } of planned) {
    await writeWhole(file, content);
    wrote(file);
  }
  return planned.map(({ file }) => file);
}

/** Refuses to write over a file that somebody may have filled in. */
async function refuseFilledIn(
  file: string,
  content: string | Uint8Array,
  short: (path: string) => string,
): Promise<void> {
  if (!(await holdsOther(file, content))) return;
  // It reads YAML, which reports have no use for.
  const { isBlankAnswersFile } = await import('../files/answers-files.js');
  if (await isBlankAnswersFile(file)) return;
  throw new UserError(
    `${short(file)} is there already and may be filled in; nothing was written.`,
    `Take its answers in with ${CHECKUP} audit --answers, or move it away; or leave its format out with --format.`,
  );
}
