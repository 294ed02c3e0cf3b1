/** Colours by what they say. Contrast on the paper is at least 6 for everything that is read. */
export const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1d1f; --soft: #55595e; --rule: #8a8f95; --hair: #dcdfe2;
  --z0: #e6e8ea; --z1: #edeff0; --z2: #f3f4f5; --z3: #f8f9fa;
  --better: #0a5ba8; --worse: #b23a00; --unclear: #5e6368;
  --better-range: #0a5ba840; --worse-range: #b23a0040; --unclear-range: #5e636838;
  --alarm: #fdf0e9;
  --s0: #dce1e5; --s1: #e6e9ec; --s2: #f0f2f4; --s3: transparent;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --ink: #eceef0; --soft: #b3b8be; --rule: #7d838a; --hair: #33383e;
    --z0: #31363c; --z1: #292d32; --z2: #22262a; --z3: #1c1f23;
    --better: #78b4f5; --worse: #ff9a5c; --unclear: #aab0b7;
    --better-range: #78b4f550; --worse-range: #ff9a5c50; --unclear-range: #aab0b745;
    --alarm: #33231a;
    --s0: #3b4249; --s1: #31373d; --s2: #262a2f; --s3: transparent;
  }
}
.better, .probably-better { --sign: var(--better); --range: var(--better-range); }
.worse, .probably-worse { --sign: var(--worse); --range: var(--worse-range); }
.unclear, .same { --sign: var(--unclear); --range: var(--unclear-range); }
`;
