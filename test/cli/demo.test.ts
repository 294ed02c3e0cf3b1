import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { QUARTERS } from '../../src/core/example/dealership-story.js';
import { EXAMPLE_GROUP, STORIES } from '../../src/core/example/story.js';
import { expectDone, expectNoStack, parseJson, runCheckup, runProcess } from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import { ROOT, filesIn, fingerprints, sharedFolder, tempFolder } from '../support/folders.js';

/** What the README shows beside what the example writes. */
const PICTURES = ['page.png', 'walk.svg'];

/** What the example writes: what comes the same everywhere. */
const FORMATS = ['html', 'md', 'json'];

/** The example as it was played in a home. */
interface Played {
  readonly ran: Ran;
  readonly home: string;
  /** What it wrote below `reports/`. */
  readonly written: Record<string, string>;
}

/** Plays the example in an empty home. */
async function play(
  args: readonly string[],
  home = tempFolder(),
  runner: typeof runProcess | typeof runCheckup = runCheckup,
): Promise<Played> {
  const ran = expectDone(await runner(args, { home, cwd: home }));
  return { ran, home, written: fingerprints(join(home, 'reports')) };
}

function databaseIn(home: string): string {
  return join(home, filesIn(home).find((name) => name.endsWith('example.db')) ?? '');
}

const listSchema = z.object({
  format: z.literal('checkup-list'),
  formatVersion: z.literal(1),
  audits: z.array(z.looseObject({ quarter: z.string(), state: z.string(), seal: z.string() })),
});

/** What the example's database holds, as `checkup list` has it. */
async function listed(home: string): Promise<z.output<typeof listSchema>['audits']> {
  const list = await runCheckup(['list', '--json', '--db', databaseIn(home)]);
  return listSchema.parse(parseJson(expectDone(list).stdout)).audits;
}

// For all who only look at what was played.
const SHARED = sharedFolder();
let example: Played;
beforeAll(async () => {
  example = await play(['demo'], SHARED);
});

test('the example names every file it writes, and all of them are there', () => {
  const { ran, home } = example;
  const named = ran.stdout.trimEnd().split('\n');
  expect([...named].sort()).toEqual(filesIn(home).filter((name) => name.startsWith('reports')));
  // Two audits, a comparison, the trend, the group and what one of it may see, each to read, to edit
  // and for programs.
  expect(named).toHaveLength(6 * FORMATS.length);
  expect(new Set(named.map((name) => name.split('.').at(-1)))).toEqual(new Set(FORMATS));
  // The only other file is its database, named too, apart from the user's own.
  const [database, ...others] = filesIn(home).filter((name) => !name.startsWith('reports'));
  expect(others).toEqual([]);
  expect(database).toMatch(/example\.db$/);
  expect(ran.stderr).toContain(String(database));
  for (const quarter of ['Q2 2026', 'Q3 2026']) {
    expect(ran.stderr).toContain(`Example Motors, ${quarter} · `);
  }
});

test('the example keeps five dealerships of one group, eight quarters each, by two versions of the checklist', async () => {
  const { ran, home } = example;
  const database = databaseIn(home);
  const ask = async (args: readonly string[]): Promise<unknown> =>
    parseJson(expectDone(await runCheckup([...args, '--json', '--db', database])).stdout);
  const audits = await listed(home);
  expect(audits).toHaveLength(40);
  expect(new Set(audits.map(({ state }) => state))).toEqual(new Set(['sealed']));
  expect(new Set(audits.map(({ quarter }) => quarter))).toEqual(new Set(QUARTERS));
  const names = STORIES.map(({ name }) => name);
  expect(await ask(['dealership', 'list', '--group', EXAMPLE_GROUP])).toMatchObject({
    dealerships: names.map((name) => ({ name, group: EXAMPLE_GROUP })),
  });
  // The screen says how each of them did.
  for (const name of names) expect(ran.stderr).toContain(`\n${name} `);
  expect(
    await ask(['checklist', 'diff', 'example-motors@2025-Q3', 'example-motors@2025-Q4']),
  ).toMatchObject({ from: { version: 1 }, to: { version: 3 } });
});

test('the example comes out the same, byte for byte, on every machine and every time', async () => {
  const first = await play(['demo']);
  const again = await play(['demo'], first.home);
  expect(again.written).toEqual(first.written);
  expect(again.ran.stdout).toBe(first.ran.stdout);
  const seals = await listed(first.home);
  expect(example.written).toEqual(first.written);
  // The list has the seals of all audits, reported or not.
  expect(await listed(example.home)).toEqual(seals);
  expect(new Set(seals.map(({ seal }) => seal)).size).toBe(40);
  // Another zone and another language change nothing.
  const home = tempFolder();
  expectDone(
    await runProcess(['demo'], {
      home,
      cwd: home,
      env: { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    }),
  );
  expect(fingerprints(join(home, 'reports'))).toEqual(first.written);
});

test('npm start without a terminal does the same, and leaves what the user has alone', async () => {
  const started = await play(['home', '--or-demo'], tempFolder(), runProcess);
  expect(started.written).toEqual(example.written);
  expect(started.ran.stdout).toBe(example.ran.stdout);
  const list = expectDone(await runCheckup(['list', '--json'], { home: started.home }));
  expect(parseJson(list.stdout)).toMatchObject({ audits: [] });
});

test('the example may go elsewhere, and says so when it can’t', async () => {
  const { home, ran } = await play(['demo', '--out', 'reports/mine']);
  expect(filesIn(join(home, 'reports'))).toHaveLength(6 * FORMATS.length);
  expect(ran.stdout).toMatch(/^reports[\\/]mine[\\/]/);
  // A place that can't be written to is one message.
  const refused = await runCheckup(['demo', '--out', ran.stdout.split('\n')[0] ?? ''], {
    home,
    cwd: home,
  });
  expectNoStack(refused);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toMatch(/was not written: a file stands where a folder is needed/);
});

// After a change that is meant: vitest run test/cli/demo.test.ts -u, then read the difference.
test('reports/example in the repository is what the example writes now', async () => {
  const written = join(example.home, 'reports', 'example');
  const kept = join(ROOT, 'reports', 'example');
  for (const name of filesIn(written)) {
    const text = readFileSync(join(written, name), 'utf8');
    await expect(text).toMatchFileSnapshot(join(kept, name));
  }
  // Beside the reports there are the pictures of the README.
  expect(filesIn(kept).filter((name) => !PICTURES.includes(name))).toEqual(filesIn(written));
});
