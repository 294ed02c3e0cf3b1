import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import axe from 'axe-core';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { page as printPage } from '../../src/formats/html/page.js';
import { CHROMIUM, openBrowser, printedSpans } from '../support/browser.js';
import type { Example, Shown } from '../support/example.js';
import { documentsIn, inStore, playExample } from '../support/example.js';
import { sharedFolder, writeFiles } from '../support/folders.js';
import { recordHostile } from '../support/hostile-audits.js';

// The documents of the example, as people see them: on screens of three widths, light and dark, and
// on paper.

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'] as const;
/** So many sheets a full report may take, its whole method included. */
const MOST_SHEETS = 12;
const UNFOLD = `for (const fold of document.querySelectorAll('details')) fold.open = true; null`;
const FAULTS = `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`;

/** How many sheets of paper a PDF has. */
function sheetsOf(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type \/Page\s/g)?.length ?? 0;
}

describe.skipIf(CHROMIUM === null)('the pages of the example in a browser', () => {
  const folder = sharedFolder();
  let browser: Browser;
  let page: Page;
  let example: Example;
  /** Audits with an earlier one and without, and one of each other document. */
  let shown: readonly Shown[];
  const [requests, complaints]: [string[], string[]] = [[], []];
  beforeAll(async () => {
    browser = await openBrowser();
    // axe is brought in past the policy; whether that holds is looked at without.
    const context = await browser.newContext({ bypassCSP: true });
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    example = await playExample();
    const others = ['comparison', 'trend', 'group', 'masked example-motors', 'brief', 'form'];
    shown = example.documents.filter(({ name, kind }) => kind === 'audit' || others.includes(name));
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Opens a page from a file, its folds closed, and forgets what was asked for before. */
  async function open(html: string, name = 'page.html', on = page): Promise<void> {
    writeFiles(folder, { [name]: html });
    requests.length = 0;
    complaints.length = 0;
    await on.emulateMedia({ media: null });
    await on.goto(pathToFileURL(join(folder, name)).href);
  }

  test('are audits with and without an earlier one, comparison, trend, group, masked, brief, form', () => {
    expect(shown.map(({ kind }) => kind).sort()).toEqual([
      'audit',
      'audit',
      'audit',
      'brief',
      'comparison',
      'form',
      'group',
      'masked',
      'trend',
    ]);
  });

  test('never scroll sideways, ask for nothing and complain of nothing', async () => {
    for (const { name, html } of shown) {
      await open(html);
      for (const isOpen of [false, true]) {
        if (isOpen) await page.evaluate(UNFOLD);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          expect(wide, `${name}, ${String(width)}`).toBe(width);
        }
      }
      expect(requests.length, name).toBe(1);
      expect(complaints, name).toEqual([]);
      expect(await page.evaluate('document.scripts.length'), name).toBe(0);
    }
  });

  test('keep their policy, which lets nothing in', async () => {
    const strict = await browser.newPage();
    const said: string[] = [];
    strict.on('console', (message) => said.push(message.text()));
    for (const { name, html } of shown) {
      await open(html, 'page.html', strict);
      expect(said, name).toEqual([]);
    }
    const ran = await strict.evaluate(`(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.head.append(script);
      return document.title;
    })()`);
    expect(ran).not.toBe('taken');
    expect(said.length).toBeGreaterThan(0);
    await strict.close();
  });

  test.each([
    { width: 1280, scheme: 'light' },
    { width: 1280, scheme: 'dark' },
    { width: 360, scheme: 'light' },
    // What is dark only where it is narrow shows in one that has everything.
    { width: 360, scheme: 'dark', only: 'audit 2026-Q3' },
  ] as const)(
    'have nothing that axe finds fault with: $width pixels, $scheme',
    async ({ width, scheme, ...which }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      // Two audits are alike enough for what takes longest.
      const some = shown.filter(({ name }) =>
        'only' in which ? name === which.only : name !== 'audit 2026-Q2',
      );
      expect(some).not.toEqual([]);
      for (const { name, html } of some) {
        await open(html);
        await page.evaluate(UNFOLD);
        await page.evaluate(axe.source);
        expect(await page.evaluate(FAULTS), name).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );

  test.each(SCHEMES)('are drawn on the paper of the %s scheme', async (scheme) => {
    await page.emulateMedia({ colorScheme: scheme });
    const paper = { light: 'rgb(255, 255, 255)', dark: 'rgb(21, 23, 26)' }[scheme];
    for (const { html } of shown) {
      await open(html);
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(paper);
    }
    await page.emulateMedia({ colorScheme: 'light' });
  });

  const audits = (): readonly Shown[] => shown.filter(({ kind }) => kind === 'audit');

  test.each(['A4', 'Letter'] as const)(
    'have all that a manager needs on the first sheet of %s',
    async (paper) => {
      for (const { name, tree } of audits()) {
        await open(printPage(tree, paper));
        const spans = await printedSpans(
          page,
          paper,
          `h1, .says, figure.of-strip, .alarm, #steps, #todo,
         section:has(> #steps) tbody tr > :first-child, section:has(> #todo) tbody tr > :first-child`,
        );
        // Headline, score, strip and two titles; six steps and five things to do; alarms.
        expect(spans.length, name).toBeGreaterThanOrEqual(5 + 6 + 5);
        expect(
          spans.filter(({ to }) => to > 0),
          name,
        ).toEqual([]);
        // Whatever comes then begins a sheet of its own.
        const next = await printedSpans(page, paper, 'section:has(> #todo) + section > h2');
        expect(next[0]?.from, name).toBe(1);
      }
    },
  );

  test('take at most twelve sheets of A4, method included, as pages and as Markdown', async () => {
    const long = shown.filter(({ kind }) => kind === 'audit' || kind === 'comparison');
    for (const { name, html, markdown } of long) {
      await open(html);
      const pdf = await page.pdf({ format: 'A4', tagged: false });
      expect(sheetsOf(pdf), name).toBeLessThanOrEqual(MOST_SHEETS);
      await open(rendered(markdown));
      const margin = { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' };
      const plain = await page.pdf({ format: 'A4', tagged: false, margin });
      expect(sheetsOf(plain), `${name}: Markdown`).toBeLessThanOrEqual(MOST_SHEETS);
    }
  });

  test('print in letters of eight points at least', async () => {
    for (const { name, html } of shown) {
      await open(html);
      await page.emulateMedia({ media: 'print' });
      const small = await page.evaluate<string[]>(`[...document.querySelectorAll('body *')]
        .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ''))
        .filter((each) => each.getClientRects().length > 0 && !each.closest('.unseen'))
        .filter((each) => parseFloat(getComputedStyle(each).fontSize) < 8 * 96 / 72 - 0.01)
        .map((each) => getComputedStyle(each).fontSize + ' ' + each.outerHTML.slice(0, 80))`);
      expect([...new Set(small)].slice(0, 10), name).toEqual([]);
    }
  });

  test('print and show hostile words as words', async () => {
    const { documents } = await inStore(async (store) =>
      documentsIn(store, { ...(await recordHostile(store)), today: new Date('2026-10-02') }),
    );
    for (const { name, html } of documents) {
      await open(html);
      await page.evaluate(UNFOLD);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBe(width);
      }
      expect(requests.length, name).toBe(1);
      expect(complaints, name).toEqual([]);
      expect(
        await page.evaluate(
          `document.querySelectorAll('script, img, iframe, [onclick], [onerror]').length`,
        ),
      ).toBe(0);
    }
    const [audit] = documents;
    await open(audit?.html ?? '');
    const pdf = await page.pdf({ format: 'A4', tagged: false });
    expect(sheetsOf(pdf)).toBeGreaterThan(5);
    // What can be clicked or run in a PDF is written in plain sight.
    expect(pdf.toString('latin1')).not.toMatch(/\/(?:JavaScript|JS|Launch|URI \((?!file:))/);
  });
});

/** Markdown as a plain page shows it. */
function rendered(markdown: string): string {
  const body = micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
  return `<!doctype html><meta charset="utf-8"><title>Plain</title><style>
    body { font: 10pt/1.35 sans-serif; } table { border-collapse: collapse; width: 100%; }
    th, td { padding: 2px 5px; border: 1px solid #ccc; text-align: left; } p, ul { margin: 5px 0; }
    h1 { font-size: 16pt; } h2 { font-size: 13pt; margin: 12px 0 4px; } h3, h4 { font-size: 10.5pt; margin: 8px 0 3px; }
    blockquote { margin: 4px 0 4px 10px; }
  </style>${body}`;
}
