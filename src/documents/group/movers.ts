import { quarterName } from '../../core/quarter.js';
import { isSure } from '../../core/score/uncertainty.js';
import { sentence, countWord } from '../../core/words/numbers.js';
import { fine, heading, table } from '../blocks.js';
import type { Block } from '../tree.js';
import type { GroupView } from './view.js';
import { changeFigures } from '../words/changes.js';

/** So many who moved are listed. */
const MOST = 10;

/** Who clearly moved since the quarter before; of all others one sentence. */
export function movers(view: GroupView): Block[] {
  const { comparison, checklist, before, quarter } = view;
  const clear = comparison.movers.filter(({ change }) => isSure(change.likeForLike.verdict));
  const shown = clear.slice(0, MOST);
  const [then, now] = [quarterName(before), quarterName(quarter)];
  const others = othersWords(view, clear.length);
  return [
    heading(
      clear.length === 0
        ? `Nobody has clearly moved since ${then}`
        : sentence(
            `${countWord(clear.length, 'dealership')} ${clear.length === 1 ? 'has' : 'have'} clearly moved since ${then}`,
          ),
      'movers',
      'Moved',
    ),
    ...table(
      `Who clearly moved since ${then}`,
      [
        { title: 'Dealership', role: 'name' },
        { title: then, role: 'number' },
        { title: now, role: 'number' },
        { title: 'Change', role: 'number' },
      ],
      shown.map(({ name, change }) => {
        const { from, to, change: difference } = changeFigures(change, checklist.bands);
        return { cells: [name, from, to, difference] };
      }),
    ),
    ...(clear.length > shown.length
      ? [fine(`${sentence(countWord(clear.length - shown.length, 'more'))} moved clearly, too.`)]
      : []),
    ...(others === '' ? [] : [fine(others)]),
  ];
}

/** How many may have moved by chance. */
function othersWords({ comparison }: GroupView, clear: number): string {
  const { rows } = comparison;
  const both = rows.filter(({ change }) => change !== null).length;
  const unclear = both - clear;
  return [
    both === 0 ? 'Nobody was scored in both quarters.' : '',
    unclear > 0
      ? `${sentence(countWord(unclear, clear === 0 ? 'dealership' : 'other', clear === 0 ? 'dealerships' : 'others'))} stayed the same, or moved no further than chance could.`
      : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
