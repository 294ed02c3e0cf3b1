/** A number as people write it, without binary dust: 0.1 + 0.2 gives 0.3. */
export function printNumber(value: number): string {
  return String(Number(value.toPrecision(12)));
}

/** `1 item`, `3 items`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${String(number)} ${number === 1 ? one : many}`;
}

const SMALL = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** A small number in words, as a sentence has it: `three`; from 13 on in figures. */
export function numberWord(number: number): string {
  return SMALL[number] ?? String(number);
}

/** The same with what it counts: `one item`, `three items`, `no items`. */
export function countWord(number: number, one: string, many = `${one}s`): string {
  return `${numberWord(number)} ${number === 1 ? one : many}`;
}

/** A text with its first letter made large: it begins a sentence. */
export function sentence(text: string): string {
  return text.replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

/** A name in the middle of a sentence: its first letter small, unless it is an abbreviation. */
export function inSentence(name: string): string {
  return name.replace(/^\p{Lu}(?![\p{Lu}\d&])/u, (letter) => letter.toLowerCase());
}
