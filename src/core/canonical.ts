/** What JSON can hold. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

const TEXT = Symbol('canonical JSON');

/** Canonical JSON that has been written already; it stands in a larger text as it is. */
interface CanonicalText {
  readonly [TEXT]: string;
}

/** Marks a text as canonical JSON. */
export function canonicalText(text: string): CanonicalText {
  return { [TEXT]: text };
}

type Part =
  | null
  | boolean
  | number
  | string
  | CanonicalText
  | readonly Part[]
  | { readonly [key: string]: Part | undefined };

/**
 * Canonical JSON by RFC 8785: keys in UTF-16 order, no white space, numbers as ECMAScript prints
 * them. The same facts always give the same text, so a hash of it can be recomputed by anyone.
 * Keys whose value is undefined are left out.
 *
 * @throws RangeError for a number JSON has no form for, and for half a surrogate pair.
 */
export function canonicalJson(value: Part): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${String(value)} has no form in JSON`);
  }
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isWritten(value)) return value[TEXT];
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${quoted(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

function quoted(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair has no form in UTF-8');
  return JSON.stringify(text);
}

function isWritten(value: Exclude<Part, null | boolean | number | string>): value is CanonicalText {
  return TEXT in value;
}

function isList(value: Part): value is readonly Part[] {
  return Array.isArray(value);
}
