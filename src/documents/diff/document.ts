import { heading, paragraph } from '../blocks.js';
import type { Block, Tree } from '../tree.js';
import { changes } from './changes.js';
import type { DiffView } from './view.js';
import { checklistName, countWords, versionAdvice } from './words.js';

/** What keeps and what breaks comparability between two checklists. */
export function document(view: DiffView): Tree {
  const { from, to } = view.diff;
  const title = `${from.id} ${String(from.version)} and ${to.id} ${String(to.version)}`;
  return {
    kind: 'Two checklists compared',
    subject: title,
    title: `Checklists compared: ${title}`,
    headline: countWords(view.diff),
    blocks: blocks(view),
    foot: [],
    running: title,
  };
}

/** What breaks first, then what keeps. */
export function blocks({ diff, sources }: DiffView): Block[] {
  return [
    paragraph(`From ${checklistName(diff.from, sources.from)}`),
    paragraph(`To ${checklistName(diff.to, sources.to)}`),
    ...titled('Breaks comparability', changes(diff, true)),
    ...titled('Keeps comparability', changes(diff, false)),
    ...versionAdvice(diff),
  ];
}

function titled(title: string, below: readonly Block[]): Block[] {
  return below.length === 0 ? [] : [heading(title), ...below];
}
