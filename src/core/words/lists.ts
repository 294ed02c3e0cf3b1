/** `A`, `A and B`, `A, B and C`. By hand: the formatter for it takes longer than a whole page. */
export function andList(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}

/** The same of at most so many: `A, B and 3 more`. */
export function andListOf(texts: readonly string[], most: number): string {
  const more = texts.length - most;
  return andList(more <= 0 ? texts : [...texts.slice(0, most), `${String(more)} more`]);
}
