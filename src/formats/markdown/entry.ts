import type { Blanks, Entry, Field } from '../../documents/tree.js';
import { ON_LINE, line } from './inline.js';
import { alignedTable } from './table.js';
import { inline } from './text.js';

// Runs of underscores stand apart from words, where Markdown takes them for nothing else.
const SHORT = '_'.repeat(6);
const LONG = '_'.repeat(60);
const BOX = '☐';
/** More columns than this are no longer a table that one can read. */
const MOST_STANDARDS = 12;

/** Things to be filled in, each behind its title. */
export function blankParts({ entries }: Blanks): string[] {
  return entries.map(
    ({ title, value }) => `**${inline(title)}:** ${value === null ? LONG : inline(value)}`,
  );
}

/** What stands below the question: what is known of it, the room for the answer, exceptions, a note. */
export function entryParts(entry: Entry): string[] {
  const { noteLines } = entry;
  return [
    entry.marks.map((mark) => line(mark, ON_LINE).trim()).join(' · '),
    ...entry.guidance.map(({ title, text }) => `**${inline(title)}:** ${inline(text)}`),
    entry.words === '' ? '' : `**${inline(entry.words)}**`,
    ...entry.fields.flatMap(fieldParts),
    entry.exceptions.map((each) => `- [ ] ${inline(each)} ${LONG}`).join('\n'),
    ...(noteLines === 0 ? [] : [`Note: ${LONG}`, ...lines(noteLines - 1)]),
  ];
}

/** The question itself, on one line. */
export function question({ number, question }: Entry): string {
  return `${String(number)}\\. ${line(question, ON_LINE).trim()}`;
}

/** Lines to write on. A line of underscores alone is drawn as a rule, which is a line too. */
function lines(number: number): string[] {
  return Array.from({ length: number }, () => LONG);
}

function ticks(texts: readonly string[]): string {
  return texts.map((text) => `- [ ] ${text}`).join('\n');
}

function fieldParts(field: Field): string[] {
  switch (field.field) {
    case 'words':
      return [ticks(field.words.map(inline))];
    case 'choices':
      return [ticks(field.choices.map(({ key, text }) => `**${inline(key)}** ${inline(text)}`))];
    case 'ticks':
      return [inline(field.lead), ticks(field.texts.map(inline))];
    case 'line': {
      const lead = field.lead === '' ? '' : `**${inline(field.lead)}** `;
      return [lead + field.parts.map((part) => (part === null ? SHORT : inline(part))).join(' ')];
    }
    case 'boxes':
      return [
        alignedTable(
          [field.title, ...field.columns].map((title) => ({ title: inline(title) })),
          field.rows.map((text) => [inline(text), ...field.columns.map(() => BOX)]),
        ),
      ];
    case 'cases':
      return caseParts(field);
    case 'lines':
      return lines(field.lines);
  }
}

function caseParts({ refs, standards }: Extract<Field, { readonly field: 'cases' }>): string[] {
  const starts = standards.map((_, index) => index).filter((index) => index % MOST_STANDARDS === 0);
  return [
    standards.map((text, index) => `${String(index + 1)}. ${inline(text)}`).join('\n'),
    ...starts.map((start) => {
      const columns = standards
        .slice(start, start + MOST_STANDARDS)
        .map((_, index) => String(start + index + 1));
      return alignedTable(
        ['Case', 'Reference', ...columns].map((title) => ({ title })),
        refs.map((ref, index) => [
          String(index + 1),
          ref === '' ? '_'.repeat(16) : inline(ref),
          ...columns.map(() => BOX),
        ]),
      );
    }),
  ];
}
