import { isCritical } from '../../core/checklist/checklist.js';
import { nameOf } from '../../core/checklist/naming.js';
import type { CommonShortfall, HouseShare } from '../../core/compare/common-shortfalls.js';
import { SHORT, isShort } from '../../core/compare/persistent.js';
import { printScore } from '../../core/score/print.js';
import { andList, andListOf } from '../../core/words/lists.js';
import { sentence, countWord } from '../../core/words/numbers.js';
import { BREAK, fine, heading, paragraph, soft, table } from '../blocks.js';
import type { Block, Row } from '../tree.js';
import { bandMarks, scoreAxis } from '../words/signs.js';
import type { GroupView } from './view.js';
import { nameOfStep } from '../words/group.js';

/** So many houses are named. */
const MOST_NAMES = 4;

/** So many are shown: what everybody has to mend at once, nobody mends. */
const MOST = 10;

/** What fails in most houses, a dot for each of them. */
export function commonSection(view: GroupView): Block[] {
  const { common, checklist } = view;
  const title = ['common', 'Most houses'] as const;
  if (common === null) {
    return [
      heading('What fails in most houses', ...title),
      paragraph(
        'Not looked for: the group is so large that its audits were not loaded one by one.',
      ),
    ];
  }
  const shown = common.slice(0, MOST);
  const more = common.length - shown.length;
  return [
    heading(commonHeading(common), ...title),
    ...table(
      `Items under ${String(SHORT)} in at least half of the houses`,
      [
        { title: 'Item', role: 'name' },
        { title: 'A dot for each house', role: 'mark', axis: scoreAxis(checklist.bands) },
        { title: `Under ${String(SHORT)}`, role: 'number' },
        { title: 'Mean', role: 'number' },
        { title: 'Where', role: 'text' },
      ],
      shown.map((one) => rowOf(one, view)),
    ),
    ...(more > 0
      ? [
          fine(
            `${sentence(countWord(more, 'more item'))} ${more === 1 ? 'is' : 'are'} under ${String(SHORT)} in at least half of the houses; the JSON and the spreadsheet have all.`,
          ),
        ]
      : []),
  ];
}

/** `Seven items are under 60 in at least half of the houses`. */
export function commonHeading(common: readonly CommonShortfall[]): string {
  const where = `under ${String(SHORT)} in at least half of the houses`;
  if (common.length === 0) return `No item is ${where}`;
  return sentence(
    `${countWord(common.length, 'item')} ${common.length === 1 ? 'is' : 'are'} ${where}`,
  );
}

function rowOf({ item, step, houses, short, mean }: CommonShortfall, view: GroupView): Row {
  const { checklist } = view;
  const { bands } = checklist;
  const name = nameOfStep({ id: step, title: step }, checklist);
  return {
    cells: [
      [nameOf(item), BREAK, soft(`${name}${isCritical(item) ? ' · must-not-fail' : ''}`)],
      {
        drawn: {
          mark: 'dots',
          bands: bandMarks(bands),
          dots: houses.map(({ name: house, share, failedCritical }) => ({
            at: share,
            name: house,
            tone: failedCritical ? 'worse' : 'plain',
          })),
          span: null,
        },
      },
      `${String(short)} of ${String(houses.length)}`,
      printScore(mean, bands),
      whereWords(houses),
    ],
  };
}

/** `all`, `all but A`, or the names of the houses where it is short. */
function whereWords(houses: readonly HouseShare[]): string {
  const names = (some: readonly HouseShare[]): string[] => some.map(({ name }) => name);
  const short = houses.filter(({ share }) => isShort(share));
  const others = houses.filter(({ share }) => !isShort(share));
  if (others.length === 0) return 'all';
  return others.length <= 2 && short.length > others.length
    ? `all but ${andList(names(others))}`
    : andListOf(names(short), MOST_NAMES);
}
