import stringWidth from 'fast-string-width';
import type { Widget } from '../../core/checklist/kinds/kind.js';
import { printJson, visibleLine } from '../../core/text.js';
import type { Drawn, FormItem } from './form-items.js';
import { formSections } from './form-items.js';
import type { FormFormat, FormView } from './form-view.js';
import { howMany, isScale, scopeLine } from './form-words.js';

const WIDTH = 96;

/** The answers file, empty: each question as a comment above the key for its answer. */
export const yamlForm: FormFormat = {
  name: 'yaml',
  summary: 'an answers file to fill in, for checkup audit --answers',
  isFilledIn: true,
  form,
};

function form(view: FormView): string {
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
    '',
  ];
}

function entry(item: FormItem): string {
  const marks = [...(item.isCritical ? ['CRITICAL'] : []), ...item.marks].join(' · ');
  return [
    '',
    comment(`${String(item.number)}. ${item.ask}`),
    comment(marks),
    ...answerLines(item.widget, item.drawn),
    ...item.guidance.map(([title, text]) => comment(`${title}: ${text}`)),
    `  ${item.id}:`,
  ].join('\n');
}

/** How the answer is written, and what it may name. */
function answerLines(widget: Widget, drawn: Drawn): string[] {
  switch (widget.widget) {
    case 'keys':
      return isScale(widget.keys)
        ? [
            comment(`Answer: ${widget.keys.map(({ answer }) => String(answer)).join(', ')}`),
            ...widget.keys.map(({ answer, label }) => option(String(answer), label)),
          ]
        : [comment(`Answer: ${widget.keys.map(({ answer }) => String(answer)).join(' or ')}`)];
    case 'count': {
      const of = drawn.refs.length === 0 ? widget.of : drawn.refs.length;
      const passed = Math.ceil(of * 0.8);
      const from = String(drawn.from ?? of * 4);
      return [
        comment(
          `Answer, for ${howMany(widget.of, drawn)} ${widget.unit} (from: how many there were in all, where known):`,
        ),
        example(`{ passed: ${String(passed)}, of: ${String(of)}, from: ${from} }`),
        ...drawn.refs.map((ref) => option('drawn', ref)),
      ];
    }
    case 'number':
      return [comment(`Answer: a number (${widget.unit}), such as:`), example('12.5')];
    case 'ticks': {
      const [first, ...others] = widget.options.map(({ id }) => id);
      const last = others.at(-1);
      const without = last === undefined ? '' : `, not-applicable-checks: [${last}]`;
      return [
        comment('Answer, the checks that pass and those that do not apply; the others fail:'),
        example(`{ checks: [${first ?? ''}]${without} }`),
        ...widget.options.map(({ id, text }) => option(id, text)),
      ];
    }
    case 'cases': {
      const lapse = widget.standards[0]?.id ?? '';
      const refs = drawn.refs.length > 0 ? drawn.refs : ['RO 10234', 'RO 10251'];
      const from = drawn.from === null ? '' : `, from: ${String(drawn.from)}`;
      return [
        comment(
          `Answer, for ${howMany(widget.draw, drawn)} ${widget.unit}, each with the standards it missed, such as ${lapse}:`,
        ),
        example('{ cases: ['),
        ...refs.map((ref) => example(`  { ref: ${quoted(ref)}, lapses: [] },`)),
        example(`]${from} }`),
        ...widget.standards.map(({ id, text }) => option(id, text)),
      ];
    }
    case 'text':
      return [comment('Answer: a text in quotes'), example('"What you saw"')];
  }
}

/** A line that may be taken as it stands, without its mark, for an answer. */
function example(text: string): string {
  return `  #>   ${text}`;
}

function option(id: string, text: string): string {
  return comment(`${id}: ${text}`, '  #    - ');
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
