import type { DocumentKind } from '../../src/documents/document.js';
import { printable } from '../../src/documents/document.js';
import type { Format } from '../../src/formats/format.js';
import { TOOLS } from '../formats/tools.js';

/** What a format makes of a document, where that is one text, made at once. */
export function printed<View>(format: Format, kind: DocumentKind<View>, view: View): string {
  const files = format.print(printable(kind, view), TOOLS);
  if (files instanceof Promise) throw new Error(`${format.name} takes its time`);
  const [file] = files;
  if (files.length !== 1 || typeof file?.content !== 'string') {
    throw new Error(`${format.name} made ${String(files.length)} files, or bytes`);
  }
  return file.content;
}
