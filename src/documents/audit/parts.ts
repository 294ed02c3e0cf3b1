import { stepName } from '../../core/checklist/naming.js';
import type { Compared } from '../../core/compare/compare.js';
import { printDifferenceRange } from '../../core/score/print.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import { count } from '../../core/words/numbers.js';
import { fine, fold, strong, table } from '../blocks.js';
import type { Block, Row, Text } from '../tree.js';
import { printedParts } from '../words/changes.js';
import type { Previous } from './view.js';

/** What the published differences are made of, overall and step by step; nothing without two scores. */
export function partsFold({ comparison }: Previous): Block[] {
  if (comparison.parts === null) return [];
  return [
    fold('What the change is made of', [
      fine(
        'Each published difference in four parts, which add up to it: what was done differently (items scored both times by the same definition, under the later weights and before any hold: “like for like”); what changed in applicability or in what was checked; what changed in the checklist, its weights or its scope; and what holding steps takes off now, less what it took off then.',
      ),
      ...table(
        'What the change is made of',
        [
          { title: 'Step', role: 'name' },
          { title: 'Published', role: 'number' },
          { title: 'Done', role: 'number' },
          { title: 'Applied or checked', role: 'number' },
          { title: 'Checklist', role: 'number' },
          { title: 'Held', role: 'number' },
          { title: 'Done: may lie', role: 'number' },
          { title: 'Items', role: 'number' },
        ],
        [
          partsRow(strong('Overall'), comparison),
          ...comparison.steps.map((one) => partsRow(stepName(one.step), one)),
        ],
      ),
    ]),
  ];
}

/** The overall difference in its parts, in one line; nothing where all of it was done. */
export function partsRows({ comparison: { parts, published, comparable } }: Previous): Block[] {
  if (parts === null || published.difference === null) return [];
  if (Math.abs(parts.applicability) + Math.abs(parts.checklist) + Math.abs(parts.held) < 0.0005)
    return [];
  const printed = printedParts(parts, published);
  return [
    fine(
      `${printed.total} is ${printed.done} done (${count(comparable, 'item')}), ${printed.applicability} by what was checked or applied, ${printed.checklist} by the checklist, ${printed.held} by what failed checks hold.`,
    ),
  ];
}

/** A row whose parts add up as printed. */
function partsRow(name: Text, { parts, published, likeForLike, comparable }: Compared): Row {
  const range = likeForLike.change;
  const isRange = range !== null && range.upper - range.lower > SAME_SHARE;
  const ending = [isRange ? printDifferenceRange(range) : '–', String(comparable)];
  if (parts === null || published.difference === null) {
    return { cells: [name, '–', '–', '–', '–', '–', ...ending] };
  }
  const { total, done, applicability, checklist, held } = printedParts(parts, published);
  return { cells: [name, total, done, applicability, checklist, held, ...ending] };
}
