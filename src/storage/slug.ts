// Names that Windows keeps for devices, and the folder of the committed example.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|example)$/;

/** A name in a form for folders and flags: Latin letters, digits and hyphens, at most 60. */
export async function slugify(name: string): Promise<string> {
  // Its tables of letters are large, and a dealership is added once.
  const { default: slugifyText } = await import('@sindresorhus/slugify');
  const plain = slugifyText(name).slice(0, 50).replace(/-+$/, '') || 'dealership';
  return RESERVED.test(plain) ? `${plain}-dealership` : plain;
}

/** The same with a number behind it where another has it already. */
export function uniqueSlug(base: string, taken: readonly string[]): string {
  let slug = base;
  for (let number = 2; taken.includes(slug); number++) slug = `${base}-${String(number)}`;
  return slug;
}
