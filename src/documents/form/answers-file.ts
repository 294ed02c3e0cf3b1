import stringWidth from 'fast-string-width';
import type { NotationLine } from '../../core/checklist/kinds/room.js';
import { printJson, visibleLine } from '../../core/text.js';
import type { FormItem } from './items.js';
import { formSections } from './items.js';
import type { FormView } from './view.js';
import { scopeLine } from './words.js';

const WIDTH = 96;

/** The answers file, empty: each question as a comment above the key for its answer. */
export function blankAnswersFile(view: FormView): string {
  const sections = formSections(view).map((section) =>
    [
      '',
      comment('='.repeat(WIDTH - 4)),
      comment(section.title),
      ...(section.asks === '' ? [] : [comment(section.asks)]),
      comment('='.repeat(WIDTH - 4)),
      ...section.items.map(entry),
    ].join('\n'),
  );
  return `${[...head(view), ...(sections.length === 0 ? ['answers: {}'] : ['answers:', ...sections])].join('\n')}\n`;
}

function head(view: FormView): string[] {
  const given = view.checklistPath;
  const path =
    given === null ? '' : ` --checklist ${/^[\w./\\-]+$/.test(given) ? given : `"${given}"`}`;
  const key = (name: string, value: string | null): string =>
    value === null ? `${name}:` : `${name}: ${value}`;
  return [
    comment(view.checklist.title, '# '),
    comment(scopeLine(view), '# '),
    '#',
    comment('Write each answer behind its colon. What is left empty stays unanswered.', '# '),
    comment(
      'Lines that begin with #> show what an answer to the item below them looks like.',
      '# ',
    ),
    '#   culture-item: yes',
    '#   culture-item: { value: yes, note: "What a reader should know" }',
    '#   culture-item: { passed: 9, of: 12, note: "A note joins what is in braces" }',
    '#   culture-item: { not-applicable: "Why this dealership has no such thing" }',
    '#   culture-item: { not-checked: "Why nobody looked" }',
    '#',
    '# Take it in with:',
    `#   ${visibleLine(`checkup audit${path} --answers FILE`)}`,
    '',
    key('dealership', view.dealership === null ? null : quoted(view.dealership)),
    key('quarter', view.quarter),
    key('auditor', view.auditor === null ? null : quoted(view.auditor)),
    `scope: ${view.scope}`,
    `checklist: ${view.checklist.id}`,
    '# The day or days on which you look: 2026-09-14, or [2026-09-14, 2026-09-15]',
    'visited:',
    '',
  ];
}

function entry(item: FormItem): string {
  const marks = [...(item.isCritical ? ['MUST NOT FAIL'] : []), ...item.marks].join(' · ');
  return [
    '',
    comment(`${String(item.number)}. ${item.ask}`),
    comment(marks),
    ...item.notation.map(notationLine),
    ...item.guidance.map(([title, text]) => comment(`${title}: ${text}`)),
    `  ${item.id}:`,
  ].join('\n');
}

/** How the answer is written, and what it may name. */
function notationLine(one: NotationLine): string {
  switch (one.line) {
    case 'words':
      return comment(one.text);
    case 'example':
      // A line that may be taken as it stands, without its mark, for an answer.
      return `  #>   ${one.text}`;
    case 'option':
      return comment(`${one.id}: ${one.text}`, '  #    - ');
  }
}

/** A text as comment lines: nothing in it can end a line, so nothing in it is ever YAML. */
function comment(text: string, lead = '  # '): string {
  const rest = lead.replace('-', ' ');
  return wrap(visibleLine(text), WIDTH - lead.length)
    .map((line, index) => `${index === 0 ? lead : rest}${line}`)
    .join('\n');
}

/** A text as a YAML string in double quotes, every character in it kept. */
function quoted(text: string): string {
  return printJson(text).trim();
}

/** Breaks a line between words; a longer word stands alone and sticks out. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || stringWidth(`${last} ${word}`) > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
