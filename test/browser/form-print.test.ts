import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kinds } from '../../src/core/checklist/kinds/index.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import type { FormView } from '../../src/documents/form/view.js';
import { document } from '../../src/documents/form/document.js';
import { page as printPage } from '../../src/formats/html/page.js';
import { CHROMIUM, openBrowser, printedSpans } from '../support/browser.js';
import { makeChecklist, makeItem, makeStep } from '../support/checklists.js';
import { makeDraw } from '../support/draws.js';
import { CHECKLISTS, tempFolder, writeFiles } from '../support/folders.js';
import { makeForm, retold } from '../support/forms.js';

const millimetres = (number: number): number => Math.floor((number / 25.4) * 96);

/** What is left of each sheet between the margins, in CSS pixels. */
const SHEETS = {
  A4: { width: millimetres(210 - 28), height: millimetres(297 - 24) },
  Letter: { width: millimetres(215.9 - 28), height: millimetres(279.4 - 24) },
} as const;
const FORMATS = ['A4', 'Letter'] as const;
type Format = (typeof FORMATS)[number];

const quarterly = await requireChecklist(join(CHECKLISTS, 'quarterly-checkup'));
const quick = await requireChecklist(join(CHECKLISTS, 'quick-checkup'));

const every = (own: Record<string, unknown> = {}) =>
  makeChecklist([
    makeStep(
      'every',
      kinds.map(({ name }) => makeItem(name, name, name === 'remark' ? {} : own)),
    ),
  ]);
const refs = Array.from({ length: 60 }, (_, index) => `RO ${String(10_000 + index)}`);

const FORMS: Readonly<Record<string, FormView>> = {
  'quarterly, core': makeForm(quarterly, { scope: 'core' }),
  'quarterly, full': makeForm(quarterly, { dealership: 'Example Motors', quarter: '2026-Q3' }),
  'quarterly, by department': makeForm(quarterly, { order: 'department' }),
  quick: makeForm(quick),
  'words of 40 letters': makeForm(
    retold(quarterly, 'Kundendienstqualitätsprüfungsverfahrens1 '.repeat(4)),
  ),
  'one word of 150 letters': makeForm(retold(every(), 'w'.repeat(150))),
  Chinese: makeForm(retold(every(), '每位客户的问题是否在约定时间内得到答复并记录在案'.repeat(4))),
  'drawn records': makeForm(every(), {
    draws: [
      makeDraw({ item: 'sample', refs }),
      makeDraw({ item: 'trace', refs }),
      makeDraw({ refs }),
    ],
  }),
  'drawn records with long names': makeForm(every(), {
    draws: ['sample', 'trace', null].map((item) =>
      makeDraw({ item, refs: refs.map((ref) => ref.repeat(9)) }),
    ),
  }),
};

describe.skipIf(CHROMIUM === null)('the form on paper', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** A form in the browser, and the requests it made. */
  async function shown(view: FormView): Promise<{ page: Page; requests: string[] }> {
    const folder = tempFolder();
    writeFiles(folder, { 'form.html': printPage(document(view)) });
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, 'form.html')).href);
    return { page, requests };
  }

  /** Fails for what is cut: it has to begin and end on one sheet. */
  async function expectWhole(page: Page, format: Format, selector: string): Promise<number> {
    const spans = await printedSpans(page, format, selector);
    for (const [index, { from, to }] of spans.entries()) {
      expect(to, `${selector} ${String(index + 1)} on ${format}`).toBe(from);
    }
    return spans.length;
  }

  test.each(Object.entries(FORMS))(
    'of %s has nothing cut and nothing beside the page',
    async (name, view) => {
      const { page } = await shown(view);
      await page.emulateMedia({ media: 'print' });
      for (const format of FORMATS) {
        await page.setViewportSize({ width: SHEETS[format].width, height: 1000 });
        const wide = await page.evaluate<string[]>(`(() => {
          const { clientWidth } = document.documentElement;
          return [...document.querySelectorAll('body *')]
            .filter(
              (each) =>
                each.getBoundingClientRect().right > clientWidth + 0.5 ||
                (each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1),
            )
            .map((each) => each.outerHTML.slice(0, 80));
        })()`);
        expect(wide, format).toEqual([]);

        // What is higher than a sheet, with what has to stay with it, can't be whole on one.
        const tall = await page.evaluate<number>(`(() => {
          const high = (each) => each?.getBoundingClientRect().height ?? 0;
          const blocks = [...document.querySelectorAll('.entry:not(.of-cases), .of-cases .lead')];
          const heading = (each) => each.closest('section')?.querySelector('h2');
          const cases = (each) => (each.matches('.lead') ? 200 : 0);
          const room = ${String(SHEETS[format].height)};
          const tall = blocks.filter((each) => high(each) + high(heading(each)) + cases(each) > room);
          for (const each of tall) each.classList.add('tall');
          return tall.length;
        })()`);
        if (name.startsWith('qu')) expect(tall).toBe(0);
        const items = await expectWhole(page, format, '.entry:not(.of-cases, .tall)');
        expect(items).toBeGreaterThan(0);
        await expectWhole(page, format, '.cases tbody .place');
        await expectWhole(page, format, '.of-cases .lead:not(.tall), .of-cases .tail');
        await expectWhole(page, format, 'section > h2, .blanks');
      }
      await page.close();
    },
  );

  test('keeps each heading with its first item, and no case alone', async () => {
    const { page } = await shown(makeForm(quarterly));
    const together: readonly (readonly [string, string])[] = [
      ['section:has(.entry) > h2', 'h2 + .entry > .lead, h2 + p + .entry > .lead'],
      ['.of-cases .lead', '.cases tbody tr:nth-child(2) .place'],
      ['.cases tbody tr:nth-last-child(2) .place', '.of-cases .tail'],
    ];
    for (const format of FORMATS) {
      for (const [first, second] of together) {
        const above = await printedSpans(page, format, first);
        const below = await printedSpans(page, format, second);
        expect(below.length, second).toBe(above.length);
        expect(above.length, first).toBeGreaterThan(1);
        expect(
          above.map(({ to }) => to),
          first,
        ).toEqual(below.map(({ from }) => from));
      }
    }
    await page.close();
  });

  test('begins a new sheet for each department', async () => {
    const { page } = await shown(makeForm(quarterly, { order: 'department' }));
    const headings = await printedSpans(page, 'A4', 'section > h2');
    const sheets = headings.map(({ from }) => from);
    expect(headings.length).toBeGreaterThan(4);
    expect(new Set(sheets).size).toBe(sheets.length);
    await page.close();
  });

  test('is black on white whatever the screen prefers, and asks nothing of the network', async () => {
    const { page, requests } = await shown(makeForm(quarterly, { scope: 'core' }));
    const colours = () =>
      page.evaluate<string[]>(`(() => {
        const { color, backgroundColor } = getComputedStyle(document.querySelector('.box'));
        return [color, backgroundColor];
      })()`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await colours()).toEqual(['rgb(27, 29, 31)', 'rgb(255, 255, 255)']);
    await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
    expect(await colours()).toEqual(['rgb(236, 238, 240)', 'rgb(21, 23, 26)']);
    expect(requests).toHaveLength(1);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    // On a telephone nothing but a table of cases scrolls sideways.
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.close();
  });

  test('shows a text that would be markup as that text, and its style stays whole', async () => {
    const evil =
      '</style><script>document.title="taken"</script>"}@page{margin:0} <b onclick="x">\'&amp; \\';
    const rules = (page: Page) =>
      page.evaluate('[...document.styleSheets].map(({ cssRules }) => cssRules.length)');
    const { page: plain } = await shown(makeForm(every(), { dealership: 'x' }));
    const { page } = await shown(makeForm(retold(every(), evil), { dealership: evil }));
    expect(await rules(page)).toEqual(await rules(plain));
    expect(await page.locator('script, b[onclick]').count()).toBe(0);
    expect(await page.title()).toBe(`${evil} · ${evil}`);
    expect(await page.textContent('h1')).toBe(evil);
    await Promise.all([page.close(), plain.close()]);
  });
});
