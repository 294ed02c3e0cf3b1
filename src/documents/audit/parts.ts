import { stepName } from '../../core/checklist/naming.js';
import type { Compared, Parts } from '../../core/compare/compare.js';
import { printDifferenceRange } from '../../core/score/print.js';
import { roundedParts } from '../../core/score/rounding.js';
import { SAME_SHARE } from '../../core/score/uncertainty.js';
import { count } from '../../core/words/numbers.js';
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

/** The overall difference in its parts, in one line; nothing where all of it was done. */
export function partsRows({ comparison: { parts, published, comparable } }: Previous): Block[] {
  if (parts === null || published.change === null) return [];
  const rest = Math.abs(parts.applicability) + Math.abs(parts.checklist);
  if (rest < 0.0005) return [];
  const total = tenths(published.change.difference);
  const [done, applicability, checklist] = splitOf(parts, total).map(points);
  return [
    fine(
      `${points(total)} is ${done ?? ''} done (${count(comparable, 'item')}), ${applicability ?? ''} by what was checked or applied, ${checklist ?? ''} by the checklist or what is held.`,
    ),
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
  const total = tenths(published.change.difference);
  return { cells: [name, points(total), ...splitOf(parts, total).map(points), ...ending] };
}

/** The three parts in points, rounded so that they add up to the total as printed. */
function splitOf({ done, applicability, checklist }: Parts, total: number): number[] {
  return roundedParts(
    [done, applicability, checklist].map((part) => part * 100),
    total,
    0.1,
  );
}

function tenths(difference: number): number {
  return Math.round(difference * 1000) / 10;
}

function points(value: number): string {
  const text = Math.abs(value).toFixed(1);
  return `${value < 0 && Number(text) !== 0 ? '−' : '+'}${text}`;
}
