import { stepName } from '../../core/checklist/naming.js';
import type { Compared } from '../../core/compare/compare.js';
import { printDifferenceRange } from '../../core/score/print.js';
import { roundedParts } from '../../core/score/rounding.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import { fine, fold, strong, table } from '../blocks.js';
import type { Block, Row, Text } from '../tree.js';
import type { Previous } from './view.js';

/** What the published differences are made of, overall and step by step; nothing without two scores. */
export function partsFold({ comparison }: Previous): Block[] {
  if (comparison.parts === null) return [];
  return [
    fold('What the change is made of', [
      fine(
        'Each published difference in three parts, which add up to it: what was done differently (items scored both times by the same definition, under the later weights, “like for like”); what changed in applicability or in what was checked; and what changed in the checklist, its weights, its scope, or in what a must-not-fail check holds.',
      ),
      ...table(
        'What the change is made of',
        [
          { title: 'Step', role: 'name' },
          { title: 'Published', role: 'number' },
          { title: 'Done', role: 'number' },
          { title: 'Applied or checked', role: 'number' },
          { title: 'Checklist', role: 'number' },
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

/** A row whose parts add up as printed. */
function partsRow(name: Text, { parts, published, likeForLike, comparable }: Compared): Row {
  const range = likeForLike.change;
  const isRange = range !== null && range.upper - range.lower > SAME_SHARE;
  const ending = [isRange ? printDifferenceRange(range) : '–', String(comparable)];
  if (parts === null || published.change === null) {
    return { cells: [name, '–', '–', '–', '–', ...ending] };
  }
  const total = Math.round(published.change.difference * 1000) / 10;
  const rounded = roundedParts(
    [parts.done, parts.applicability, parts.checklist].map((part) => part * 100),
    total,
    0.1,
  );
  return { cells: [name, points(total), ...rounded.map(points), ...ending] };
}

function points(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return `${value < 0 && Number(text) !== 0 ? '−' : '+'}${text}`;
}
