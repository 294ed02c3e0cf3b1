/** What stands above every page but the first, as strings of CSS. */
export interface RunningHead {
  readonly left: string;
  readonly right: string;
}

/**
 * How the form looks. No size of paper is set: the margins suit A4 and Letter alike. Items are kept
 * whole on their page; a table of cases may break between rows, and repeats its head.
 */
export function formStyle({ left, right }: RunningHead): string {
  return `@page {
  margin: 17mm 15mm 16mm;
  @top-left { content: ${left}; font: 8pt sans-serif; color: #333; }
  @top-right { content: ${right}; font: 8pt sans-serif; color: #333; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #333; }
}
@page :first {
  @top-left { content: none; }
  @top-right { content: none; }
}
${STYLE}`;
}

const STYLE = `:root {
  color-scheme: light dark;
  --ink: #000; --soft: #333; --rule: #777; --hair: #bbb; --paper: #fff; --shade: #f1f1f1;
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 10pt/1.35 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 186mm; margin: 0 auto; }
h1, h2, h3, p, dl, dd, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
code { font: 8pt/1.35 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; }

.head { margin-bottom: 7mm; }
h1 { font-size: 20pt; line-height: 1.2; }
.scope { color: var(--soft); }
.fields { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 4mm 8mm; margin: 6mm 0; }
.fields dt { font-size: 8pt; color: var(--soft); }
.fields dd { min-height: 6.5mm; border-bottom: 0.3mm solid var(--rule); font-size: 11pt; }
.how { padding: 3mm 4mm; background: var(--shade); border: 0.2mm solid var(--hair); font-size: 9pt; }
.how li { padding-left: 4mm; text-indent: -4mm; }
.how li::before { content: "–"; display: inline-block; width: 4mm; text-indent: 0; }
.how li + li { margin-top: 1mm; }
.drawn { margin-top: 4mm; font-size: 9pt; }
.drawn span { display: inline-block; max-width: 100%; margin-left: 3mm; }

.section { margin-top: 8mm; }
.opening { padding-bottom: 2mm; border-bottom: 0.6mm solid var(--ink); break-inside: avoid; break-after: avoid; }
h2 { font-size: 14pt; line-height: 1.25; }
.opening p { color: var(--soft); }

.item { padding: 3mm 0 3.5mm 9mm; break-inside: avoid; }
.item + .item { border-top: 0.2mm solid var(--rule); }
h3 { position: relative; font-size: 11pt; line-height: 1.3; }
.number { position: absolute; left: -9mm; width: 8mm; }
.marks { margin-top: 0.6mm; font-size: 8pt; color: var(--soft); }
.marks > span::before { content: "· "; }
.critical { padding: 0 1.2mm; border: 0.3mm solid var(--ink); color: var(--ink); text-transform: uppercase; letter-spacing: 0.03em; font-size: 7.5pt; }
.guidance { margin-top: 1.6mm; font-size: 9pt; }
.guidance > div { display: grid; grid-template-columns: 24mm minmax(0, 1fr); }
.guidance > div + div { margin-top: 0.6mm; }
.guidance dt { color: var(--soft); }
.words { margin-top: 2.5mm; font-size: 9pt; font-weight: bold; }

.box { display: inline-block; flex: none; width: 3.6mm; height: 3.6mm; border: 0.35mm solid var(--ink); background: var(--paper); vertical-align: -0.6mm; }
.blank { display: inline-block; border-bottom: 0.3mm solid var(--rule); }
.room { margin-top: 2mm; }
.choices { display: flex; flex-wrap: wrap; gap: 2mm 14mm; font-size: 10.5pt; }
.choices .box { margin-right: 1.5mm; }
.levels { display: grid; gap: 1.2mm; }
.levels li { display: grid; grid-template-columns: 3.6mm 4mm minmax(0, 1fr); gap: 0 2.5mm; align-items: start; }
.levels .box { margin-top: 0.5mm; }
.refs { columns: 4 36mm; column-gap: 5mm; margin: 1.5mm 0 2mm; font-size: 9pt; }
.refs li { display: flex; gap: 2mm; padding: 0.8mm 0; break-inside: avoid; }
.fill { font-size: 10.5pt; line-height: 7mm; }
.fill b { margin-right: 4mm; }
.fill .blank { width: 18mm; height: 5.5mm; margin: 0 1mm; vertical-align: -0.8mm; }

table { width: 100%; border-collapse: collapse; font-size: 9.5pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th { font-weight: normal; text-align: left; }
thead th { font-size: 8pt; color: var(--soft); border-bottom: 0.3mm solid var(--ink); vertical-align: bottom; }
tbody tr { border-bottom: 0.2mm solid var(--hair); }
td, th { padding: 0.9mm 1.5mm; }
.checks th:first-child { padding-left: 0; }
.checks thead th:not(:first-child), .checks td { width: 20mm; text-align: center; }
.legend { columns: 2; column-gap: 6mm; margin-top: 1.5mm; font-size: 8.5pt; counter-reset: standard; }
.legend li { counter-increment: standard; padding-left: 6mm; text-indent: -6mm; break-inside: avoid; }
.legend li::before { content: counter(standard); display: inline-block; width: 6mm; text-indent: 0; font-weight: bold; }
.cases { table-layout: fixed; border: 0.2mm solid var(--rule); }
.cases + .cases { margin-top: 4mm; }
.cases td, .cases thead th { text-align: center; padding-left: 0; padding-right: 0; border-left: 0.2mm solid var(--hair); }
.cases thead th { font-weight: bold; color: var(--ink); }
.cases tbody tr { height: 7mm; }
.cases .place { width: 10mm; }
.cases .ref { width: 42mm; text-align: left; padding-left: 1.5mm; border-left: 0.2mm solid var(--hair); }

.without { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 8mm; margin-top: 2.5mm; font-size: 9pt; }
.without li { display: flex; align-items: flex-end; gap: 2mm; min-height: 6mm; }
.without .box { margin-bottom: 0.5mm; }
.without .blank { flex: 1; }
.note { display: flex; gap: 2mm; margin-top: 1mm; font-size: 9pt; }
.note > span { padding-top: 2mm; }
.lines { flex: 1; }
.lines span { display: block; height: 6.5mm; border-bottom: 0.2mm solid var(--rule); }

/* A table of cases may go on over the page, but neither begins nor ends with a row alone. */
.of-cases { break-inside: auto; }
.of-cases .lead, .of-cases .tail { break-inside: avoid; }
.of-cases .lead { break-after: avoid; }
.of-cases .tail, .of-cases .fill { break-before: avoid; }
.cases tbody tr:nth-child(-n+2) { break-after: avoid; }
.cases tbody tr:nth-last-child(-n+2) { break-before: avoid; }

@media screen {
  body { background: #e9e9e9; }
  main { margin: 8mm auto; padding: 14mm 15mm; max-width: 216mm; background: var(--paper); box-shadow: 0 0 4mm #0002; }
}
@media screen and (max-width: 160mm) {
  main { margin: 0; padding: 6mm; }
  .fields, .without { grid-template-columns: minmax(0, 1fr); }
  .legend { columns: 1; }
  .room { overflow-x: auto; }
  .cases { width: 160mm; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #eee; --soft: #bbb; --rule: #999; --hair: #555; --paper: #1c1c1c; --shade: #262626; }
  body { background: #111; }
}
@media print {
  :root { color-scheme: light; }
  main { max-width: none; }
  .section.by-department + .section { break-before: page; }
}
`;
