import { check } from './schema/issues.js';
import { textSchema } from './schema/strict.js';
import { once } from './once.js';

/** The name of a dealership or a person: one line, kept without the blanks around it. */
export const nameSchema = once(() =>
  textSchema()
    .max(120)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, {
      error: 'has control characters in it (write one plain line)',
    })
    .transform((name) => name.trim()),
);

/** Why a text is no name, in a few words; null when it is one. */
export function whyNoName(text: string): string | null {
  const read = check(nameSchema(), text);
  return read.ok ? null : read.issues.map((issue) => issue.message).join('; ');
}

/**
 * A text from elsewhere as it is kept, so that what looks alike is alike: in Unicode's form NFC, every
 * run of white space as one space, none around it.
 */
export function closedUp(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** A name as it is kept: in Unicode's form NFC, without the blanks around it. */
export function cleanName(name: string): string {
  return name.trim().normalize('NFC');
}

/** A name as it is looked up: two keyboards may write the same accent in two ways. */
export function foldName(name: string): string {
  return closedUp(name).toLowerCase();
}
