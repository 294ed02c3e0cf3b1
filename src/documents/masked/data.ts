import type { MaskedFigure } from '../../core/compare/masked.js';
import { printScore } from '../../core/score/print.js';
import { isThin } from '../../core/score/limits.js';
import { change, frame, interval, named, quartiles } from '../words/json-group.js';
import { nameOfStep } from '../words/group.js';
import { score } from '../words/figures.js';
import { headline } from './document.js';
import type { MaskedView } from './view.js';
import { besideMiddle, ownPlace } from './words.js';

/**
 * One dealership among others who stay unnamed, for other programs. Its own figures are unrounded;
 * the others' are whole numbers, because with decimals it could be worked out which scores in the
 * steps make up which overall score.
 */
export function maskedData(view: MaskedView): object {
  const { comparison, checklist, seal } = view;
  return {
    format: 'checkup-masked',
    // 3: places by the corrected order, the change like for like.
    formatVersion: 3,
    headline: headline(view),
    ...frame(view),
    seals: seals(view),
    ...named(comparison),
    seal,
    interval: interval(comparison),
    coverage: comparison.coverage,
    auditors: comparison.auditors,
    othersByOthers: comparison.othersByOthers,
    thin: isThin(comparison),
    change: change(comparison.change),
    overall: figure(comparison.overall),
    steps: comparison.steps.map((step) => ({
      id: step.id,
      name: nameOfStep(step, checklist),
      title: step.title,
      ...figure(step),
    })),
  };
}

/** Whether its own seal holds, and all of the others': null where nobody looked. */
function seals({ seals: { checked, broken }, comparison: { name } }: MaskedView): object {
  return {
    checked,
    ownHolds: checked ? !broken.includes(name) : null,
    othersHold: checked ? broken.every((one) => one === name) : null,
  };
}

function figure(of: MaskedFigure): object {
  const { share, rank, capped, others, quartiles: spread } = of;
  const printed = (one: number): number => Number(printScore(one));
  return {
    score: score(share),
    rank,
    place: ownPlace(of),
    besideMiddle: besideMiddle(of),
    capped,
    others: others?.map(printed) ?? null,
    quartiles: quartiles(spread, printed),
  };
}
