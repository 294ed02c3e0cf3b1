/** The page and its texts. */
export const TEXT = `
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere; font: 16px/1.45 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Helvetica, Arial, "Liberation Sans", "Noto Sans", "DejaVu Sans Condensed", sans-serif; }
main, .top, footer { max-width: 912px; margin: 0 auto; }
body { padding: 0 24px; }
h1, h2, h3, p, figure, ul, ol, blockquote { margin: 0; padding: 0; }
h1 { margin: 6px 0 18px; font-size: 34px; line-height: 1.15; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 44px 0 12px; font-size: 22px; line-height: 1.25; text-wrap: balance; }
h3 { margin: 20px 0 6px; font-size: 16px; }
section > p, section > ul, section > ol, .folded > p, .folded > ul, .folded > ol { max-width: 46em; }
table + p:not(.fine) { margin-top: 16px; }
p + p, ul + p, ol + p, p + ul, p + ol, blockquote + p { margin-top: 6px; }
ul, ol { padding-left: 1.1em; }
ol { padding-left: 1.5em; }
li + li { margin-top: 4px; }
.ticks { padding-left: 1.4em; list-style-type: "☐  "; }
.ticks .soft { font-size: 14px; }
a { color: var(--better); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--better); outline-offset: 2px; }
code { font: .85em ui-monospace, Menlo, Consolas, monospace; }
blockquote { margin: 4px 0 2px; padding-left: 10px; border-left: 3px solid var(--hair); color: var(--soft); font-size: 14px; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -9999px; }
.skip:focus { left: 8px; top: 8px; z-index: 1; padding: 8px; background: var(--paper); }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 16px; padding: 12px 0 22px; border-top: 6px solid var(--ink); color: var(--soft); font-size: 14px; }
.top p + p { margin: 0; }
.top .who { color: var(--ink); }
.soft { color: var(--soft); }
.signed.better, .signed.worse, .signed.probably-better, .signed.probably-worse { color: var(--sign); font-weight: 700; }
.signed.unclear, .signed.same { color: var(--sign); }
.tag { display: inline-block; margin-left: 6px; padding: 0 5px; border: 1px solid var(--rule); border-radius: 3px; color: var(--soft); font-size: 11px; font-weight: 400; line-height: 1.5; vertical-align: 1px; }
.tag.bad { border-color: var(--worse); background: var(--worse); color: var(--paper); font-weight: 600; }
.of-squares .tag { border-color: var(--worse); color: var(--worse); margin-left: 0; padding: 0 3px; }
.blank { display: block; height: 1.6em; min-width: 6em; border-bottom: 1px solid var(--rule); }
br + .blank { height: .7em; }
.hero { display: flex; align-items: center; gap: 28px; }
.score { flex: none; display: grid; grid-template-columns: auto auto; column-gap: 8px; align-items: end; line-height: 1; }
.score .figure { grid-row: span 2; font-size: 84px; letter-spacing: -.03em; font-variant-numeric: tabular-nums; }
.score .words { font-size: 34px; letter-spacing: 0; }
.score .of { color: var(--soft); font-size: 14px; }
.score .band { padding-bottom: 11px; font-size: 20px; font-weight: 600; }
.alarm { margin-top: 16px; padding: 10px 14px; border-left: 5px solid var(--worse); background: var(--alarm); }
.alarm .note { margin-top: 2px; color: var(--soft); font-size: 14px; line-height: 1.4; }
.alarm + .alarm { margin-top: 8px; }
.alarm + .hero { margin-top: 18px; }
.fine.fine { max-width: 60em; }
.fine { margin-top: 8px; color: var(--soft); font-size: 13px; }
h2 + .fine { margin-top: -6px; margin-bottom: 8px; font-size: 14px; }
.fine b { color: var(--ink); }
nav { display: flex; flex-wrap: wrap; gap: 2px 16px; margin-top: 20px; font-size: 14px; }
nav a { padding: 4px 0; }
.ends { display: flex; justify-content: space-between; gap: 0 16px; }
.ends > :last-child:not(:first-child) { flex: none; font-variant-numeric: tabular-nums; }
.grid { display: grid; gap: 24px 36px; margin-top: 16px; }
.grid > div { min-width: 0; }
.grid > div > h3:first-child { margin-top: 0; }
.by-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
.by-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 18px 24px; }
details { border-top: 1px solid var(--hair); padding: 2px 0; }
details:last-child { border-bottom: 1px solid var(--hair); }
* + details { margin-top: 12px; }
details + details { margin-top: 0; }
details[open] > .folded { padding-bottom: 14px; }
summary { padding: 9px 0; font-size: 15px; cursor: pointer; }
summary .ends { display: inline-flex; width: calc(100% - 1.4em); vertical-align: top; }
.folded > table:first-child { margin-top: 4px; }
.folded details { border: 0; }
.folded details > summary { padding: 3px 0; font-size: 13.5px; color: var(--soft); }
footer { margin-top: 40px; padding: 10px 0 28px; border-top: 1px solid var(--hair); color: var(--soft); font-size: 12.5px; }
footer p + p { margin-top: 3px; }
`;
