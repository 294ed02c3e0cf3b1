/** What columns with references are called, letters and digits only, the likeliest first. */
const USUAL = [
  'ronumber',
  'rono',
  'ronum',
  'ro',
  'repairordernumber',
  'repairorderno',
  'repairorder',
  'referencenumber',
  'referenceno',
  'reference',
  'ref',
  'leadid',
  'dealnumber',
  'dealid',
  'id',
];

function fold(header: string): string {
  return header.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * The column that most likely holds the references: the only one there is, or the one with the
 * likeliest name; null where no name is usual. Columns without a name, or with one that another
 * has too, don't count.
 */
export function referenceColumn(headers: readonly string[]): string | null {
  const named = headers.filter(
    (header) => header !== '' && headers.indexOf(header) === headers.lastIndexOf(header),
  );
  const [only] = named;
  if (headers.length === 1 && only !== undefined) return only;
  for (const usual of USUAL) {
    const found = named.find((header) => fold(header) === usual);
    if (found !== undefined) return found;
  }
  return null;
}
