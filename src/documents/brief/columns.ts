import type { Door, RecordWanted } from '../../core/brief/records.js';
import { nameOf } from '../../core/checklist/naming.js';
import { firstSentence } from '../../core/text.js';

/** So much of the whole may stand in one column before a door is parted. */
const MOST = 0.52;

/**
 * The doors in two columns about as long as each other, to be read down the one and then the other.
 * A door is parted only where whole ones would leave one column much longer.
 */
export function twoColumns(doors: readonly Door[]): readonly [readonly Door[], readonly Door[]] {
  const all = lengthOf(doors);
  const longer = (end: number): number =>
    Math.max(lengthOf(doors.slice(0, end)), lengthOf(doors.slice(end)));
  const ends = doors.map((_, index) => index + 1);
  const end = ends.reduce((best, each) => (longer(each) < longer(best) ? each : best), 1);
  return doors.length < 2 || longer(end) <= all * MOST
    ? [doors.slice(0, end), doors.slice(end)]
    : parted(doors, all / 2);
}

/** Parted where half of all lines are reached. */
function parted(doors: readonly Door[], half: number): readonly [Door[], Door[]] {
  const [left, right]: [Door[], Door[]] = [[], []];
  for (const door of doors) {
    let end = right.length > 0 ? 0 : door.records.length;
    const start = (): Door => ({ ...door, records: door.records.slice(0, end), onTheSpot: [] });
    while (end > 0 && lengthOf([...left, start()]) > half) end--;
    if (end === 0) right.push(door);
    else if (lengthOf([...left, door]) <= half) left.push(door);
    else {
      left.push(start());
      const title = `${door.title}, continued`;
      right.push({ ...door, title, records: door.records.slice(end) });
    }
  }
  return [left, right];
}

/** About how many characters stand on a line of a column on paper, in large and in small type. */
const LINE = { large: 44, small: 56 } as const;

/** About how many lines doors take on paper; a title with the room above it takes two. */
function lengthOf(doors: readonly Door[]): number {
  return doors.reduce((total, { records, onTheSpot }) => {
    const spot = onTheSpot.map((item) => nameOf(item)).join('; ');
    return total + 2 + lines(spot, LINE.large) + records.map(recordLength).reduce(sum, 0);
  }, 0);
}

function recordLength({ item, wanted, draw }: RecordWanted): number {
  const what = `${wanted === null ? '' : `${String(wanted.number)} ${wanted.unit} · `}${nameOf(item)}`;
  const where = firstSentence(item.verify ?? item.ask);
  const refs = draw === null ? '' : `${draw.file}${draw.refs.join(', ')}`;
  return lines(what, LINE.large) + lines(where, LINE.small) + lines(refs, LINE.small);
}

function lines(text: string, room: number): number {
  return Math.ceil(text.length / room);
}

function sum(total: number, each: number): number {
  return total + each;
}
