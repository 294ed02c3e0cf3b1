// Names that Windows keeps for devices, the folder of the committed example, and that of groups.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|example|groups)$/;

/** A name in a form for folders and flags: letters (Latin ones where it has them), digits and hyphens. */
export async function slugify(name: string): Promise<string> {
  // Its tables of letters are large, and a dealership is added once.
  const { default: slugifyText } = await import('@sindresorhus/slugify');
  const letters = Array.from(slugifyText(name) || lettersOf(name));
  const plain = letters.slice(0, 50).join('').replace(/-+$/, '') || 'dealership';
  return RESERVED.test(plain) ? `${plain}-dealership` : plain;
}

/** Scripts that have no Latin form here keep their own letters: folders can be named in any. */
function lettersOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '');
}
