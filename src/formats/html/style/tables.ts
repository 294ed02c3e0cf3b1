/** Tables, and what becomes of their columns. */
export const TABLES = `
table { width: 100%; border-collapse: collapse; }
caption { padding: 0 0 6px; text-align: left; }
caption:not(.unseen) { color: var(--soft); font-size: 14px; }
caption b, caption .ends { color: var(--ink); font-size: 15px; }
th, td { padding: 6px 8px; vertical-align: middle; text-align: left; font-weight: 400; overflow-wrap: break-word; }
th:first-child, td:first-child { padding-left: 0; }
th:last-child, td:last-child { padding-right: 0; }
thead th, thead td { padding-bottom: 3px; border-bottom: 1px solid var(--rule); color: var(--soft); font-size: 12.5px; vertical-align: bottom; }
tr { border-top: 1px solid var(--hair); }
thead tr, tbody:first-of-type > tr:first-child { border-top: 0; }
tr.notes { border-top: 0; }
tr.notes > td { padding: 0 0 10px; }
.notes blockquote { margin-left: 0; }
.notes p { font-size: 14px; }
tbody .name { font-weight: 600; }
.number { width: 1%; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody .large { font-size: 19px; font-weight: 700; }
tbody .text { font-size: 14px; line-height: 1.4; }
.of-strip tbody .text:last-child { color: var(--soft); font-size: 13.5px; }
.total > th, .total > td { font-weight: 700; }
.mark { min-width: 130px; padding-left: 4px; padding-right: 4px; }
small { display: block; color: var(--soft); font-size: 13px; font-weight: 400; line-height: 1.35; }
th.numbered { position: relative; padding-left: 1.5em; }
.no { position: absolute; left: 0; color: var(--soft); font-weight: 400; }
.numbered small { font-size: 12.5px; }
:where(table:not(.of-strip, .of-dots, .of-fall, .of-squares) > tbody > tr:not(.notes)) > :is(th, td) { vertical-align: baseline; padding-top: 8px; padding-bottom: 8px; }
.shade { display: inline-block; min-width: 2.6em; padding: 1px 5px; border-radius: 2px; text-align: right; }
.s0 { background: var(--s0); } .s1 { background: var(--s1); } .s2 { background: var(--s2); }
.of-squares th, .of-squares td { padding-top: 3px; padding-bottom: 3px; }
.of-squares tbody .name { font-size: 13px; font-weight: 400; line-height: 1.3; }
.of-squares tbody .number { color: var(--soft); font-size: 13px; }
.of-squares .mark { width: 1%; min-width: 0; }
.of-squares > caption { padding-bottom: 3px; }
p + table, .alarm + table, ul + table, blockquote + table { margin-top: 12px; }
table + table { margin-top: 24px; }
.many th, .many td { padding-left: 3px; padding-right: 3px; }
.many th:first-child, .many td:first-child { padding-left: 0; }
.many th:last-child, .many td:last-child { padding-right: 0; }
.many tbody .number, .many tbody .text, .many tbody .name { font-size: 13px; }
.many thead th { font-size: 11.5px; overflow-wrap: anywhere; white-space: normal; }
.many tbody .name, .many tbody .text { min-width: 6em; overflow-wrap: anywhere; }
.many .mark { min-width: 80px; }
@media screen and (min-width: 801px) { .of-dots tbody .name { min-width: 9em; } }
@media screen and (max-width: 800px) {
  .spare { display: none; }
  thead .number { max-width: 8em; white-space: normal; }
  tbody .name, tbody .text { min-width: 5.5em; overflow-wrap: anywhere; }
}
`;
