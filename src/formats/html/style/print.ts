/** Paper: smaller, dark on light, everything open, nothing cut. */
export const PRINT = `
@media print {
  :root { color-scheme: light; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  body { padding: 0; font-size: 10pt; line-height: 1.3; }
  main, .top, footer { max-width: none; }
  .skip, nav { display: none; }
  .top { padding: 1.5mm 0 2mm; border-top-width: 1.5mm; font-size: 9pt; }
  h1 { margin: 0 0 2mm; font-size: 20pt; }
  h2 { margin: 4mm 0 1mm; font-size: 12.5pt; }
  h3 { margin: 3mm 0 1mm; font-size: 10pt; }
  h1, h2, h3, caption, summary { break-after: avoid; break-inside: avoid; }
  h2 + .fine { margin: 0 0 1mm; font-size: 8.5pt; break-after: avoid; }
  .new-page, .page-break { break-before: page; }
  .new-page > h2:first-child { margin-top: 0; }
  p, li { orphans: 3; widows: 3; }
  section > p, section > ul, section > ol, .folded > p, .folded > ul, .folded > ol { max-width: none; }
  .folded > p, .folded > ul, .folded > ol { font-size: 8pt; line-height: 1.22; }
  .folded > ul, .folded > ol { margin-top: 1mm; margin-bottom: 1mm; }
  .ticks { font-size: 8.5pt; }
  .ticks li + li { margin-top: .8mm; }
  .ticks .soft { font-size: 8pt; }
  .hero { gap: 6mm; break-inside: avoid; }
  .score .figure { font-size: 46pt; }
  .score .words { font-size: 20pt; }
  .score .of { font-size: 9pt; }
  .score .band { padding-bottom: 5pt; font-size: 13pt; }
  .alarm { margin-top: 2mm; padding: 1.5mm 3mm; break-inside: avoid; }
  .alarm .note { font-size: 8.5pt; }
  .fine.fine { max-width: none; }
  .fine { margin-top: 1mm; font-size: 8pt; }
  code { font-size: max(.85em, 8pt); }
  blockquote { margin: 0; font-size: 8pt; break-inside: avoid; }
  figure { margin-top: 2.5mm; break-inside: avoid; }
  figcaption { font-size: 9.5pt; }
  .band { font-size: 8pt; }
  .from { font-size: 8pt; }
  thead { display: table-header-group; }
  tr, li, .whole { break-inside: avoid; }
  tbody:has(> .notes) { break-inside: avoid; }
  caption:not(.unseen) { font-size: 8.5pt; }
  caption b, caption .ends { font-size: 10pt; }
  thead th, thead td { font-size: 8pt; }
  th, td, :where(table:not(.of-strip, .of-dots, .of-fall, .of-squares) > tbody > tr:not(.notes)) > :is(th, td) { padding-top: .8mm; padding-bottom: .8mm; }
  tr.notes > td { padding-bottom: 1.5mm; }
  .notes p { font-size: 8pt; }
  small, .numbered small { font-size: 8pt; line-height: 1.3; }
  tbody .name { font-size: 9.5pt; }
  tbody .text { font-size: 8.5pt; line-height: 1.3; }
  .of-strip tbody .text:last-child { font-size: 8pt; line-height: 1.28; }
  .of-strip th, .of-strip td { padding-left: 5px; padding-right: 5px; }
  .of-strip .mark { padding-left: 3px; padding-right: 3px; }
  .of-strip tr > :first-child:not(.numbered) { padding-left: 0; }
  .of-strip tr > :last-child { padding-right: 0; }
  .of-strip th.numbered { padding-left: 1.5em; }
  tbody .number { font-size: 9.5pt; }
  tbody .large { font-size: 12pt; }
  .many tbody .number, .many tbody .text, .many tbody .name { font-size: 8pt; }
  .many thead th { font-size: 8pt; }
  .tag { font-size: 8pt; }
  .blank { height: 1.2em; }
  br + .blank { height: .5em; }
  .of-squares th, .of-squares td { padding-top: .4mm; padding-bottom: .4mm; }
  .of-squares tbody .name { font-size: 8.5pt; }
  .of-squares tbody .number { font-size: 8.5pt; }
  .grid { gap: 4mm 8mm; margin-top: 3mm; }
  .grid > div { break-inside: avoid; }
  p + table, ul + table, blockquote + table { margin-top: 1mm; }
  table + table { margin-top: 4mm; }
  thead { break-inside: avoid; break-after: avoid; }
  tbody:first-of-type > tr:first-child { break-before: avoid; }
  .axis text { font-size: 8pt; }
  .by-2:has(.of-squares) { display: block; }
  .by-2:has(.of-squares) > div + div { margin-top: 3mm; }
  .line.large { height: 29mm; }
  .line.small { height: 17mm; }
  details, details[open] { padding: 0; border: 0; }
  details:last-child { border-bottom: 0; }
  details::details-content { display: block; content-visibility: visible; block-size: auto; height: auto; }
  summary { padding: 2mm 0 1mm; font-size: 10.5pt; font-weight: 600; list-style: none; }
  summary::-webkit-details-marker { display: none; }
  summary .ends { width: 100%; }
  details + details { margin-top: 3mm; }
  .folded { font-size: 9pt; }
  .folded h3 { margin: 2.5mm 0 .5mm; font-size: 9.5pt; }
  .folded details > summary { padding: 1mm 0 .5mm; font-size: 8.5pt; }
  details[open] > .folded { padding-bottom: 0; }
  .folded > h3 { margin-top: 2.2mm; }
  .folded > h3 + p { break-after: avoid; }
  .folded > table:not(.of-strip) > tbody > tr:not(.notes) > :is(th, td) { padding-top: .3mm; padding-bottom: .3mm; }
  .folded > table:not(.of-strip) > tbody :is(.text, .number, .name) { font-size: 8pt; line-height: 1.22; }
  a { color: inherit; }
  footer { margin-top: 6mm; font-size: 8pt; break-inside: avoid; }
}
`;
