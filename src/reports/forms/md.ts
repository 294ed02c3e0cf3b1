import type { Widget } from '../../core/checklist/kinds/widget.js';
import { blocks, bullets, inline, mdTable } from '../markdown-text.js';
import type { Drawn, FormItem, FormSection } from './form-items.js';
import { formSections } from './form-items.js';
import type { FormFormat, FormView } from './form-view.js';
import {
  HOW_TO_FILL_IN,
  LINES,
  caseRefs,
  chunks,
  headFields,
  howMany,
  isScale,
  roomWords,
  scopeLine,
} from './form-words.js';

// Runs of underscores stand apart from words, where Markdown takes them for nothing else.
const SHORT = '_'.repeat(6);
const LONG = '_'.repeat(60);
const BOX = '☐';
/** More columns than this are no longer a table that one can read. */
const MOST_STANDARDS = 12;

/** The form in Markdown, to print from whatever shows it or to keep beside the notes. */
export const markdownForm: FormFormat = {
  name: 'md',
  summary: 'Markdown',
  isFilledIn: false,
  form,
};

function form(view: FormView): string {
  return blocks([
    `# ${inline(view.checklist.title)}`,
    inline(scopeLine(view)),
    headFields(view)
      .map(([title, value]) => `**${title}:** ${value === null ? LONG : inline(value)}`)
      .join('\n\n'),
    bullets(HOW_TO_FILL_IN.map(inline)),
    ...view.draws
      .filter((draw) => draw.item === null)
      .map((draw) => `**Drawn from ${inline(draw.file)}:** ${draw.refs.map(inline).join(', ')}`),
    ...formSections(view).map(section),
  ]);
}

function section({ title, asks, items }: FormSection): string {
  return blocks([
    `## ${inline(title)}`,
    asks === '' ? null : inline(asks),
    ...items.map(itemBlock),
  ]).trimEnd();
}

function itemBlock(item: FormItem): string {
  const marks = [
    `\`${item.id}\``,
    ...(item.isCritical ? ['**CRITICAL**'] : []),
    ...item.marks.map(inline),
  ];
  const words = roomWords(item.widget, item.drawn);
  return blocks([
    `### ${String(item.number)}\\. ${inline(item.ask)}`,
    marks.join(' · '),
    item.guidance.map(([title, text]) => `**${title}:** ${inline(text)}`).join('\n\n'),
    words === '' ? null : `**${inline(words)}**`,
    room(item.widget, item.drawn),
    bullets([`[ ] Not applicable, because ${LONG}`, `[ ] Not checked, because ${LONG}`]),
    item.widget.widget === 'text' ? null : `Note: ${lines(LINES.note)}`,
  ]).trimEnd();
}

/** Lines to write on. A line of underscores alone is drawn as a rule, which is a line too. */
function lines(number: number): string {
  return Array.from({ length: number }, () => LONG).join('\n\n');
}

function room(widget: Widget, drawn: Drawn): string {
  switch (widget.widget) {
    case 'keys':
      return bullets(
        widget.keys.map(({ key, label }) =>
          isScale(widget.keys) ? `[ ] **${key}** ${inline(label)}` : `[ ] ${inline(label)}`,
        ),
      );
    case 'count':
      return blocks([
        drawn.refs.length === 0
          ? null
          : bullets(drawn.refs.map((ref) => `[ ] ${inline(ref)} passed`)),
        `**Look at ${howMany(widget.of, drawn)} ${inline(widget.unit)}.** Passed: ${SHORT} of ${SHORT} (from ${String(drawn.from ?? SHORT)} in all)`,
      ]).trimEnd();
    case 'number':
      return `Measured: ${SHORT} ${inline(widget.unit)}`;
    case 'ticks':
      return mdTable(
        [{ title: 'Check' }, { title: 'Pass' }, { title: 'Fail' }, { title: 'Does not apply' }],
        widget.options.map(({ text }) => [inline(text), BOX, BOX, BOX]),
      );
    case 'cases':
      return blocks([
        widget.standards
          .map(({ text }, index) => `${String(index + 1)}. ${inline(text)}`)
          .join('\n'),
        ...chunks([...widget.standards.keys()], MOST_STANDARDS).map((columns) =>
          mdTable(
            [
              { title: 'Case' },
              { title: 'Reference' },
              ...columns.map((index) => ({ title: String(index + 1) })),
            ],
            caseRefs(widget.draw, drawn).map((ref, index) => [
              String(index + 1),
              ref === '' ? '_'.repeat(16) : inline(ref),
              ...columns.map(() => BOX),
            ]),
          ),
        ),
        `From ${String(drawn.from ?? SHORT)} ${inline(widget.unit)} in all`,
      ]).trimEnd();
    case 'text':
      return lines(LINES.remark);
  }
}
