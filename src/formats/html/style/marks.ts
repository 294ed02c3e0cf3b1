/** What is drawn. */
export const MARKS = `
.m { display: block; overflow: visible; }
figure { margin-top: 16px; }
.grid figure { margin-top: 0; }
figcaption { margin-bottom: 4px; font-size: 14px; }
.z0 { fill: var(--z0); } .z1 { fill: var(--z1); } .z2 { fill: var(--z2); } .z3 { fill: var(--z3); }
.bar { fill: var(--range, var(--unclear-range)); }
.link { stroke: var(--sign); stroke-width: 2.5; }
.ring { fill: var(--paper); stroke: var(--sign); stroke-width: 2; }
.dot { fill: var(--sign); }
.held { stroke: var(--worse); stroke-width: 2; stroke-dasharray: 2 2; }
.before, .now { font-size: 13px; fill: var(--soft); }
.now { font-weight: 700; fill: var(--ink); }
.band { font-size: 12.5px; fill: var(--soft); }
.band line { stroke: var(--rule); }
.from { font-size: 10.5px; }
.axis text { font-size: 11.5px; fill: var(--soft); }
.step { fill: var(--sign); }
.unclear .step, .same .step { fill-opacity: .45; }
.end { stroke: var(--sign, var(--ink)); stroke-width: 2; }
.total .end { stroke-width: 4; }

.across { stroke: var(--hair); }
.change { stroke: var(--rule); stroke-dasharray: 3 3; }
.ribbon { fill: var(--unclear-range); }
.path { fill: none; stroke: var(--unclear); stroke-width: 1.5; }
.point { fill: var(--sign, var(--unclear)); stroke: var(--paper); stroke-width: 1; }
.probably-better .point, .probably-worse .point, .hollow { fill: var(--paper); stroke: var(--sign); stroke-width: 1.5; }
.level { font-size: 11px; fill: var(--soft); }
.names { font-size: 12px; }
.names text { fill: var(--soft); }
.names .figure { font-size: 13px; font-weight: 700; fill: var(--ink); }
.kept { fill: var(--z0); }
.missed { fill: var(--unclear); }
.missed.double { fill: var(--worse); }
.dots .plain { fill: var(--unclear); fill-opacity: .55; stroke: var(--paper); }
.dots .worse { fill: var(--worse); stroke: var(--paper); }
.dots .other { fill: var(--paper); fill-opacity: .6; stroke: var(--unclear); stroke-width: 1.5; }
.dots .own { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
svg.key { vertical-align: -2px; }
.explained { margin-left: 8px; white-space: nowrap; }
.explained:first-child { margin-left: 0; }
@media (forced-colors: active) { .m, .key { forced-color-adjust: none; } }
`;
