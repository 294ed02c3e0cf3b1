/**
 * What is to be filled in by hand. Entries are kept whole on their page; a table of cases may break
 * between rows, and repeats its head. On paper the room is as large as hands need it, in millimetres.
 */
export const ENTRIES = `
.blanks { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 4mm 8mm; margin: 6mm 0; break-inside: avoid; }
.blanks dt { font-size: 8pt; color: var(--soft); }
.blanks dd { min-height: 6.5mm; margin: 0; border-bottom: .3mm solid var(--rule); font-size: 11pt; }
section:has(> .entry) > h2 { border-bottom: .6mm solid var(--ink); padding-bottom: 2mm; }
section:has(> .entry) > h2:has(+ p) { border: 0; padding: 0; margin-bottom: 0; }
section > h2 + p:has(+ .entry) { max-width: none; padding-bottom: 2mm; border-bottom: .6mm solid var(--ink); color: var(--soft); break-inside: avoid; break-after: avoid; }
.entry { padding: 3mm 0 3.5mm 9mm; font-size: 10pt; line-height: 1.35; break-inside: avoid; }
.entry + .entry { border-top: .2mm solid var(--rule); }
.entry p, .entry dl, .entry dd, .entry ul, .entry ol, .entry li { margin: 0; padding: 0; }
.entry ul, .entry ol { list-style: none; }
.entry h3 { position: relative; margin: 0; font-size: 11pt; line-height: 1.3; }
.entry .number { position: absolute; left: -9mm; width: 8mm; text-align: left; }
.entry .marks { margin-top: .6mm; font-size: 8pt; color: var(--soft); }
.entry .marks > span:not(.tag)::before { content: "· "; }
.entry code { font-size: 8pt; }
.guidance { font-size: 9pt; }
.entry .guidance { margin-top: 1.6mm; }
.guidance > div { display: grid; grid-template-columns: 24mm minmax(0, 1fr); }
.guidance > div + div { margin-top: .6mm; }
.guidance dt { color: var(--soft); }
.entry .say { margin-top: 2.5mm; font-size: 9pt; font-weight: bold; }
.box { display: inline-block; flex: none; width: 3.6mm; height: 3.6mm; border: .35mm solid var(--ink); background: var(--paper); vertical-align: -.6mm; }
.gap { display: inline-block; border-bottom: .3mm solid var(--rule); }
.room { margin-top: 2mm; }
.few { display: flex; flex-wrap: wrap; gap: 2mm 14mm; font-size: 10.5pt; }
.few .box { margin-right: 1.5mm; }
.choices { display: grid; gap: 1.2mm; }
.choices li { display: grid; grid-template-columns: 3.6mm 4mm minmax(0, 1fr); gap: 0 2.5mm; align-items: start; }
.choices .box { margin-top: .5mm; }
.refs { columns: 4 36mm; column-gap: 5mm; font-size: 9pt; }
.entry .refs { margin: 1.5mm 0 2mm; }
.refs li { display: flex; gap: 2mm; break-inside: avoid; }
.entry .refs li { padding: .8mm 0; }
.fill { font-size: 10.5pt; line-height: 7mm; }
.fill b { margin-right: 4mm; }
.fill .gap { width: 18mm; height: 5.5mm; margin: 0 1mm; vertical-align: -.8mm; }
.entry table { margin: 0; font-size: 9.5pt; }
.entry td, .entry th { padding: .9mm 1.5mm; overflow-wrap: anywhere; vertical-align: middle; font-weight: normal; }
.entry thead th { font-size: 8pt; border-bottom: .3mm solid var(--ink); vertical-align: bottom; }
.entry tbody tr { border-bottom: .2mm solid var(--hair); }
.boxes th:first-child { padding-left: 0; }
.boxes thead th:not(:first-child), .boxes td { width: 20mm; text-align: center; }
.legend { columns: 2; column-gap: 6mm; font-size: 8.5pt; counter-reset: standard; }
.entry .legend { margin-top: 1.5mm; }
.entry .legend li { counter-increment: standard; padding-left: 6mm; text-indent: -6mm; break-inside: avoid; }
.legend li::before { content: counter(standard); display: inline-block; width: 6mm; text-indent: 0; font-weight: bold; }
.cases { table-layout: fixed; border: .2mm solid var(--rule); }
.entry .cases + .cases { margin-top: 4mm; }
.entry .cases td, .entry .cases thead th { text-align: center; padding-left: 0; padding-right: 0; border-left: .2mm solid var(--hair); }
.entry .cases thead th { font-weight: bold; color: var(--ink); }
.cases tbody tr { height: 7mm; }
.cases .place { width: 10mm; }
.entry .cases .ref { width: 42mm; text-align: left; padding-left: 1.5mm; border-left: .2mm solid var(--hair); }
.without { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 8mm; font-size: 9pt; }
.entry .without { margin-top: 2.5mm; }
.without li { display: flex; align-items: flex-end; gap: 2mm; min-height: 6mm; }
.without .box { margin-bottom: .5mm; }
.without .gap { flex: 1; }
.own-note { display: flex; gap: 2mm; margin-top: 1mm; font-size: 9pt; }
.own-note > span { padding-top: 2mm; }
.lines { flex: 1; }
.lines span { display: block; height: 6.5mm; border-bottom: .2mm solid var(--rule); }
.of-cases { break-inside: auto; }
.of-cases .lead, .of-cases .tail { break-inside: avoid; }
.of-cases .lead { break-after: avoid; }
.of-cases .tail, .of-cases .fill { break-before: avoid; }
.cases tbody tr:nth-child(-n+2) { break-after: avoid; }
.cases tbody tr:nth-last-child(-n+2) { break-before: avoid; }
@media screen and (max-width: 640px) {
  .blanks, .without { grid-template-columns: minmax(0, 1fr); }
  .legend { columns: 1; }
  .room { overflow-x: auto; }
  .entry table { display: table; }
  .entry thead { display: table-header-group; position: static; width: auto; height: auto; overflow: visible; clip-path: none; }
  .entry tbody { display: table-row-group; }
  .entry tbody > tr { display: table-row; padding: 0; }
  .entry tbody th, .entry tbody td { display: table-cell; padding: .9mm 1.5mm; }
  .cases { width: 160mm; }
}
@media print { .new-page > h2:first-child, main > section:first-of-type > h2 { margin-top: 2mm; } }
`;
