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
  cases: 'Ask for names and numbers, to draw cases from, of:',
  lists: 'Ask for lists of the whole quarter, to draw from, of:',
  exports: 'Ask for exports and reports, for:',
};

function preparationLine({ errand, items }: Preparation): Text {
  const things = items.map(({ item, wanted }) => wanted?.unit ?? nameOf(item));
  return [strong(ERRAND_WORDS[errand]), ` ${[...new Set(things)].join('; ')}.`];
}

function wantedWords({ number, unit }: Wanted): string {
  return `${String(number)} ${unit}`;
}

/** The doors in two columns as long as each other, read down the one and then the other. */
function sideBySide(doors: readonly Door[]): Block[] {
  const lengths = doors.map(lengthOf);
  const sum = (some: readonly number[]): number => some.reduce((total, each) => total + each, 0);
  const longer = (end: number): number =>
    Math.max(sum(lengths.slice(0, end)), sum(lengths.slice(end)));
  const ends = doors.map((_, index) => index + 1);
  const end = ends.reduce((best, each) => (longer(each) < longer(best) ? each : best), 1);
  const [left, right] = [doors.slice(0, end), doors.slice(end)];
  if (right.length === 0) return left.flatMap(doorBlocks);
  return [
    {
      block: 'grid',
      columns: 2,
      cells: [left.flatMap(doorBlocks), right.flatMap(doorBlocks)],
    },
  ];
}

/** About how many lines a door takes on paper. */
function lengthOf({ records, onTheSpot }: Door): number {
  return 2 + records.length * 2 + (onTheSpot.length > 0 ? 2 : 0);
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
  const where = firstSentence(item.verify ?? item.ask);
  return [
    ...what,
    // A name that is the whole question needs no repeating.
    ...(where === name ? [] : [BREAK, soft(where)]),
    ...(draw === null ? [] : [BREAK, soft(drawWords(draw))]),
  ];
}

/** Where to look: the guidance begins with it, and the walk has the whole of it. */
function firstSentence(text: string): string {
  const [first] = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text.trim());
  return first?.segment.trim() ?? '';
}

function drawWords({ refs, from, file }: Draw): string {
  return `Drawn, ${String(refs.length)} of ${String(from)} in ${file}: ${refs.join(', ')}`;
}
