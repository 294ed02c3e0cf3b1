import { describe, expect, it } from 'vitest';
import { cssString, markup } from '../../../src/formats/html/text.js';

describe('HTML from a template', () => {
  it('escapes texts, and takes pieces as they are', () => {
    const piece = markup`<b>${'a & <b> "c" \'d\''}</b>`;
    expect(piece.text).toBe('<b>a &amp; &lt;b&gt; &quot;c&quot; &#39;d&#39;</b>');
    expect(markup`<i>${piece}${3}</i>`.text).toBe(`<i>${piece.text}3</i>`);
    expect(markup`<i>${[piece, markup`x`]}</i>`.text).toBe(`<i>${piece.text}x</i>`);
  });

  it('shows what would act on whoever reads it, and keeps the blanks at its ends', () => {
    expect(markup`${' a\u0000b\u202ec\nd '}`.text).toBe(' a[U+0000]b[U+202E]c d ');
  });
});

describe('a string of CSS', () => {
  it('holds letters, digits and spaces as they are, and everything else as an escape', () => {
    expect(cssString('Example 1')).toBe('"Example 1"');
    expect(cssString('a"} </style>\\é\n😀')).toBe(
      '"a\\22 \\7d  \\3c \\2f style\\3e \\5c \\e9  \\1f600 "',
    );
  });
});
