import { isThin } from '../../core/score/limits.js';
import { STRONG } from '../../core/compare/group.js';
import { SHORT } from '../../core/compare/persistent.js';
import { quarterName } from '../../core/quarter.js';
import { printPercent } from '../../core/score/print.js';
import { andList } from '../../core/words/lists.js';
import { count } from '../../core/words/numbers.js';
import { code, fold, heading, list, strong, table } from '../blocks.js';
import type { Block, Text, Tree } from '../tree.js';
import { CHANGE_RULES, OWN_REPORTS } from '../words/uncertainty.js';
import { commonSection } from './common.js';
import { headline } from './headline.js';
import { movers } from './movers.js';
import { places, scoreBlock } from './places.js';
import { steps } from './steps.js';
import type { GroupView } from './view.js';
import {
  PLACE_RULES,
  auditorsWords,
  groupName,
  groupQuarter,
  calendarWords,
  sealAlarms,
  uncheckedWords,
  versionsWords,
} from '../words/group.js';

/** Several dealerships side by side. */
export function groupDocument(view: GroupView): Tree {
  const { comparison, quarter, checklist, scope } = view;
  const name = groupName(view);
  const when = groupQuarter(view);
  return {
    kind: 'Customer-service check-up: a group',
    subject: [strong(name), ` · ${when}`],
    title: `${name}, ${quarterName(quarter)}`,
    headline: headline(comparison),
    blocks: [
      scoreBlock(view),
      ...sealAlarms(view.seals),
      ...places(view),
      ...steps(view),
      ...commonSection(view),
      ...movers(view),
      ...limits(view),
      heading('Method', 'method', 'Method'),
      method(view),
    ],
    foot: [
      `${name}, ${when}: ${count(comparison.rows.length, 'dealership')} by ${checklist.title}, scope ${scope}, sealed audits only. The seals stand under Method.`,
    ],
    running: `${name}, ${quarterName(quarter)}`,
  };
}

/** What these figures can't tell. */
function limits(view: GroupView): Block[] {
  const { comparison, missing, leftOut, quarter } = view;
  const now = quarterName(quarter);
  const thin = comparison.rows.filter((row) => isThin(row) && !row.apart);
  const versions = versionsWords(view);
  const calendar = calendarWords(view);
  const auditors = auditorsWords(comparison);
  const unchecked = uncheckedWords(view.seals);
  const lines: Text[] = [
    ...(missing.length === 0
      ? []
      : [
          [
            strong('Not among them,'),
            ` for want of a sealed audit of ${now}: ${andList(missing)}.`,
          ],
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          [
            strong('Left out,'),
            ` because their audits of ${now} were made otherwise: ${andList(leftOut.map(({ name, why }) => `${name} (${why})`))}.`,
          ],
        ]),
    ...(thin.length === 0
      ? []
      : [
          [
            strong('Little was checked'),
            ` of ${andList(thin.map((row) => `${row.name} (${printPercent(row.coverage)} of the weight that applied)`))}: such scores say little about the rest.`,
          ],
        ]),
    ...(auditors === null ? [] : [auditors]),
    ...comparison.rows
      .filter(({ apart }) => apart)
      .map(({ name, coverage }): Text => [
        strong(name),
        ` stands apart: only ${printPercent(coverage)} of what applied was scored.`,
      ]),
    ...(calendar === null ? [] : [calendar]),
    ...(versions === null ? [] : [versions]),
    ...(unchecked === null ? [] : [unchecked]),
  ];
  return lines.length === 0
    ? []
    : [heading('What to bear in mind', 'limits', 'Limits'), ...list(lines)];
}

/** So many seals are listed; of more, data has them. */
const MOST_SEALS = 100;

function method(view: GroupView): Block {
  const { comparison, sealOf } = view;
  const sealed = comparison.rows.flatMap(({ name, slug }) => {
    const seal = sealOf.get(slug);
    return seal === undefined ? [] : [{ name, seal }];
  });
  return fold('Method and seals', [
    ...list([
      'The scores are as the dealerships’ own reports state them; those have the arithmetic. The group score is their plain mean, not weighted by size; a dealership without a score has no voice in it.',
      ...PLACE_RULES,
      `In a step, each is held against the plain mean of all others: its variance is the sum of theirs, divided by the square of their number, and z is that of the places. A teacher is clearly better than that, and stands at ${String(STRONG)} or above.`,
      `An item fails in most houses where it scored under ${String(SHORT)} in at least half of those that scored it by the newest definition, and in two at least.`,
      'A change since the quarter before is the difference of the two published scores; its verdict is that of the like-for-like difference, before any hold, as between two quarters of one dealership.',
      OWN_REPORTS,
      ...CHANGE_RULES,
    ]),
    ...table(
      'The seals of the ranked audits',
      [
        { title: 'Dealership', role: 'name' },
        { title: 'Seal', role: 'text' },
      ],
      sealed.length > MOST_SEALS
        ? []
        : sealed.map(({ name, seal }) => ({ cells: [name, code(seal)] })),
      { captioned: true },
    ),
    ...(sealed.length > MOST_SEALS
      ? list([
          `The seals of all ${count(sealed.length, 'audit')} are in the JSON and the spreadsheet.`,
        ])
      : []),
  ]);
}
