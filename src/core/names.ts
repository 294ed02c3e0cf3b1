import { closest } from './closest.js';
import { check } from './schema/issues.js';
import { textSchema } from './schema/strict.js';
import { once } from './once.js';

/** The name of a dealership or a person: one line, kept with single blanks. */
export const nameSchema = once(() =>
  textSchema()
    .max(120)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, {
      error: 'has control characters in it (write one plain line)',
    })
    .transform(closedUp),
);

/** Why a text is no name, in a few words; null when it is one. */
export function whyNoName(text: string): string | null {
  const read = check(nameSchema(), text);
  return read.ok ? null : read.issues.map((issue) => issue.message).join('; ');
}

/**
 * A text as it is kept, so that what looks alike is alike: in Unicode's form NFC, every run of white
 * space as one space, none around it.
 */
export function closedUp(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * When two typed names are the same: of a dealership, a group, an auditor, a file's column, a record.
 * Small and capital letters, blanks, and the two ways to write an accent make no difference.
 */
export function foldName(name: string): string {
  return closedUp(name).toLowerCase();
}

/** A name in the spelling in which it is known already; as it is kept where nobody knows it. */
export function spelledAs(name: string, known: readonly string[]): string {
  const folded = foldName(name);
  return known.find((one) => foldName(one) === folded) ?? closedUp(name);
}

/**
 * When two references mean the same record: `RO 10234`, `ro10234` and `RO-10234` do. What stands between
 * two digits counts, so `1-23` and `12-3` are two.
 */
export function foldReference(reference: string): string {
  return foldName(reference).replace(/(?<!\d)[\s#.:_/-]+|[\s#.:_/-]+(?!\d)/g, '');
}

/** The known name that another was most likely meant to be, or null; names that differ in a number are two. */
export function nearName(name: string, known: readonly string[]): string | null {
  const wanted = bare(name);
  const near = known.filter((one) => numbersIn(one) === numbersIn(name));
  const meant = closest(wanted, near.map(bare));
  return near.find((one) => bare(one) === meant) ?? null;
}

/** A name without its accents. */
function bare(name: string): string {
  return foldName(name).normalize('NFD').replace(/\p{M}/gu, '');
}

function numbersIn(name: string): string {
  return (name.match(/\d+/g) ?? []).join(' ');
}
