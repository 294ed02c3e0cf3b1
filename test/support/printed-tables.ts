/** A table as it is printed: the heading it stands under, its titles and its rows, without marks. */
export interface PrintedTable {
  readonly under: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A piece of Markdown as the text it stands for. */
function plain(markdown: string): string {
  return markdown
    .replace(/(?<!\\)(?:\*\*|`)/g, '')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .trim();
}

function cellsOf(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map(plain);
}

/** The tables of a Markdown file, in order. */
export function markdownTables(markdown: string): PrintedTable[] {
  const found: { under: string; titles: readonly string[]; rows: string[][] }[] = [];
  let under = '';
  let isOpen = false;
  for (const line of markdown.split('\n')) {
    const isRow = line.startsWith('|');
    if (line.startsWith('#')) under = plain(line.replace(/^#+ /, ''));
    if (isRow && !isOpen) found.push({ under, titles: cellsOf(line), rows: [] });
    else if (isRow && !/^\|[\s:|-]+\|$/.test(line)) found.at(-1)?.rows.push(cellsOf(line));
    isOpen = isRow;
  }
  return found;
}

/** The cells of those columns that are named, row by row. */
export function columnsOf(
  { titles, rows }: PrintedTable,
  ...names: readonly string[]
): (readonly string[])[] {
  const places = names.map((name) => {
    const place = titles.indexOf(name);
    if (place < 0) throw new Error(`there is no column ${name} among ${titles.join(', ')}`);
    return place;
  });
  return rows.map((row) => places.map((place) => row[place] ?? ''));
}
