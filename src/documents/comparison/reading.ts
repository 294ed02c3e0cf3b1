import { stepName } from '../../core/checklist/naming.js';
import type { Estimate } from '../../core/score/uncertainty.js';
import { detectableFrom } from '../../core/score/uncertainty.js';
import { fine, fold, heading, list, paragraph, strong, table } from '../blocks.js';
import type { Block, Row, Text } from '../tree.js';
import { CHANGE_RULES, OWN_REPORTS } from '../words/uncertainty.js';
import { auditLine } from '../audit/frame.js';
import type { ComparisonView } from './view.js';

/** The change that a reader of a comparison asks for, in shares. */
const GOAL = 0.05;

/** How to read a comparison, what it could have shown, and what vouches for it. */
export function readingSection(view: ComparisonView): Block[] {
  return [
    heading('How it was compared', 'method', 'How it was compared'),
    fold('What these check-ups could have shown', detectable(view)),
    fold('The rules and the seals', [
      ...list([
        'As published: the two scores as their own reports state them, each by its own checklist, weights and coverage.',
        'Like for like: only items that both check-ups scored by the same definition, both quarters under the later checklist’s weights and before any hold. A difference here was done, not defined; it decides what is called a clear change.',
        'An item whose thresholds, levels, checks or standards changed is redefined; one whose applicability or checking changed has no rise or fall. None of these counts as a gain or a loss.',
        'A published difference is taken apart in this order, all but the last before any hold: what was done, like for like; what the items of one definition that only one check-up scored add to that, by applicability and checking; what then remains, by the checklist; and what the holds take from the later score less what they took from the earlier one. Where nothing can be compared on one of these levels, its part falls to the next.',
        OWN_REPORTS,
        ...CHANGE_RULES,
        'What an item’s change did to the overall score: the later score less what it would be had this item alone stayed at its earlier score, by the later checklist, held steps included. Such effects don’t simply add up to the change.',
        'Differences are taken before rounding; where whole numbers would contradict each other, decimals are shown. Parts of a sum are rounded by largest remainder, so that they add up as printed.',
      ]),
      paragraph(strong('Seals.')),
      ...list([auditLine(view.previous.audit), auditLine(view.audit)]),
    ]),
  ];
}

/** The smallest change that could have shown, and how many more records would show five points. */
function detectable({ result, previous }: ComparisonView): Block[] {
  const estimateIn = (of: typeof result, id: string): Estimate | null =>
    of.steps.find(({ step }) => step.id === id)?.estimate ?? null;
  const rows = [
    row(strong('Overall'), previous.result.estimate, result.estimate),
    ...previous.comparison.steps.map(({ step }) =>
      row(stepName(step), estimateIn(previous.result, step.id), estimateIn(result, step.id)),
    ),
  ].flat();
  return rows.length === 0
    ? [paragraph('Nothing was scored both times.')]
    : [
        fine(
          'A true change of this size would have been found in four cases of five; a smaller one may be there and not show. The last column says how many times the records of both check-ups it would have taken for one of five points.',
        ),
        ...table(
          'The change that is found in four cases of five',
          [
            { title: 'Step', role: 'name' },
            { title: 'Smallest change', role: 'number' },
            { title: 'Records for 5 points', role: 'number' },
          ],
          rows,
        ),
      ];
}

function row(name: Text, then: Estimate | null, now: Estimate | null): Row[] {
  if (then === null || now === null) return [];
  const { change, factor } = detectableFrom(then, now, GOAL);
  return [
    {
      cells: [
        name,
        change === 0 ? 'any' : (change * 100).toFixed(1),
        factor === 1 ? 'as many' : `${factor.toFixed(1)} ×`,
      ],
    },
  ];
}
