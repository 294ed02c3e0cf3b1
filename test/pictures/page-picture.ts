// Makes the picture of a report that the README shows, from the example as it is kept:
// npm run pictures
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../support/browser.js';
import { indexedPng } from '../support/indexed-png.js';

const PAGE = 'reports/example/2026-Q3-quarterly-checkup.html';
const PICTURE = 'reports/example/page.png';
const WIDTH = 1000;
/** The section after "Do these five first": the picture ends before it. */
const NEXT = '#fall';

const html = await readFile(PAGE).catch(() => null);
if (html === null) throw new Error(`${PAGE} is not there; node bin/checkup.js demo writes it`);

const browser = await openBrowser();
try {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 800 } });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(pathToFileURL(PAGE).href);
  const next = await page.locator(NEXT).first().boundingBox();
  if (next === null) throw new Error(`${PAGE} has no ${NEXT}`);
  const height = Math.floor(next.y) - 24;
  const shot = await page.screenshot({
    clip: { x: 0, y: 0, width: WIDTH, height },
    fullPage: true,
  });

  // The browser reads its own picture: the page itself runs no script and loads no picture.
  const blank = await browser.newPage();
  const rgba = await blank.evaluate<string>(`(async () => {
    const picture = new Image();
    picture.src = 'data:image/png;base64,${shot.toString('base64')}';
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    canvas.drawImage(picture, 0, 0);
    const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
    return new Uint8Array(data).toBase64();
  })()`);
  const png = indexedPng({ width: WIDTH, height, rgba: Buffer.from(rgba, 'base64') });
  await writeFile(PICTURE, png);
  process.stdout.write(`${PICTURE}: ${String(Math.ceil(png.length / 1000))} kB\n`);
} finally {
  await browser.close();
}
