import { PAGE_BREAK, code, heading, list, paragraph, strong, tag } from '../blocks.js';
import type { Block, Entry, Tree } from '../tree.js';
import type { FormItem, FormSection } from './items.js';
import { formSections } from './items.js';
import type { FormView } from './view.js';
import { EXCEPTIONS, HOW_TO_FILL_IN, NOTE_LINES, headFields, scopeLine } from './words.js';

/** The blank check-up, to be filled in by hand. */
export function document(view: FormView): Tree {
  const { title } = view.checklist;
  const known = [view.dealership, view.quarter].filter((each) => each !== null).join(' · ');
  const running = known === '' ? title : `${title} · ${known}`;
  return {
    kind: 'Form to fill in',
    subject: known,
    title: running,
    headline: title,
    blocks: [
      paragraph(scopeLine(view)),
      { block: 'blanks', entries: headFields(view) },
      ...list(HOW_TO_FILL_IN),
      ...view.draws
        .filter((draw) => draw.item === null)
        .map((draw) => paragraph(strong(`Drawn from ${draw.file}:`), ` ${draw.refs.join(', ')}`)),
      ...formSections(view).flatMap((each, index) => section(each, index, view)),
    ],
    foot: [],
    running,
  };
}

/** A step; or a department, which begins a sheet of its own, to be handed to whoever goes there. */
function section({ title, asks, items }: FormSection, index: number, view: FormView): Block[] {
  return [
    ...(view.order === 'department' && index > 0 ? [PAGE_BREAK] : []),
    heading(title),
    ...(asks === '' ? [] : [paragraph(asks)]),
    ...items.map(entry),
  ];
}

function entry(item: FormItem): Entry {
  const { words, fields, hasNote } = item.room;
  return {
    block: 'entry',
    number: item.number,
    question: item.ask,
    marks: [code(item.id), ...(item.isCritical ? [tag('Must not fail', true)] : []), ...item.marks],
    guidance: item.guidance.map(([title, text]) => ({ title, text })),
    words,
    fields,
    exceptions: EXCEPTIONS,
    noteLines: hasNote ? NOTE_LINES : 0,
  };
}
