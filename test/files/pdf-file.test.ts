import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/core/errors.js';
import { pdfPrinter, printPdf } from '../../src/files/pdf-file.js';
import { CHROMIUM } from '../support/browser.js';
import { tempFolder } from '../support/folders.js';

const PAGE = '<!doctype html><title>Page</title><style>@page { size: A4 }</style><p>Hello</p>';

/** A program that takes the place of a browser; `$out` is the file that it was asked for. */
function program(folder: string, script: string): string {
  const path = join(folder, 'browser');
  const find = 'for a; do case "$a" in --print-to-pdf=*) out="${a#--print-to-pdf=}";; esac; done';
  writeFileSync(path, `#!/bin/sh\n${find}\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

async function failure(work: Promise<unknown>): Promise<UserError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw new Error('no UserError', { cause: error });
  return error;
}

describe.skipIf(process.platform === 'win32')('a browser that prints no PDF', () => {
  it.each<[string, string, RegExp]>([
    ['writes nothing and says that all is well', 'exit 0', /browser printed no PDF\.$/],
    ['writes an empty file', ': > "$out"', /printed no PDF\.$/],
    ['writes something else', 'echo "<html>" > "$out"', /printed no PDF\.$/],
    ['writes half of one', 'echo "%PDF-1.4 and then" > "$out"', /printed no PDF\.$/],
    ['fails', 'echo "no room" >&2; exit 3', /printed no PDF \(it ended with 3: no room\)\.$/],
  ])('is told of when it %s', async (_, script, message) => {
    const folder = tempFolder();
    const error = await failure(
      printPdf(PAGE, { browser: program(folder, script), folder, grace: 100 }),
    );
    expect(error.message).toMatch(message);
    expect(error.hint).toContain('can be printed from any browser');
    expect(readdirSync(folder)).toEqual(['browser']);
  });

  it('is stopped when it takes too long', async () => {
    const folder = tempFolder();
    const browser = program(folder, 'exec sleep 60');
    const error = await failure(printPdf(PAGE, { browser, folder, timeLimit: 1000 }));
    expect(error.message).toMatch(/did not print the PDF within 1 s\.$/);
    expect(readdirSync(folder)).toEqual(['browser']);
  });

  it('is told of when it is no program', async () => {
    const folder = tempFolder();
    const error = await failure(printPdf(PAGE, { browser: join(folder, 'none'), folder }));
    expect(error.message).toMatch(/cannot be started \(ENOENT\)\.$/);
  });

  it('is told of when there is none', async () => {
    const error = await failure(pdfPrinter({ PATH: tempFolder() })(PAGE));
    expect(error.message).toBe('No browser was found that could print the PDF.');
    expect(error.hint).toContain('HTML can be printed from any browser');
  });

  it('may write after its end, for some hand their work over', async () => {
    const folder = tempFolder();
    const script = '(sleep 1; printf "%%PDF-1.4 %%%%EOF" > "$out") >/dev/null 2>&1 &';
    const pdf = await printPdf(PAGE, { browser: program(folder, script), folder });
    expect(Buffer.from(pdf).toString()).toBe('%PDF-1.4 %%EOF');
  });

  it('gets a profile of its own, no network, and no leave to drop its sandbox', async () => {
    const folder = tempFolder();
    const log = join(folder, 'args');
    const script = `for a; do echo "$a" >> ${log}; done; printf "%%PDF-1.4 %%%%EOF" > "$out"`;
    const browser = program(folder, script);
    await printPdf(PAGE, { browser, folder, args: ['--lang=de'] });
    const args = readFileSync(log, 'utf8').split('\n');
    expect(args).toContain('--host-resolver-rules=MAP * ~NOTFOUND');
    expect(args).toContain('--lang=de');
    expect(args.find((each) => each.startsWith('--user-data-dir='))).toContain(folder);
    expect(args).not.toContain('--no-sandbox');
  });
});

describe.skipIf(CHROMIUM === null)('a browser that is there', () => {
  it('prints the page on the paper that the page names', async () => {
    // Root may not use the sandbox, and containers often have none.
    const env = { CHECKUP_BROWSER: CHROMIUM ?? '', CHECKUP_BROWSER_ARGS: '--no-sandbox' };
    const pdf = Buffer.from(await pdfPrinter(env)(PAGE)).toString('latin1');
    expect(pdf).toMatch(/^%PDF-/);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59\d(?:\.\d+)? 84\d(?:\.\d+)?\]/);
  });
});
