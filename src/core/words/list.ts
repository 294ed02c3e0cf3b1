const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `A`, `A and B`, `A, B and C`. */
export function listed(names: readonly string[]): string {
  return AND.format(names);
}

/** The same of at most so many names: `A, B and 3 more`. */
export function listedSome(names: readonly string[], most: number): string {
  const more = names.length - most;
  return more <= 0 ? listed(names) : listed([...names.slice(0, most), `${String(more)} more`]);
}
