import type { Shortfall } from '../../core/brief/shortfall.js';
import type { Checklist } from '../../core/checklist/checklist.js';
import { nameOf } from '../../core/checklist/naming.js';
import { printScore } from '../../core/score/print.js';
import { hasFailedCritical } from '../../core/score/score.js';
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
    ...others(shortfalls.slice(MOST)),
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

/** The rest by name and score, by how often in a row. */
function others(more: readonly Shortfall[]): Block[] {
  if (more.length === 0) return [];
  const lengths = [...new Set(more.map(({ inARow }) => inARow))];
  const rows = lengths.map((length) => {
    const names = more
      .filter(({ inARow }) => inARow === length)
      .map(({ result }) => `${nameOf(result.item)} ${printScore(result.share)}`);
    return `${count(length, 'quarter')} in a row: ${names.join('; ')}.`;
  });
  return [fine(`Also below, with their scores. ${rows.join(' ')}`)];
}

/** Where falling short starts, by a checklist's bands. */
function belowTop({ bands }: Checklist): string {
  const top = bands.at(-1);
  return top === undefined || top.from === 0
    ? 'Below 100'
    : `Below ${String(top.from)} (${top.name})`;
}
