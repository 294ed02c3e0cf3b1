import { paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import { changes } from './changes.js';
import type { DiffView } from './view.js';
import { checklistName, versionAdvice } from './words.js';

/** What an author can do who didn't mean it, by what became of an item or a step. */
const CURES: Readonly<Record<string, string>> = {
  'item redefined':
    'Put back what was there; or, where it is to measure something else, give it a new id on purpose.',
  'item gone': 'Put it back where you still want it compared.',
  'step gone': 'Put it back where you still want it compared.',
  head: 'Keep the id for as long as the audits are to be compared.',
};

/** What breaks comparability, for the author of a checklist, with what to do about it. */
export function warning({ diff, sources }: DiffView): readonly Block[] {
  const broken = changes(diff, true, CURES);
  const earlier = checklistName(diff.from, sources.from);
  return [
    ...(broken.length === 0
      ? []
      : [paragraph(strong(`Breaks comparability with ${earlier}:`)), ...broken]),
    ...versionAdvice(diff),
  ];
}
