import type { Brief } from '../../core/brief/brief.js';
import type { Errand, Preparation } from '../../core/brief/preparation.js';
import type { Door, RecordWanted, Wanted } from '../../core/brief/records.js';
import { nameOf } from '../../core/checklist/naming.js';
import type { Draw } from '../../core/draw/draw.js';
import { BREAK, heading, paragraph, soft, strong, subheading, ticks } from '../blocks.js';
import type { Block, Inline, Text } from '../tree.js';

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
          ...ticks(preparations.map(preparationLine)),
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
  return [strong(ERRAND_WORDS[errand]), ` ${things.join('; ')}.`];
}

function wantedWords({ number, unit }: Wanted): string {
  return `${String(number)} ${unit}`;
}

/** The doors in two columns, each about half as long, read down the one and then the other. */
function sideBySide(doors: readonly Door[]): Block[] {
  const lengths = doors.map(
    ({ records, onTheSpot }) => records.length + Number(onTheSpot.length > 0) + 1,
  );
  const all = lengths.reduce((sum, each) => sum + each, 0);
  let end = 0;
  for (let sum = 0; end < doors.length && sum * 2 < all; end++) sum += lengths[end] ?? 0;
  const [left, right] = [doors.slice(0, end), doors.slice(end)].map((some) =>
    some.flatMap(doorBlocks),
  );
  if (left === undefined || right === undefined || right.length === 0) return left ?? [];
  return [{ block: 'grid', columns: 2, cells: [left, right] }];
}

function doorBlocks({ number, title, records, onTheSpot }: Door): Block[] {
  const spot: Text[] =
    onTheSpot.length === 0
      ? []
      : [[`On the spot: ${onTheSpot.map((item) => nameOf(item)).join('; ')}.`]];
  return [
    subheading(`${number === null ? '' : `${String(number)}. `}${title}`),
    ...ticks([...records.map(recordLine), ...spot]),
  ];
}

/** What to ask for, for which item, where to look; and what was drawn. */
function recordLine({ item, wanted, draw }: RecordWanted): Text {
  const name = nameOf(item);
  const what: Inline[] =
    wanted === null ? [strong(name)] : [strong(wantedWords(wanted)), ` · ${name}`];
  const where = item.verify ?? item.ask;
  return [
    ...what,
    // A name that is the whole question needs no repeating.
    ...(where === name ? [] : [BREAK, soft(where)]),
    ...(draw === null ? [] : [BREAK, soft(drawWords(draw))]),
  ];
}

function drawWords({ refs, from, file }: Draw): string {
  return `Drawn, ${String(refs.length)} of ${String(from)} in ${file}: ${refs.join(', ')}`;
}
