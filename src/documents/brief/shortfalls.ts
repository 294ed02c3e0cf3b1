import type { Shortfall } from '../../core/brief/shortfall.js';
import type { Checklist } from '../../core/checklist/checklist.js';
import { nameOf } from '../../core/checklist/naming.js';
import { quarterName } from '../../core/quarter.js';
import { printScore } from '../../core/score/print.js';
import { hasFailedCritical } from '../../core/score/limits.js';
import { count } from '../../core/words/numbers.js';
import { fine, heading, table, tag } from '../blocks.js';
import type { Block, Row } from '../tree.js';
import { answerWithAim } from '../words/answers.js';
import type { LastAudit } from './view.js';

/** So many stand with their answers: more are a list that nobody keeps in mind. */
const MOST = 5;

/** What fell short again and again. */
export function shortfallBlocks(shortfalls: readonly Shortfall[], last: LastAudit): Block[] {
  if (shortfalls.length === 0) return [];
  const { checklist } = last.result;
  const shown = shortfalls.slice(0, MOST);
  return [
    heading(`${belowTop(checklist)} again and again`, 'persistent', 'Again and again'),
    ...table(
      'What keeps falling short',
      [
        { title: 'Item', role: 'name' },
        { title: 'Answer and aim', role: 'text' },
        { title: 'Score', role: 'number' },
        { title: 'Quarters in a row', role: 'number' },
      ],
      shown.map((one) => shortfallRow(one, checklist)),
      { whole: true },
    ),
    ...others(shortfalls.slice(MOST), last),
  ];
}

function shortfallRow({ result, inARow }: Shortfall, checklist: Checklist): Row {
  const failed = hasFailedCritical(result, checklist) ? [' ', tag('failed', true)] : [];
  return {
    cells: [
      [nameOf(result.item), ...failed],
      answerWithAim(result),
      printScore(result.share),
      String(inARow),
    ],
  };
}

/** How many more there are, by how often in a row: named here, they would bury the five. */
function others(more: readonly Shortfall[], { audit }: LastAudit): Block[] {
  if (more.length === 0) return [];
  const lengths = [...new Set(more.map(({ inARow }) => inARow))];
  const [first = '', ...rest] = lengths.map((length, index) => {
    const number = more.filter(({ inARow }) => inARow === length).length;
    return index === 0
      ? `${count(number, 'item')} for ${count(length, 'quarter')}`
      : `${String(number)} for ${String(length)}`;
  });
  const all = [first, ...rest].join(', ');
  return [fine(`Also ${all} in a row; the report of ${quarterName(audit.quarter)} names them.`)];
}

/** Where falling short starts, by a checklist's bands. */
function belowTop({ bands }: Checklist): string {
  const top = bands.at(-1);
  return top === undefined || top.from === 0
    ? 'Below 100'
    : `Below ${String(top.from)} (${top.name})`;
}
