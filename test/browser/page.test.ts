import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { table } from '../../src/documents/blocks.js';
import type { Column, Tree } from '../../src/documents/tree.js';
import type { Paper } from '../../src/formats/format.js';
import { page as printPage } from '../../src/formats/html/page.js';
import { CHROMIUM, openBrowser, printedSpans } from '../support/browser.js';
import { tempFolder, writeFiles } from '../support/folders.js';
import { makeStrip } from '../support/sample/marks.js';
import { SAMPLE, retold } from '../support/sample-tree.js';

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;
const PAPERS = ['A4', 'Letter'] as const;

const LONG = retold(SAMPLE, (text) =>
  text.replace(/\p{L}{5,}/gu, 'Kundendienstqualitätsprüfungsverfahrens'),
);

/** What a PDF draws, sheet by sheet. */
function drawings(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/<<([^<>]*)>> stream\r?\n/g)].flatMap((found) => {
    const from = found.index + found[0].length;
    try {
      const drawn = inflateSync(pdf.subarray(from, text.indexOf('endstream', from)));
      return drawn.includes(' rg\n') ? [drawn.toString('latin1')] : [];
    } catch {
      // A picture or a font.
      return [];
    }
  });
}

describe.skipIf(CHROMIUM === null)('the page in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  interface Shown {
    readonly page: Page;
    /** What it asked for. */
    readonly requests: string[];
    /** What the browser complained of. */
    readonly complaints: string[];
  }

  interface How {
    readonly width?: number;
    readonly colorScheme?: 'light' | 'dark';
    readonly paper?: Paper;
    readonly bypassCSP?: boolean;
  }

  /** A tree in the browser, with every fold open. */
  async function shown(tree: Tree, { width = 1280, paper, ...how }: How = {}): Promise<Shown> {
    const folder = tempFolder();
    writeFiles(folder, { 'page.html': printPage(tree, paper) });
    const page = await browser.newPage({ viewport: { width, height: 900 }, ...how });
    const [requests, complaints]: [string[], string[]] = [[], []];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(pathToFileURL(join(folder, 'page.html')).href);
    return { page, requests, complaints };
  }

  const unfold = (page: Page) =>
    page.evaluate(
      `for (const fold of document.querySelectorAll('details')) fold.open = true; null`,
    );

  test.each(WIDTHS.flatMap((width) => SCHEMES.map((colorScheme) => ({ width, colorScheme }))))(
    'of $width pixels, $colorScheme, never scrolls sideways, asks for nothing, and keeps its policy',
    async ({ width, colorScheme }) => {
      const { page, requests, complaints } = await shown(SAMPLE, { width, colorScheme });
      await unfold(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
      const paper = { light: 'rgb(255, 255, 255)', dark: 'rgb(21, 23, 26)' }[colorScheme];
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(paper);
      await page.close();
    },
  );

  test('has room for words of forty letters on a phone', async () => {
    const { page } = await shown(LONG, { width: 360 });
    await unfold(page);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.close();
  });

  test.each([360, 641, 768])(
    'has room for a table of fourteen columns on %i pixels',
    async (width) => {
      const quarters = Array.from({ length: 12 }, (_, at) => `Q${String((at % 4) + 1)}`);
      const columns: Column[] = [
        { title: 'Item', role: 'name' },
        ...quarters.map((title) => ({ title, role: 'number' }) as const),
        { title: 'Score', role: 'mark' },
      ];
      const cells = ['Callers reach someone who can help', ...quarters.map(() => '100')];
      const blocks = table('Items by quarter', columns, [
        { cells: [...cells, { drawn: makeStrip({ dot: 0.5 }) }] },
      ]);
      const { page } = await shown({ ...SAMPLE, blocks }, { width });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.close();
    },
  );

  test.each([
    { width: 1280, colorScheme: 'light' },
    { width: 1280, colorScheme: 'dark' },
    { width: 360, colorScheme: 'light' },
  ] as const)(
    'of $width pixels, $colorScheme, has nothing that axe finds fault with',
    async (how) => {
      const { page } = await shown(SAMPLE, { ...how, bypassCSP: true });
      await unfold(page);
      await page.evaluate(axe.source);
      const found = await page.evaluate<string[]>(`axe
      .run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
      expect(found).toEqual([]);
      await page.close();
    },
  );

  test('lets no style in beside its own', async () => {
    const { page, complaints } = await shown(SAMPLE);
    const colour = await page.evaluate(`(() => {
      document.querySelector('main').setAttribute('style', 'color: red');
      document.head.append(Object.assign(document.createElement('style'), {
        textContent: 'main { color: red }',
      }));
      return getComputedStyle(document.querySelector('main')).color;
    })()`);
    expect(colour).toBe('rgb(27, 29, 31)');
    expect(complaints.length).toBeGreaterThan(0);
    await page.close();
  });

  test.each(PAPERS)('on %s is whole: nothing cut, and the folds open', async (paper) => {
    const { page } = await shown(SAMPLE, { paper });
    await page.emulateMedia({ media: 'print' });
    for (const selector of [
      '.says',
      '.alarm',
      'figure',
      'tr > :first-child',
      'blockquote',
      '.whole > caption, .whole > tbody > tr:last-child > :first-child',
    ]) {
      const spans = await printedSpans(page, paper, selector);
      expect(spans.length, selector).toBeGreaterThan(0);
      expect(
        spans.filter(({ from, to }) => from !== to),
        selector,
      ).toEqual([]);
    }
    await page.close();
  });

  test.each(PAPERS)('on %s has what a manager needs on the first sheet', async (paper) => {
    const { page } = await shown(SAMPLE, { paper });
    await page.emulateMedia({ media: 'print' });
    const first = await printedSpans(
      page,
      paper,
      'h1, .says, .alarm, #steps, #first, tr > :first-child',
    );
    const sheets = first.slice(0, 18).map(({ to }) => to);
    expect(new Set(sheets)).toEqual(new Set([0]));
    expect((await printedSpans(page, paper, '#fall'))[0]?.from).toBe(1);
    await page.close();
  });

  test.each([
    ['A4', 297],
    ['Letter', 279.4],
  ] as const)(
    'on %s has the name and the number at the foot of every sheet',
    async (paper, high) => {
      const { page } = await shown(SAMPLE, { paper });
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: false });
      const margin = ((high - 13) / 25.4) * 96;
      const feet = drawings(pdf).map((drawing) => {
        const texts = drawing.matchAll(/1 0 0 -1 ([\d.]+) ([\d.]+) Tm/g);
        const below = [...texts].filter(([, , y]) => Number(y) > margin).map(([, x]) => Number(x));
        return { name: below.some((x) => x < 100), number: below.some((x) => x > 600) };
      });
      expect(feet.length).toBeGreaterThan(6);
      expect(feet.filter(({ name, number }) => !name || !number)).toEqual([]);
      await page.close();
    },
  );

  test('shows hostile text as that text', async () => {
    const evil = '</style></title><script>document.title="taken"</script><b onclick="x">"\'&amp;{}';
    const { page, complaints } = await shown(retold(SAMPLE, () => evil));
    const { page: plain } = await shown(retold(SAMPLE, () => 'x'));
    const count = (of: Page) => of.evaluate(`document.querySelectorAll('body *').length`);
    const rules = (of: Page) => of.evaluate(`document.styleSheets[0].cssRules.length`);
    expect(await count(page)).toBe(await count(plain));
    expect(await rules(page)).toBe(await rules(plain));
    expect(await page.title()).toBe(evil);
    expect(await page.textContent('h1')).toBe(evil);
    expect(complaints).toEqual([]);
    await Promise.all([page.close(), plain.close()]);
  });
});
