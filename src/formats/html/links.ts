/**
 * The id of a place in the page, from the id that the tree gives it. Whatever isn't a letter, a
 * digit or a hyphen is spelt out, so that two ids never meet; the page's own begin with `_` and a
 * letter that no such spelling has.
 */
export function anchor(id: string): string {
  return id.replace(
    /[^A-Za-z0-9-]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
}

/**
 * Where a link leads: a place in the page, or a file beside it. Null for everything else, such as
 * an address with a scheme: that stays text.
 */
export function target(to: string): string | null {
  if (to.startsWith('#')) return to.length === 1 ? null : `#${anchor(to.slice(1))}`;
  if (/^[A-Za-z][A-Za-z0-9+.-]*:|^\/|\\|\p{Cc}/u.test(to)) return null;
  const segments = to.toWellFormed().split('/');
  return segments.includes('') ? null : segments.map(encodeURIComponent).join('/');
}
