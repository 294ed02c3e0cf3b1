// Pages that are opened once they are written. The desktop is a program that notes what it is told.
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectDone, expectWrongUsage, runCheckup, runProcess } from '../support/cli.js';
import { writeFiles } from '../support/folders.js';
import type { Desk, Session } from '../support/terminal.js';
import { KEY, createDesk } from '../support/terminal.js';

let desk: Desk;
let note: string;

beforeAll(async () => {
  desk = createDesk();
  note = join(desk.home, 'opened');
  writeFiles(desk.home, {
    'bin/xdg-open': `#!/bin/sh\necho "$1" > '${note}~'\nmv '${note}~' '${note}'\n`,
  });
  chmodSync(join(desk.home, 'bin/xdg-open'), 0o755);
  expectDone(await runProcess(['demo', '--out', 'example'], { home: desk.home }));
});

afterAll(() => {
  desk.clear();
});

const EXAMPLE = '.local/share/checkup/example.db';
const REPORT = [
  'report',
  '--db',
  EXAMPLE,
  '--dealership',
  'example-motors',
  '--quarter',
  '2026-Q3',
];

/** Starts a command where there is a desktop; other variables may say otherwise. */
function sit(args: readonly string[], env: Readonly<Record<string, string>> = {}): Session {
  rmSync(note, { force: true });
  const PATH = `${join(desk.home, 'bin')}:${process.env['PATH'] ?? ''}`;
  return desk.start(args, { columns: 120, env: { DISPLAY: ':99', PATH, ...env } });
}

/** What the desktop was told to open; it is a moment behind. */
async function opened(): Promise<string> {
  for (let tries = 0; !existsSync(note) && tries < 100; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return readFileSync(note, 'utf8').trim();
}

test.each([
  ['report', [...REPORT, '--open'], '2026-Q3-quarterly-checkup.html'],
  [
    'report in another format',
    [...REPORT, '--format', 'md', '--open'],
    '2026-Q3-quarterly-checkup.html',
  ],
  [
    'compare',
    ['compare', '--db', EXAMPLE, '--dealership', 'example-motors', '--open'],
    '2026-Q2-to-2026-Q3-quarterly-checkup.html',
  ],
])('%s --open names the page and opens it', async (_what, args, name) => {
  const session = sit(args);
  expect(await session.ended).toBe(0);
  const page = join('reports', 'example-motors', name);
  expect(session.raw()).toContain(page);
  expect(await opened()).toBe(join(desk.home, page));
});

test('the page is opened where no PDF comes out, and then it is said why', async () => {
  const session = sit([...REPORT, '--format', 'pdf', '--open'], { CHECKUP_BROWSER: '/nowhere' });
  expect(await session.ended).toBe(1);
  expect(session.screen()).toMatch(
    /2026-Q3-quarterly-checkup\.html[^]*CHECKUP_BROWSER names \/nowhere/,
  );
  expect(await opened()).toMatch(/2026-Q3-quarterly-checkup\.html$/);
});

test.each([
  ['over SSH', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, 'you are connected over SSH'],
  ['without a desktop', { DISPLAY: '' }, 'there is no desktop here'],
  ['where nothing opens files', { PATH: '/nowhere' }, 'could not be opened'],
])('%s the path has to do, and it is said why', async (_where, env, why) => {
  const session = sit([...REPORT, '--open'], env);
  expect(await session.ended).toBe(0);
  expect(session.screen()).toMatch(new RegExp(`2026-Q3-quarterly-checkup\\.html[^]*${why}`));
  expect(existsSync(note)).toBe(false);
});

test('after the seal the page is offered, and opened only where that is wanted', async () => {
  const yes = sit([...REPORT, '--shown']);
  await yes.until(/2026-Q3-quarterly-checkup\.html[^]*Open the page\?/);
  yes.type(KEY.enter);
  expect(await yes.ended).toBe(0);
  expect(await opened()).toMatch(/2026-Q3-quarterly-checkup\.html$/);
  const no = sit([...REPORT, '--shown']);
  await no.until('Open the page?');
  no.type(`n${KEY.enter}`);
  expect(await no.ended).toBe(0);
  expect(existsSync(note)).toBe(false);
});

test('where nothing can be opened, or no page was written, nothing is offered', async () => {
  for (const session of [
    sit([...REPORT, '--shown'], { SSH_TTY: '/dev/pts/7' }),
    sit([...REPORT, '--shown', '--format', 'md']),
  ]) {
    expect(await session.ended).toBe(0);
    expect(session.raw()).not.toContain('Open the page?');
  }
});

test('without a terminal nothing is opened, and where there is no one page that is wrong usage', async () => {
  const { home } = desk;
  const ran = expectDone(await runCheckup([...REPORT, '--open', '--format', 'json'], { home }));
  expect(ran.stdout).toMatch(/2026-Q3-quarterly-checkup\.html/);
  expect(ran.stderr).toContain('there is no terminal here');
  expectWrongUsage(await runCheckup([...REPORT, '--open', '--out', '-'], { home }), /--out -/);
  const masked = ['compare', '--db', EXAMPLE, '--all', '--masked', '--open'];
  expectWrongUsage(await runCheckup(masked, { home }), /--open.*--masked/);
});
