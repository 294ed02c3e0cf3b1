/** What JSON can hold. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Canonical JSON that has been written already; it stands in a larger text as it is. */
export class CanonicalText {
  constructor(readonly text: string) {}
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
  if (typeof value === 'string') return canonicalText(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof CanonicalText) return value.text;
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    members += `${members === '' ? '' : ','}${canonicalText(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair has no form in UTF-8');
  return JSON.stringify(text);
}

function isList(value: Part): value is readonly Part[] {
  return Array.isArray(value);
}
