const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** `A`, `A and B`, `A, B and C`. */
export function andList(texts: readonly string[]): string {
  return AND.format(texts);
}

/** The same of at most so many: `A, B and 3 more`. */
export function andListOf(texts: readonly string[], most: number): string {
  const more = texts.length - most;
  return andList(more <= 0 ? texts : [...texts.slice(0, most), `${String(more)} more`]);
}
