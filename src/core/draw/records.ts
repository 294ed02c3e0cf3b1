import { UserError } from '../errors.js';
import { visibleLine } from '../text.js';

/** What a draw looks at in one row of a list. */
export interface Row {
  /** What the record is filed under, such as an RO number; '' where the row names none. */
  readonly reference: string;
  /** The group it is drawn within; '' for none. */
  readonly stratum: string;
}

/** The different records of a list. */
export interface Records {
  /** The references of each stratum, each reference once; all under '' without strata. */
  readonly strata: ReadonlyMap<string, readonly string[]>;
  /** How many different references there are. */
  readonly number: number;
  /** How many rows there are, those without a reference included. */
  readonly rows: number;
  /** How many rows have no reference and can't be drawn. */
  readonly withoutReference: number;
}

/** Nobody draws in proportion from more groups than this: it is another column that was meant. */
const MOST_STRATA = 100;

/**
 * Makes records of rows: rows that share a reference are one record.
 *
 * @throws UserError when a reference stands in two strata, or there are more than 100 strata.
 */
export function recordsOf(rows: readonly Row[]): Records {
  const stratumOf = new Map<string, string>();
  for (const { reference, stratum } of rows) {
    if (reference === '') continue;
    const known = stratumOf.get(reference) ?? stratum;
    if (known !== stratum) {
      throw new UserError(
        `${visibleLine(reference)} stands in two strata: ${stratumName(known)} and ${stratumName(stratum)}.`,
        'Correct the file, or draw without --stratify.',
      );
    }
    stratumOf.set(reference, stratum);
  }
  const strata = new Map<string, string[]>();
  for (const [reference, stratum] of stratumOf) {
    const references = strata.get(stratum);
    if (references === undefined) strata.set(stratum, [reference]);
    else references.push(reference);
  }
  if (strata.size > MOST_STRATA) {
    throw new UserError(
      `There are ${String(strata.size)} strata, more than the ${String(MOST_STRATA)} that a draw can have.`,
      'Choose a column with fewer different values for --stratify.',
    );
  }
  return {
    strata,
    number: stratumOf.size,
    rows: rows.length,
    withoutReference: rows.filter(({ reference }) => reference === '').length,
  };
}

/** A stratum as it is shown: records whose cell is empty are one too. */
export function stratumName(name: string): string {
  return name === '' ? '(empty)' : visibleLine(name);
}
