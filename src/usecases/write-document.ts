import { join } from 'node:path';
import type { Printable } from '../documents/tree.js';
import type { Format, PrintedFile, Tools } from '../formats/format.js';
import { html } from '../formats/html/html.js';
import { writeWhole } from '../files/report-files.js';
import type { Destination } from './destination.js';

/** A document with the name of its files, without ending. */
export interface NamedDocument {
  readonly name: string;
  readonly document: Printable;
}

/**
 * Writes a document in some formats, or prints it where it goes to whoever reads along.
 *
 * Every format is printed before the first file is written, but for what somebody else prints: where
 * the browser prints no PDF, the page it would have printed stands there and the error says so.
 *
 * @returns the files written; none where it was printed.
 * @throws UserError when a file can't be written, or no PDF comes out.
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
  const written: string[] = [];
  const write = async (format: Format, { part, content }: PrintedFile): Promise<void> => {
    const file = join(to.folder, `${name}${part === '' ? '' : `-${part}`}.${format.name}`);
    await writeWhole(file, content);
    written.push(file);
  };
  // Texts first: a browser that fails leaves them there.
  for (const format of formats.filter(({ isText }) => isText)) {
    for (const file of await format.print(document, tools)) await write(format, file);
  }
  for (const format of formats.filter(({ isText }) => !isText)) {
    try {
      for (const file of await format.print(document, tools)) await write(format, file);
    } catch (error) {
      if (!formats.includes(html)) {
        for (const file of await html.print(document, tools)) await write(html, file);
      }
      throw error;
    }
  }
  return written;
}
