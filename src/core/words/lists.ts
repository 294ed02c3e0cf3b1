const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `A`, `A and B`, `A, B and C`. */
export function andList(texts: readonly string[]): string {
  return AND.format(texts);
}
