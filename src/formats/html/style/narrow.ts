/** Phones: rows are stacked, and nothing is wider than the screen. */
export const NARROW = `
@media screen and (max-width: 640px) {
  body { padding: 0 16px; }
  h1 { font-size: 26px; }
  h2 { margin-top: 36px; font-size: 20px; }
  .hero { display: block; }
  .score { justify-content: start; margin-bottom: 10px; }
  .score .figure { font-size: 64px; }
  .score .words { font-size: 30px; }
  .score .band { padding-bottom: 7px; }
  .band { font-size: 11.5px; }
  .from { display: none; }
  .bands.crowded { height: 32px; }
  .band.lower text { transform: translateY(14px); }
  .band.lower line { stroke-dasharray: none; transform: scaleY(1.8); }
  .by-2 { grid-template-columns: minmax(0, 1fr); }
  .by-3 { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 14px; }
  figcaption .ends { flex-wrap: wrap; }
  g.spare { display: none; }
  nav { gap: 6px 16px; }
  nav a { padding: 6px 0; }
  table, caption, tbody { display: block; }
  colgroup { display: none; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody > tr { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; padding: 10px 0; }
  tbody > tr.notes { display: block; padding: 0 0 6px; }
  tbody th, tbody td { display: block; width: auto; min-width: 0; padding: 0; }
  th.numbered.numbered { padding-left: 1.5em; }
  tbody td.spare, tbody th.spare { display: none; }
  tbody .name { flex: 1 1 100%; }
  tbody .number { order: 1; width: auto; }
  tbody .text { order: 2; flex: 1 1 100%; }
  tbody .mark { order: 3; flex: 1 1 100%; align-self: center; padding: 0; }
  .of-strip tbody .text:last-child { order: 4; }
  br + .blank { display: none; }
  [data-title]::before { content: attr(data-title) " "; color: var(--soft); font-size: 12px; font-weight: 400; }
  .of-squares tbody > tr { gap: 2px 12px; padding: 5px 0; }
  .of-squares tbody .mark { order: 1; flex: none; width: auto; }
  .of-strip .text[data-title]::before, .of-squares [data-title]::before, .of-fall [data-title]::before { content: none; }
  .of-fall tbody > tr { gap: 2px 12px; padding: 6px 0; justify-content: space-between; }
  .of-fall tbody .name { flex: 1; }
}
`;
