import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { PAGE_BREAK, heading, paragraph } from '../../../src/documents/blocks.js';
import { formats } from '../../../src/formats/index.js';
import { page } from '../../../src/formats/html/page.js';
import { readPage } from '../../support/html.js';
import { SAMPLE, printableTree } from '../../support/sample-tree.js';

const PAGE = page(SAMPLE);
const { tags, style } = readPage(PAGE);
const named = (name: string) => tags.filter((tag) => tag.name === name);
const noTools = { toPdf: () => Promise.reject(new Error('no PDF here')) };

describe('a page', () => {
  it('is the same, byte for byte, each time', () => {
    expect(page(SAMPLE)).toBe(PAGE);
    expect(PAGE.length).toBeLessThan(150_000);
  });

  it('lets the browser hold it to its own style and nothing else', () => {
    const hash = createHash('sha256').update(style).digest('base64');
    const policies = named('meta').filter(({ attributes }) => 'http-equiv' in attributes);
    expect(policies.map(({ attributes }) => attributes)).toEqual([
      {
        'http-equiv': 'Content-Security-Policy',
        content: `default-src 'none'; style-src 'sha256-${hash}'; img-src data:`,
      },
    ]);
    expect(tags.filter(({ attributes }) => 'style' in attributes)).toEqual([]);
    expect(named('script')).toEqual([]);
    expect(PAGE).not.toMatch(/https?:|\son[a-z]+=|javascript:|url\(/);
  });

  it('says what it is: its language, its title, its landmarks, one heading above all', () => {
    expect(named('html').map(({ attributes }) => attributes)).toEqual([{ lang: 'en' }]);
    expect(PAGE).toContain(`<title>${SAMPLE.title}</title>`);
    for (const name of ['header', 'main', 'nav', 'footer', 'h1']) {
      expect(named(name), name).toHaveLength(1);
    }
    expect(tags.find(({ name }) => name === 'a')?.attributes).toEqual({
      class: 'skip',
      href: '#_main',
    });
  });

  it('has contents that lead to its sections, and no id twice', () => {
    const ids = tags.flatMap(({ attributes }) => attributes['id'] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = tags.flatMap(({ attributes }) => attributes['href'] ?? []);
    const inside = links.filter((link) => link.startsWith('#'));
    expect(inside.length).toBeGreaterThan(9);
    expect(inside.filter((link) => !ids.includes(link.slice(1)))).toEqual([]);
    expect(links.filter((link) => !link.startsWith('#'))).toEqual([
      'evidence/list%20of%20calls%20(30%20%25).pdf',
    ]);
  });

  it('gives every table a caption and heads with a scope', () => {
    expect(named('caption')).toHaveLength(named('table').length);
    expect(named('table').length).toBeGreaterThan(9);
    expect(named('th').filter(({ attributes }) => !('scope' in attributes))).toEqual([]);
  });

  it('hides each drawing from those who hear the page, or says what it shows', () => {
    const silent = tags.filter(
      ({ name, attributes }) =>
        name === 'svg' &&
        attributes['class']?.startsWith('m') === true &&
        attributes['aria-hidden'] !== 'true' &&
        !('aria-label' in attributes),
    );
    expect(silent).toEqual([]);
    const pictures = tags.filter(({ attributes }) => attributes['role'] === 'img');
    expect(pictures.every(({ attributes }) => attributes['aria-label'] !== '')).toBe(true);
  });

  it('begins a new sheet of paper with the section behind a page break', () => {
    const blocks = [
      paragraph('one'),
      PAGE_BREAK,
      heading('Two', 'two'),
      PAGE_BREAK,
      paragraph('3'),
    ];
    const text = page({ ...SAMPLE, blocks });
    expect(text).toContain('<section class="new-page"><h2 id="two">Two</h2>');
    expect(text.match(/<div class="page-break">/g)).toHaveLength(1);
  });

  it('keeps the first of two places with one id', () => {
    const text = page({
      ...SAMPLE,
      blocks: [heading('A', 'x'), heading('B', 'x'), heading('C', '_')],
    });
    expect(text).toContain('<h2 id="x">A</h2>');
    expect(text).toContain('<h2>B</h2>');
    expect(text).toContain('<h2 id="_5f_">C</h2>');
  });

  it('leaves the paper to whoever prints it; as PDF it is A4, or what was asked for', async () => {
    const [, pdf] = formats;
    expect(/@page \{ (\w+):/.exec(style)?.[1]).toBe('margin');
    const papers: string[] = [];
    const toPdf = (html: string) => {
      papers.push(/@page \{ size: (\w+);/.exec(html)?.[1] ?? '');
      return Promise.resolve(new Uint8Array([1]));
    };
    expect(await pdf?.print(printableTree(SAMPLE), { toPdf })).toEqual([
      { part: '', content: new Uint8Array([1]) },
    ]);
    await pdf?.print(printableTree(SAMPLE), { toPdf, paper: 'Letter' });
    expect(papers).toEqual(['A4', 'Letter']);
  });

  it('is what the format html prints', async () => {
    const html = formats.find(({ name }) => name === 'html');
    expect(await html?.print(printableTree(SAMPLE), noTools)).toEqual([
      { part: '', content: PAGE },
    ]);
  });
});
