const PLAIN: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '−': '-',
  '→': '->',
  '✓': 'ok',
  '✗': 'x',
  '·': '|',
  '÷': '/',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
  Σ: 'sum of ',
  '…': '...',
  '▲': '^',
  '▼': 'v',
  '△': '^?',
  '▽': 'v?',
  '“': '"',
  '”': '"',
  '’': "'",
  '≈': '~',
  '☐': '[ ]',
  // Drawings, and the keys to them.
  '○': 'o',
  '●': '*',
  '◉': '@',
  '─': '-',
  '░': '=',
  '▬': '=',
  '│': '|',
  '┊': ':',
  '□': '.',
  '■': '#',
  // Bars, from low to high.
  '▁': '_',
  '▂': '.',
  '▃': ':',
  '▄': ';',
  '▅': '=',
  '▆': '+',
  '▇': '*',
  '█': '#',
};
const FANCY = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Our own signs in plain ASCII, for terminals without a Unicode font; other text stays. */
export function toAscii(text: string): string {
  return text.replace(FANCY, (sign) => PLAIN[sign] ?? sign);
}
