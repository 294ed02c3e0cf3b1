/** A format as far as choosing it goes. */
export interface ChoosableFormat {
  readonly name: string;
  readonly byDefault: boolean;
  readonly isText: boolean;
}

/** The format to read on a screen when nobody says which. */
const READABLE = 'md';

/**
 * Which formats a document is written in.
 *
 * @param names those asked for, each in the list; null when nobody said: then those that are
 *   written by default, or where it is printed, the one to read.
 */
export function chosenFormats<F extends ChoosableFormat>(
  known: readonly F[],
  names: readonly string[] | null,
  isPrinted: boolean,
): readonly F[] {
  if (names !== null) return names.flatMap((name) => known.filter((each) => each.name === name));
  if (!isPrinted) return known.filter(({ byDefault }) => byDefault);
  const texts = known.filter(({ isText }) => isText);
  const [first] = texts;
  return texts.filter((each) => each === (texts.find(({ name }) => name === READABLE) ?? first));
}

/** Why some formats can't be printed on standard output, in a few words; null when they can. */
export function whyNotPrinted(chosen: readonly ChoosableFormat[]): string | null {
  if (chosen.length > 1) return 'only one format fits on standard output';
  const other = chosen.find(({ isText }) => !isText);
  return other === undefined ? null : `${other.name} is no text for standard output`;
}
