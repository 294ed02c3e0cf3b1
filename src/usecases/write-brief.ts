import { join } from 'node:path';
import { brief } from '../documents/brief/index.js';
import type { BriefView } from '../documents/brief/view.js';
import { writeWhole } from '../files/report-files.js';
import { page } from '../formats/html/page.js';
import { printMarkdown } from '../formats/markdown/markdown.js';

/**
 * Writes a brief as a page and as plain text.
 *
 * @param folder an absolute path.
 * @returns the files written.
 */
export async function writeBrief(view: BriefView, folder: string): Promise<string[]> {
  const name = `${view.quarter}-${view.ahead.checklist.id}-brief`;
  const tree = brief.document(view);
  const files = [
    { file: join(folder, `${name}.html`), text: page(tree) },
    { file: join(folder, `${name}.md`), text: printMarkdown(tree) },
  ];
  for (const { file, text } of files) await writeWhole(file, text);
  return files.map(({ file }) => file);
}
