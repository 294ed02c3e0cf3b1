import type { Tree } from '../../documents/tree.js';
import type { Format } from '../format.js';
import { blockParts, heading } from './blocks.js';
import { IN_HEADING, ON_LINE, inParagraph, line, wholeLine } from './inline.js';

/** A document as Markdown: the plain edition, which reads well as text too. */
export function printMarkdown({ kind, subject, headline, blocks, foot }: Tree): string {
  const head = [wholeLine(kind, ON_LINE), line(subject, ON_LINE).trim()];
  const parts = [
    heading(1, wholeLine(headline, IN_HEADING)),
    head.filter((part) => part !== '').join(' · '),
    ...blockParts(blocks, { level: 1, shift: 0 }),
    ...(foot.length === 0 ? [] : ['---']),
    ...foot.map((text) => wholeLine(text, inParagraph())),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Text that reads well anywhere, and better where Markdown is rendered. */
export const markdown: Format = {
  name: 'md',
  summary: 'Markdown: plain text, for whatever reads text',
  byDefault: true,
  isText: true,
  print: (document) => [{ part: '', content: printMarkdown(document.tree()) }],
};
