import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../../src/core/text.js';
import { page } from '../../../src/formats/html/page.js';
import { readPage } from '../../support/html.js';
import { SAMPLE, retold } from '../../support/sample-tree.js';

/** What breaks out where somebody forgot to escape. */
const HOSTILE = [
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<svg onload=alert(1)>',
  '</svg></td></table><h1>',
  '"}@page{margin:0}*{background:url(http://x)}',
  'javascript:alert(1)',
  'http://example.com/',
  '//example.com/x',
  '#"><b>',
  '&lt;b&gt; &amp; &#60;',
  '<!-- ',
  ']]>',
  '\\',
  '\\22 }',
  '\u0000\u001b[2J\u202e\ud800',
  'x\r\ny\n\n z',
  '',
];
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '\\', '/', '\n', 'a', '#', ':') }),
);

const TAGS = new Set(readPage(page(SAMPLE)).tags.map(({ name }) => name));
const ATTRIBUTES = new Set(
  readPage(page(SAMPLE)).tags.flatMap(({ attributes }) => Object.keys(attributes)),
);
/** The style but for the foot of the paper. */
const sheet = (style: string): string => style.replace(/content: "[^"]*"; font/, '');

describe('typed text', () => {
  it('breaks out of nothing, whatever it is and wherever it stands', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 40 }), (texts) => {
        let told = 0;
        const tree = retold(SAMPLE, () => texts[told++ % texts.length] ?? '');
        const printed = page(tree);
        const { tags, style } = readPage(printed);
        for (const { name, attributes } of tags) {
          expect(TAGS.has(name), name).toBe(true);
          for (const [attribute, value] of Object.entries(attributes)) {
            expect(ATTRIBUTES.has(attribute), attribute).toBe(true);
            if (attribute === 'href') expect(value).toMatch(/^#|^(?![a-z+.-]*:|\/)[^\\:"<>]*$/i);
            if (attribute === 'id') expect(value).toMatch(/^[A-Za-z0-9_-]+$/);
          }
        }
        const ids = tags.flatMap(({ attributes }) => attributes['id'] ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        expect(sheet(style)).toBe(sheet(readPage(page(SAMPLE)).style));
        expect(page(tree)).toBe(printed);
      }),
      { numRuns: 150 },
    );
  });

  it('is shown whole, with what would act made visible', () => {
    const squeezed = (words: string) => words.replace(/\s+/g, '');
    fc.assert(
      fc.property(text, (typed) => {
        const blocks = [{ block: 'quote', text: typed }] as const;
        const shown = readPage(page({ ...SAMPLE, headline: typed, blocks })).text;
        expect(squeezed(shown).split(squeezed(visible(typed))).length).toBeGreaterThan(2);
      }),
    );
  });
});
