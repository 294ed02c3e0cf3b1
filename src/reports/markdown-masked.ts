import type { Band } from '../core/checklist/checklist.js';
import type { MaskedFigure } from '../core/compare/masked.js';
import { FEWEST_MASKED } from '../core/compare/masked.js';
import { printScore } from '../core/score/print.js';
import type { MaskedView } from './group-view.js';
import { REDEFINED, changeText, coverageText, intervalText, rangeText } from './group-words.js';
import {
  CAPPED,
  frameLines,
  groupName,
  placeRules,
  sealNote,
  stepText,
} from './markdown-group-frame.js';
import { blocks, bullets, inline, mdTable } from './markdown-text.js';

/** One dealership among others who stay unnamed. */
export function maskedMarkdown(view: MaskedView): string {
  const { comparison, checklist, quarter } = view;
  const { overall, steps } = comparison;
  const { bands } = checklist;
  const figures = [{ title: '**Overall**', figure: overall }].concat(
    steps.map((step) => ({ title: inline(step.title), figure: step })),
  );
  return blocks([
    `# ${inline(comparison.name)} among the others, ${quarter}`,
    sealNote(view.seals),
    bullets([
      `${groupName(view)}. ${frameLines(view).join(' ')}`,
      `Score ${printScore(overall.share, bands)}, 95 % interval ${intervalText(comparison, bands)}, coverage ${coverageText(comparison)}${changeWords(view)}.`,
    ]),
    mdTable(
      [
        { title: '' },
        { title: 'Score', align: 'r' },
        { title: 'Place', align: 'r' },
        { title: 'Could be', align: 'r' },
        { title: 'Middle half', align: 'r' },
        { title: 'Median', align: 'r' },
      ],
      figures.map(({ title, figure }) => [title, ...cells(figure, bands)]),
    ),
    steps.some(({ capped }) => capped) ? CAPPED : null,
    '## The others, without names',
    bullets(figures.map(({ title, figure }) => `${title}: ${othersText(figure)}`)),
    blocks(['## How to read this', bullets([...placeRules(), ...maskRules()])]).trimEnd(),
  ]);
}

function changeWords({ comparison: { change }, checklist, before }: MaskedView): string {
  if (change === null) return '';
  const why = change.redefined ? ` (${REDEFINED})` : '';
  return `; change since ${before}: ${changeText(change, checklist.bands)}${why}`;
}

function cells(figure: MaskedFigure, bands: readonly Band[]): string[] {
  const { rank, quartiles } = figure;
  return [
    stepText(figure, bands),
    rank === null ? '–' : `${String(rank.place)} of ${String(rank.of)}`,
    rangeText(rank),
    quartiles === null ? '–' : `${printScore(quartiles.lower)}–${printScore(quartiles.upper)}`,
    quartiles === null ? '–' : printScore(quartiles.median),
  ];
}

function othersText({ others }: MaskedFigure): string {
  return others === null
    ? `not shown, fewer than ${String(FEWEST_MASKED)} have a score`
    : others.map((share) => printScore(share)).join(', ');
}

function maskRules(): string[] {
  return [
    'The others’ scores are whole numbers and stand highest first, in each line for itself: the first of one line and the first of another need not be the same dealership.',
    'A “?” marks a change that chance alone may explain. The middle half lies between the first and the third quartile of all, this dealership included.',
  ];
}
