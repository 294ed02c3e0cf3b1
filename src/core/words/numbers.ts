/** A number as people write it, without binary dust: 0.1 + 0.2 gives 0.3. */
export function printNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** `1 item`, `3 items`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
export function ordinal(number: number): string {
  const inTeens = Math.floor(number / 10) % 10 === 1;
  const ending = inTeens ? undefined : ['th', 'st', 'nd', 'rd'][number % 10];
  return `${String(number)}${ending ?? 'th'}`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A small number as a sentence has it: `two`, and `11` from there on; `no` for none. */
export function numberWord(number: number): string {
  return WORDS[number] ?? String(number);
}

/** The same with what it counts: `one item`, `three items`, `no items`. */
export function countWord(number: number, one: string, many = `${one}s`): string {
  return `${numberWord(number)} ${number === 1 ? one : many}`;
}

/** A text with its first letter as a sentence begins. */
export function asSentence(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}
