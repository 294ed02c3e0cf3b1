/** The units of time by the words they are written with, in seconds. */
const UNITS: readonly { readonly words: readonly string[]; readonly seconds: number }[] = [
  { words: ['s', 'sec', 'secs', 'second', 'seconds'], seconds: 1 },
  { words: ['m', 'min', 'mins', 'minute', 'minutes'], seconds: 60 },
  { words: ['h', 'hr', 'hrs', 'hour', 'hours'], seconds: 3600 },
  { words: ['d', 'day', 'days'], seconds: 86_400 },
];

/** How many seconds a unit of time has; null for another unit, such as working days. */
function secondsOf(unit: string): number | null {
  const word = unit.trim().toLowerCase().replace(/\.$/, '');
  return UNITS.find(({ words }) => words.includes(word))?.seconds ?? null;
}

/** Whether a unit is one of time. */
export function isTime(unit: string): boolean {
  return secondsOf(unit) !== null;
}

/**
 * A time as people type it, in the item's own unit: `2 hours`, `2 h 15 min`, `25,5 min`, `1:20`. With a
 * colon it is hours and minutes, or where the item counts seconds minutes and seconds.
 *
 * @returns undefined where it is none, or the unit is none of time.
 */
export function readTime(line: string, unit: string): number | undefined {
  const own = secondsOf(unit);
  if (own === null) return undefined;
  const clock = /^(?<large>\d{1,4}):(?<small>[0-5]\d)$/.exec(line.trim())?.groups;
  if (clock !== undefined) {
    const [large, small] = own === 1 ? [60, 1] : [3600, 60];
    return rounded((Number(clock['large']) * large + Number(clock['small']) * small) / own);
  }
  const part = /(?<number>\d+(?:[.,]\d{1,2})?)\s*(?<word>[a-z]+\.?)/giu;
  let seconds = 0;
  const rest = line.replace(part, (_whole, number: string, word: string) => {
    seconds += Number(number.replace(',', '.')) * (secondsOf(word) ?? NaN);
    return '';
  });
  return rest.trim() === '' && seconds > 0 ? rounded(seconds / own) : undefined;
}

/** Without the dust of a division. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}
