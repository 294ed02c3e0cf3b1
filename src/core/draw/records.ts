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
  /** The references of each stratum, each record's once; all under '' without strata. */
  readonly strata: ReadonlyMap<string, readonly string[]>;
  /** How many different records there are. */
  readonly number: number;
  /** How many rows there are, those without a reference included. */
  readonly rows: number;
  /** How many rows have no reference and can't be drawn. */
  readonly withoutReference: number;
}

/** Nobody draws in proportion from more groups than this: it is another column that was meant. */
const MOST_STRATA = 100;

/**
 * Makes records of rows: rows that share a reference are one record, and so are those whose
 * references differ only in small and capital letters, as the cases of a trace do. Of several
 * spellings the record has the first by UTF-16 code units, so that the order of rows is no matter.
 *
 * @throws UserError when a reference stands in two strata, or there are more than 100 strata.
 */
export function recordsOf(rows: readonly Row[]): Records {
  const records = new Map<string, Row>();
  for (const row of rows) {
    if (row.reference === '') continue;
    const identity = row.reference.toLowerCase();
    const known = records.get(identity) ?? row;
    if (known.stratum !== row.stratum) {
      throw new UserError(
        `${visibleLine(row.reference)} stands in two strata: ${stratumName(known.stratum)} and ${stratumName(row.stratum)}.`,
        'Correct the file, or draw without --stratify.',
      );
    }
    // Stryker disable next-line EqualityOperator: of one spelling either row is the same record.
    records.set(identity, known.reference < row.reference ? known : row);
  }
  const strata = new Map<string, string[]>();
  for (const { reference, stratum } of records.values()) {
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
    number: records.size,
    rows: rows.length,
    withoutReference: rows.filter(({ reference }) => reference === '').length,
  };
}

/**
 * Why a text can't be a reference that is drawn, in a few words; null when it can. What the walk
 * takes for one of its keys can't: a full stop ends the cases of a trace, a hyphen takes one out,
 * and a letter or `?` is a key on every screen.
 */
export function whyNoReference(text: string): string | null {
  if (text === '.') return 'is a full stop and no reference (write what the record is filed under)';
  if (text.startsWith('-')) {
    return 'starts with - and cannot be told from taking a case out (take the - away)';
  }
  return /^[a-z?]$/i.test(text)
    ? 'is one letter or ? and no reference (is it the right column?)'
    : null;
}

/** A stratum as it is shown: records whose cell is empty are one too. */
export function stratumName(name: string): string {
  return name === '' ? '(empty)' : visibleLine(name);
}
