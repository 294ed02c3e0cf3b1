import type { Brief } from '../../core/brief/brief.js';
import type { Door, RecordWanted, Wanted } from '../../core/brief/records.js';
import { nameOf } from '../../core/checklist/naming.js';
import type { Draw } from '../../core/draw/draw.js';
import { asSentence, firstSentence } from '../../core/text.js';
import { BREAK, heading, paragraph, soft, strong, subheading, ticks } from '../blocks.js';
import type { Block, Inline, Text } from '../tree.js';
import { twoColumns } from './columns.js';
import { errandLine } from '../words/errands.js';

/** What to send and to ask for, ahead and then door by door; nothing where everything is answered. */
export function tickList({ preparations, doors, draws, left }: Brief): Block[] {
  if (left.items === 0) return [];
  const needsNone =
    draws.length === 0 && preparations.length === 0 && doors.every((door) => isBare(door));
  return [
    ...(preparations.length === 0
      ? []
      : [
          heading('Before the day', 'ahead', 'Before the day'),
          ...ticks(preparations.map(errandLine)),
        ]),
    heading('Records to ask for, door by door', 'doors', 'Door by door'),
    ...(needsNone ? [paragraph('None: no item needs any.')] : []),
    ...ticks(draws.map((draw) => soft(drawWords(draw)))),
    ...sideBySide(doors),
  ];
}

function isBare({ records }: Door): boolean {
  return records.length === 0;
}

function wantedWords({ number, unit }: Wanted): string {
  return `${String(number)} ${unit}`;
}

function sideBySide(doors: readonly Door[]): Block[] {
  const [left, right] = twoColumns(doors);
  if (right.length === 0) return left.flatMap(doorBlocks);
  const cells = [left.flatMap(doorBlocks), right.flatMap(doorBlocks)];
  return [{ block: 'grid', columns: 2, cells }];
}

function doorBlocks({ number, title, records, onTheSpot }: Door): Block[] {
  const spot: Text[] =
    onTheSpot.length === 0
      ? []
      : [[asSentence(`On the spot: ${onTheSpot.map((item) => nameOf(item)).join('; ')}`)]];
  return [
    subheading(`${number === null ? '' : `${String(number)}. `}${title}`),
    ...ticks([...records.map(recordLine), ...spot]),
  ];
}

/** What to ask for, for which item, where to look; and what was drawn. */
function recordLine({ item, wanted, draw }: RecordWanted): Text {
  // Where nobody says where to look, the whole question has to do.
  const name = item.verify === undefined ? item.ask : nameOf(item);
  const what: Inline[] =
    wanted === null ? [strong(name)] : [strong(wantedWords(wanted)), ` · ${name}`];
  return [
    ...what,
    // Guidance begins with where to look; the walk has the whole of it.
    ...(item.verify === undefined ? [] : [BREAK, soft(firstSentence(item.verify))]),
    ...(draw === null ? [] : [BREAK, soft(drawWords(draw))]),
  ];
}

function drawWords({ refs, from, file }: Draw): string {
  return `Drawn, ${String(refs.length)} of ${String(from)} in ${file}: ${refs.join(', ')}`;
}
