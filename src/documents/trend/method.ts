import type { Block } from '../tree.js';
import type { Trend } from '../../core/compare/trend.js';
import { SHORT } from '../../core/compare/persistent.js';
import { quarterName } from '../../core/quarter.js';
import { code, fold, list, strong, paragraph, table } from '../blocks.js';
import { CHANGE_RULES, OWN_REPORTS } from '../words/uncertainty.js';
import { USUAL_RULE } from '../words/usual.js';
import { ANEW, hasAnew } from './slots.js';
import type { TrendView } from './view.js';

/** What the like-for-like line is, for those who have to trust it. */
const LINE_RULE =
  'The like-for-like line ends at the last published score. Going back from there, each audit stands lower by the like-for-like change to the audit after it, or higher where that was a fall. A like-for-like change counts only items that both audits scored by the same definition, both under the later checklist’s steps and weights. So the line shows what was done, and goes on where the checklist or the scope changed, or where something was not applicable or not checked. It is a sum of changes and no score: it may differ from the published one, and leave 0 to 100.';

/** How every figure was made, and the seals of what it was made from. */
export function method(view: TrendView): Block {
  const { trend } = view;
  return fold('Method and seals', [
    ...list(rulesOf(trend)),
    ...table(
      'The seals of the audits that a figure was taken from',
      [
        { title: 'Quarter', role: 'name' },
        { title: 'Seal', role: 'text' },
        { title: 'Holds', role: 'text' },
      ],
      view.seals.map(({ quarter, seal, sealHolds }) => ({
        cells: [
          quarterName(quarter),
          seal === null ? 'none' : code(seal.hash),
          sealHolds ? 'yes' : strong('no: broken'),
        ],
      })),
      { captioned: true },
    ),
    paragraph(
      'A seal is the SHA-256 fingerprint of an audit’s facts, checklist, answers and draws, chained to the seal before it.',
    ),
  ]);
}

function rulesOf(trend: Trend): string[] {
  const { overall, steps } = trend;
  return [
    'The scores are as their own reports state them, each by its own checklist, weights and coverage; those reports have the arithmetic. The best ever is the highest of these among all sealed audits by this checklist, of equal ones the earliest.',
    'The headline takes the published scores of the last audit and of the same quarter a year before; without that, of the first audit shown. Whether the change is clear is judged like for like.',
    LINE_RULE,
    ...(hasAnew([overall, ...steps])
      ? [
          `${ANEW} marks where a like-for-like line starts anew: nothing of it could be compared with the audit before. What is before it is a line of its own that ends at its published score.`,
        ]
      : []),
    'Quarters between the first and the last that have no sealed audit are gaps. Changes reach across them, to the audit before; a gap of more than four quarters takes one place.',
    `An item is short where it scored under ${String(SHORT)}. It stays short where that is so in at least half of the audits shown, and in two at least; a quarter in which it was not scored counts as not short.`,
    OWN_REPORTS,
    ...CHANGE_RULES,
    USUAL_RULE,
    'Differences are taken before rounding. Scores are printed as whole numbers; where those would contradict each other or the band, decimals are shown.',
  ];
}
