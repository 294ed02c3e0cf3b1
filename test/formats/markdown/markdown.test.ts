import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, test } from 'vitest';
import { visibleLine } from '../../../src/core/text.js';
import { link, paragraph } from '../../../src/documents/blocks.js';
import { printMarkdown } from '../../../src/formats/markdown/markdown.js';
import { nasty, typedTree } from '../hostile.js';
import { sampleTree } from '../sample.js';

/** What GitHub makes of Markdown. */
function rendered(text: string): string {
  return micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** What is read of a page, but for white space. */
function letters(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|amp|quot);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, '');
}

/** Which blocks a page is made of; lines, paragraphs and what is bold or code hang on what was typed. */
function frame(html: string): string[] {
  return (html.match(/<[^>]*>/g) ?? [])
    .filter((tag) => !/^<\/?(?:p|br|strong|code)\b/.test(tag))
    .map((tag) => tag.replace(/ href="[^"]*"/, ''));
}

function hrefs(html: string): string[] {
  return Array.from(html.matchAll(/href="([^"]*)"/g), ([, href = '']) => href);
}

/** A document in which the texts are said in turn. */
function printed(say: (index: number) => string): string {
  let next = 0;
  return rendered(printMarkdown(typedTree(() => say(next++))));
}

const harmless = printed((index) => `q${String(index)}q`);

describe('typed text', () => {
  test('is text in every place: no link, no picture, no HTML, no markup, nothing lost', () => {
    const typed = nasty.filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(typed, (text) => {
        const html = printed(() => text);
        const shown = visibleLine(text).replace(/\s+/g, '');
        expect(frame(html)).toEqual(frame(harmless));
        expect(letters(html)).toBe(letters(harmless).replace(/q\d+q/g, () => shown));
        for (const href of hrefs(html)) {
          const url = new URL(href, 'file:///reports/here/');
          expect([url.protocol, url.host, url.search, url.hash]).toEqual(['file:', '', '', '']);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    'http://x.example/a_b?c=d&e=f.',
    'Ask a.b@c.example, or www.d.example!',
    'ftp://e.example',
  ])('an address stays text: %s', (text) => {
    const html = rendered(printMarkdown({ ...sampleTree(), blocks: [paragraph(text)] }));
    expect(html).not.toContain('<a');
    expect(letters(html)).toContain(text.replace(/\s+/g, ''));
  });

  test.each([
    ['/etc/passwd', './etc/passwd'],
    ['//evil.example/x', './/evil.example/x'],
    ['javascript:alert(1)', 'javascript%3Aalert%281%29'],
    ['a b/ü)(.pdf', 'a%20b/%C3%BC%29%28.pdf'],
  ])('a link to %s stays beside the document', (to, href) => {
    const html = rendered(printMarkdown({ ...sampleTree(), blocks: [paragraph(link(to, 'x'))] }));
    expect(hrefs(html)).toEqual([href]);
  });
});

test('a document of every kind of block', async () => {
  await expect(printMarkdown(sampleTree())).toMatchFileSnapshot('../../golden/sample-tree.md');
});
