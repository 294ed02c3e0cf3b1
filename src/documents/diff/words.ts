import type { ChecklistDiff } from '../../core/compare/checklist-diff.js';
import { count } from '../../core/words/numbers.js';
import { paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';

/** How many items stay comparable, as a sentence without its full stop. */
export function countWords({ comparable: { core, full } }: ChecklistDiff): string {
  const kept = `${String(full.items)} of ${count(full.of, 'item')} ${full.of === 1 ? 'stays' : 'stay'} comparable`;
  return `${kept}, ${String(core.items)} of ${String(core.of)} in the core`;
}

/** What the version should have become, where it hasn't. */
export function versionAdvice({ from, to, versionShould }: ChecklistDiff): Block[] {
  const [before, now] = [String(from.version), String(to.version)];
  if (versionShould === null) return [];
  if (versionShould === 'stay') {
    return [
      paragraph(strong(`Keep version ${before}: nothing has changed, and it is ${now} now.`)),
    ];
  }
  const is = before === now ? `still ${now}` : `${now} after ${before}`;
  return [paragraph(strong(`Raise the version: something has changed, and it is ${is}.`))];
}

/** One of the two, and where it is from. */
export function checklistName({ id, version }: ChecklistDiff['from'], source: string): string {
  return `${id}, version ${String(version)} (${source})`;
}
