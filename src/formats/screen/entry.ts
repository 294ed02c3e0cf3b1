import type { Blanks, Entry } from '../../documents/tree.js';
import { wrap } from '../layout.js';
import type { Canvas } from './canvas.js';
import { inline, oneLine } from './inline.js';

/** What is known, each behind its title, and what is to be filled in. */
export function blanksText({ entries }: Blanks, canvas: Canvas): string {
  return entries
    .map(({ title, value }) => wrap(oneLine(`${title}: ${value ?? '____'}`, canvas), canvas.width))
    .join('\n');
}

/** The question and what helps to answer it. A screen has no room to write on: the walk asks there. */
export function entryText(entry: Entry, canvas: Canvas): string {
  const { number, question, marks, guidance } = entry;
  const lead = `${String(number)}. `;
  const help = guidance.map(({ title, text }) => `${title}: ${text}`);
  return [
    wrap(canvas.style.strong(inline(question, canvas).trim()), canvas.width, lead),
    canvas.style.faint(wrap(marks.map((mark) => oneLine(mark, canvas)).join(' · '), canvas.width)),
    ...help.map((text) => wrap(oneLine(text, canvas), canvas.width)),
  ].join('\n');
}
