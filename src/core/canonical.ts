/** What JSON can hold. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * Canonical JSON by RFC 8785: keys in UTF-16 order, no white space, numbers as ECMAScript prints
 * them. The same facts always give the same text, so a hash of it can be recomputed by anyone.
 * Keys whose value is undefined are left out.
 *
 * @throws RangeError for a number JSON has no form for, and for half a surrogate pair.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`${String(value)} has no form in JSON`);
  }
  if (typeof value === 'string') return canonicalText(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      return member === undefined ? [] : [`${canonicalText(key)}:${canonicalJson(member)}`];
    });
  return `{${members.join(',')}}`;
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('half a surrogate pair has no form in UTF-8');
  return JSON.stringify(text);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
