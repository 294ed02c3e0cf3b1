import { join } from 'node:path';
import type { Printable } from '../documents/tree.js';
import { writeWhole } from '../files/report-files.js';
import type { Format, PrintedFile, Tools } from '../formats/format.js';
import type { Destination } from './destination.js';
import { refuseFilledIn } from './write-reports.js';

/** A file that is to be written. */
interface PlannedFile {
  readonly file: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes a document in some formats, each file whole or not at all. All of them are printed before
 * the first is written: a format that fails leaves everything as it was.
 *
 * @param name file name without ending.
 * @returns the files written, in the order of the formats; none where it went to a reader.
 * @throws UserError before anything is written where a file that people fill in is there already,
 *   and holds more than an empty form.
 */
export async function writeDocument(
  to: Destination,
  formats: readonly Format[],
  name: string,
  document: Printable,
  tools: Tools,
): Promise<string[]> {
  if ('print' in to) {
    for (const format of formats) {
      for (const { content } of await format.print(document, tools)) to.print(textOf(content));
    }
    return [];
  }
  const planned: PlannedFile[] = [];
  for (const format of formats) {
    for (const printed of await format.print(document, tools)) {
      const file = join(to.folder, fileName(name, printed, format));
      const { content } = printed;
      if (format.isFilledIn === true) await refuseFilledIn(file, content, to.short);
      planned.push({ file, content });
    }
  }
  for (const { file, content } of planned) await writeWhole(file, content);
  return planned.map(({ file }) => file);
}

/** `2026-Q3-quarterly-checkup.md`; with a part, `2026-Q3-quarterly-checkup-items.csv`. */
function fileName(name: string, { part }: PrintedFile, format: Format): string {
  return `${name}${part === '' ? '' : `-${part}`}.${format.name}`;
}

/** Whoever chose the formats kept those of bytes away from readers. */
function textOf(content: string | Uint8Array): string {
  if (typeof content === 'string') return content;
  throw new TypeError('bytes cannot be printed for a reader');
}
