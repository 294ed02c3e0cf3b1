import type { Brief } from '../../core/brief/brief.js';
import type { Errand, Preparation } from '../../core/brief/preparation.js';
import type { Door, RecordWanted, Wanted } from '../../core/brief/records.js';
import { nameOf } from '../../core/checklist/naming.js';
import type { Draw } from '../../core/draw/draw.js';
import { BREAK, heading, list, paragraph, soft, strong, subheading } from '../blocks.js';
import type { Block, Inline, Text } from '../tree.js';

/** To be ticked with a pen. */
const BOX = '☐ ';

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
          ...list(preparations.map(preparationLine)),
        ]),
    heading('Records to ask for, door by door', 'doors', 'Door by door'),
    ...(needsNone ? [paragraph('None: no item needs any.')] : []),
    ...list(draws.map((draw) => drawLine(draw))),
    ...doors.flatMap(doorBlocks),
  ];
}

function isBare({ records }: Door): boolean {
  return records.length === 0;
}

const ERRAND_WORDS: Readonly<Record<Errand, string>> = {
  send: 'Send two hours before, from a private address:',
  cases: 'Ask for the names of customers, to draw cases from:',
  lists: 'Ask for lists of the whole quarter, to draw records from:',
  exports: 'Ask for exports and reports, for:',
};

function preparationLine({ errand, items }: Preparation): Text {
  const things = items.map(({ item, wanted }) =>
    wanted === null ? nameOf(item) : wantedWords(wanted),
  );
  return [BOX, strong(ERRAND_WORDS[errand]), ` ${things.join('; ')}.`];
}

function wantedWords({ number, unit }: Wanted): string {
  return `${String(number)} ${unit}`;
}

function doorBlocks({ number, title, records, onTheSpot }: Door): Block[] {
  const spot: Text[] =
    onTheSpot.length === 0
      ? []
      : [[BOX, `On the spot: ${onTheSpot.map((item) => nameOf(item)).join('; ')}.`]];
  return [
    subheading(`${number === null ? '' : `${String(number)}. `}${title}`),
    ...list([...records.map(recordLine), ...spot]),
  ];
}

function recordLine({ item, wanted, draw }: RecordWanted): Text {
  const name = nameOf(item);
  const what: Inline[] =
    wanted === null ? [strong(name)] : [strong(wantedWords(wanted)), ` ${name}`];
  const where = item.verify ?? item.ask;
  return [
    BOX,
    ...what,
    // A name that is the whole question needs no repeating.
    ...(where === name ? [] : [': ', where]),
    ...(draw === null ? [] : [BREAK, soft(drawWords(draw))]),
  ];
}

function drawLine(draw: Draw): Text {
  return [BOX, soft(drawWords(draw))];
}

function drawWords({ refs, from, file }: Draw): string {
  return `Drawn, ${String(refs.length)} of ${String(from)} in ${file}: ${refs.join(', ')}`;
}
