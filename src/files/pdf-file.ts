import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { UserError } from '../core/errors.js';
import { browserArguments, findBrowser } from './browser.js';
import { systemCode } from './read-text.js';

/** A page takes a second or two; a slow computer with many pages a good deal longer. */
const TIME_LIMIT = 120_000;
/** Some browsers hand their work over and end before it is done. */
const GRACE = 3000;
const INSTEAD =
  'The page as HTML can be printed from any browser: open it there and choose "Print".';

/** How a page becomes a PDF. */
export interface PdfOptions {
  /** The browser's program; see `findBrowser`. */
  readonly browser: string;
  /** What it is told beside what every page needs. */
  readonly args?: readonly string[];
  /** Where a folder to work in may be made for the while. */
  readonly folder?: string;
  /** In milliseconds. */
  readonly timeLimit?: number;
  /** How long after the browser's end a PDF may still come, in milliseconds. */
  readonly grace?: number;
}

/**
 * What prints pages on this computer. It looks for a browser with the first page.
 *
 * @param env the variables of the process.
 */
export function pdfPrinter(
  env: Readonly<Record<string, string | undefined>>,
): (html: string) => Promise<Uint8Array> {
  const machine = { platform: platform(), env, exists: existsSync };
  return async (html) => {
    const browser = findBrowser(machine);
    if (browser === null) {
      throw new UserError(
        'No browser was found that could print the PDF.',
        `${INSTEAD} For PDFs install Chrome, Edge or Chromium, or name one with CHECKUP_BROWSER.`,
      );
    }
    return printPdf(html, { browser, args: browserArguments(machine) });
  };
}

/**
 * Prints a page as PDF: by a browser without a window, with a profile of its own, that reaches
 * nothing but the page.
 *
 * @throws UserError when no PDF comes out.
 */
export async function printPdf(html: string, options: PdfOptions): Promise<Uint8Array> {
  const folder = await mkdtemp(join(options.folder ?? tmpdir(), 'checkup-pdf-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    await writeFile(page, html);
    const ended = await run(options, [
      '--headless',
      '--disable-gpu',
      '--disable-extensions',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--no-default-browser-check',
      `--user-data-dir=${join(folder, 'profile')}`,
      '--host-resolver-rules=MAP * ~NOTFOUND',
      // Renamed on the way; a browser passes over the one that it doesn't know.
      '--no-pdf-header-footer',
      '--print-to-pdf-no-header',
      ...(options.args ?? []),
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ]);
    const bytes = await readPdf(pdf, ended === '' ? (options.grace ?? GRACE) : 0);
    if (bytes === null) {
      throw new UserError(`${options.browser} printed no PDF${ended}.`, INSTEAD);
    }
    return bytes;
  } finally {
    await removeFolder(folder);
  }
}

/** Lets the browser do its work; returns how it ended, in words for a sentence about a failure. */
async function run(
  { browser, timeLimit = TIME_LIMIT }: PdfOptions,
  args: string[],
): Promise<string> {
  const child = spawn(browser, args, { stdio: ['ignore', 'ignore', 'pipe'], windowsHide: true });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      child.stderr.destroy();
      const seconds = String(Math.round(timeLimit / 1000));
      reject(new UserError(`${browser} did not print the PDF within ${seconds} s.`, INSTEAD));
    }, timeLimit);
    child.on('error', (error) => {
      clearTimeout(timer);
      const code = systemCode(error);
      reject(new UserError(`${browser} cannot be started (${code}).`, INSTEAD));
    });
    // Not `close`: what the browser leaves behind may hold on to the stream.
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      child.stderr.destroy();
      const line = said.trim().split('\n').at(-1) ?? '';
      const end = `it ended with ${String(code ?? signal)}${line === '' ? '' : `: ${line}`}`;
      resolve(code === 0 ? '' : ` (${end})`);
    });
  });
}

/** A PDF that is whole; null where there is none, or an empty one, or something else. */
async function readPdf(path: string, grace: number): Promise<Uint8Array | null> {
  const end = Date.now() + grace;
  for (;;) {
    const bytes = await readFile(path).catch((error: unknown) => {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (bytes?.subarray(0, 5).toString('latin1') === '%PDF-' && bytes.includes('%%EOF'))
      return bytes;
    if (Date.now() > end) return null;
    await wait(100);
  }
}

async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch (error) {
    // A browser that is still closing its files keeps the folder: no reason to lose the PDF.
    if (systemCode(error) === '') throw error;
  }
}
