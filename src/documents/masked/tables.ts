import type { MaskedFigure } from '../../core/compare/masked.js';
import { printScore } from '../../core/score/print.js';
import type { DataTable } from '../tree.js';
import { nameOfStep } from '../words/group.js';
import { score } from '../words/figures.js';
import type { MaskedView } from './view.js';
import { ownPlace } from './words.js';

/** Its own figures among those of the others, a row for the whole and for each step. */
export function maskedTables({ comparison, checklist }: MaskedView): DataTable[] {
  const printed = (share: number | undefined): number | null =>
    share === undefined ? null : Number(printScore(share));
  const row = (
    id: string | null,
    name: string,
    figure: MaskedFigure,
  ): DataTable['rows'][number] => [
    id,
    name,
    score(figure.share),
    figure.capped,
    ownPlace(figure),
    figure.rank?.of ?? null,
    printed(figure.quartiles?.lower),
    printed(figure.quartiles?.median),
    printed(figure.quartiles?.upper),
  ];
  return [
    {
      name: 'figures',
      columns: ['step', 'name', 'score', 'held', 'place', 'of', 'lower', 'middle', 'upper'],
      rows: [
        row(null, 'Overall', comparison.overall),
        ...comparison.steps.map((step) => row(step.id, nameOfStep(step, checklist), step)),
      ],
    },
  ];
}
