import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The Chromium to test with: the one that `CHECKUP_CHROMIUM` names, else one in a usual place; null
 * where there is none. What the variable names has to be there: then no test is left out.
 */
export const CHROMIUM: string | null =
  process.env['CHECKUP_CHROMIUM'] ??
  [...USUAL, chromium.executablePath()].find((path) => existsSync(path)) ??
  null;

/** Starts it, without a window. */
export async function openBrowser(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('there is no Chromium; name one with CHECKUP_CHROMIUM');
  // Root may not use the sandbox, and containers often have none.
  return chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false });
}

/** On which sheets of paper something begins and ends, counted from 0. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Prints a page and finds where the elements of a selector begin and end on paper, in order.
 * Each gets a mark at both ends with a link to it: Chromium writes the place of what is linked to
 * into the PDF.
 */
export async function printedSpans(
  page: Page,
  format: 'A4' | 'Letter',
  selector: string,
): Promise<Span[]> {
  // In the browser's own words: types of its document would be known to all of our files.
  const number = await page.evaluate<number>(`(() => {
    for (const old of document.querySelectorAll('.test-mark')) old.remove();
    const links = Object.assign(document.createElement('div'), { className: 'test-mark' });
    const mark = (id) => {
      const text = { href: '#' + id, textContent: '.' };
      links.append(Object.assign(document.createElement('a'), text));
      const here = document.createElement('span');
      here.style.cssText = 'display: block; height: 0; font-size: 0';
      return Object.assign(here, { id, className: 'test-mark' });
    };
    const found = [...document.querySelectorAll(${JSON.stringify(selector)})];
    found.forEach((element, index) => {
      element.prepend(mark('mark-' + index + '-from'));
      element.append(mark('mark-' + index + '-to'));
    });
    document.body.append(links);
    return found.length;
  })()`);
  const pdf = (await page.pdf({ format, tagged: false })).toString('latin1');
  const sheets = [...pdf.matchAll(/\/Kids \[([^\]]*)\]/g)]
    .flatMap(([, kids = '']) => kids.match(/\d+(?= 0 R)/g) ?? [])
    .filter((id) => new RegExp(`(?:^|\\n)${id} 0 obj\\s<</Type /Page\\s`).test(pdf));
  const place = (id: string): number => {
    const found = new RegExp(`/${id} \\[(\\d+) 0 R /XYZ`).exec(pdf);
    const sheet = sheets.indexOf(found?.[1] ?? '');
    if (sheet < 0) throw new Error(`${id} was not printed`);
    return sheet;
  };
  return Array.from({ length: number }, (_, index) => ({
    from: place(`mark-${String(index)}-from`),
    to: place(`mark-${String(index)}-to`),
  }));
}
