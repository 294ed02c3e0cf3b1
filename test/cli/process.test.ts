import { execFileSync, spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commands } from '../../src/commands/index.js';
import { filledFolder } from '../golden/fixture/audits.js';
import type { Ran } from '../support/cli.js';
import {
  BIN,
  cleanEnv,
  expectDone,
  expectNoStack,
  expectRefused,
  listAt,
  parseJson,
  run,
  runCheckup,
  runProcess,
} from '../support/cli.js';
import { filesIn, fingerprints, tempFolder } from '../support/folders.js';

const COMMANDS = commands.map((entry) => entry.name);

describe('a process', () => {
  const lines: readonly (readonly string[])[] = [
    [],
    ['--help'],
    ['home'],
    ['list', '--json'],
    ['report'],
    ['report', '--quarter', '2026-Q2', '--out', '-', '--format', 'json'],
    ['compare'],
    ['compare', '--out', '-', '--format', 'md'],
    ['brief'],
    ['form'],
    ['answers', '--quarter', '2026-Q2'],
    ['answer', 'owner', 'yes'],
    ['draw', 'callback'],
    ['dealership', 'list'],
    ['checklist', 'check'],
    ['checklist', 'schema'],
    ['verify'],
    ['void'],
    ['where'],
    ['audit', '--quarter', '2026-Q4'],
    ['completion', 'bash'],
    ['list', '--frobnicate'],
    ['--version'],
  ];

  // So that all that is tested in one process holds for what users run.
  test.each(lines.map((args) => ({ args, line: args.join(' ') })))(
    'says the same, and writes the same, as a call in here: checkup $line',
    async ({ args }) => {
      const [here, there] = [await filledFolder(), await filledFolder()];
      const files = (folder: string): Record<string, string> =>
        Object.fromEntries(
          Object.entries(fingerprints(folder)).filter(([name]) => !name.endsWith('.db')),
        );
      const inside = await runCheckup(args, here.at);
      const outside = await runProcess(args, there.at);
      const saidIn = (ran: Ran, folder: string): Omit<Ran, 'ms'> => ({
        code: ran.code,
        stdout: ran.stdout.replaceAll(folder, 'HERE'),
        stderr: ran.stderr.replaceAll(folder, 'HERE'),
      });
      expect(saidIn(outside, there.folder)).toEqual(saidIn(inside, here.folder));
      expect(files(there.folder)).toEqual(files(here.folder));
      expect(`${inside.stdout}${inside.stderr}`).not.toBe('');
    },
  );

  test('is tried with every command there is', () => {
    // The example has its process in demo.test.ts.
    const tried = new Set(['demo', ...lines.map(([name]) => name)]);
    expect(COMMANDS.filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('wrong usage is exit code 2, with a hint and no data', () => {
  test.each([
    [['list', '--frobnicate'], /unknown option '--frobnicate'/],
    [['--frobnicate'], /unknown option '--frobnicate'/],
    [['list', '--db'], /argument missing/],
    [['report', 'too', 'many'], /too many arguments/],
    [['checklist', 'new'], /missing required argument 'dir'/],
    [['checklist', 'frobnicate'], /unknown command|too many arguments/],
    [['audit', '--year-starts', '13'], /It must be a month from 1 to 12/],
  ] as const)('checkup %j', async (args, says) => {
    const home = tempFolder();
    const ran = await runCheckup(args, { home, cwd: home });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expectNoStack(ran);
    expect(ran.stderr).toMatch(says);
    expect(ran.stderr).toContain('--help');
    expect(filesIn(home)).toEqual([]);
  });

  test('a misspelt command is named as such, with the one that was meant', async () => {
    const ran = await runCheckup(['reprot']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/unknown command '?reprot'?/);
    expect(ran.stderr).toMatch(/did you mean .*report/i);
  });
});

describe('--help', () => {
  test('of the program names every command', async () => {
    const { stdout, stderr } = expectDone(await runCheckup(['--help']));
    for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(stderr).toBe('');
  });

  const called = [
    ...COMMANDS,
    ...['check', 'show', 'schema', 'new'].map((name) => `checklist ${name}`),
  ];
  test.each(called)(
    'of %s is on standard output, with exit code 0, and touches nothing',
    async (words) => {
      const args = words.split(' ');
      const home = tempFolder();
      const ran = expectDone(await runCheckup([...args, '--help'], { home, cwd: home }));
      expect(ran.stdout).toContain(`Usage: checkup ${args.join(' ')}`);
      expect(ran.stderr).toBe('');
      expect(filesIn(home)).toEqual([]);
      // Asked the other way round it says the same, flags included.
      if (args.length === 1) {
        const other = expectDone(await runCheckup(['help', ...args]));
        expect(other.stdout).toBe(ran.stdout);
      }
    },
  );

  test('--version is the version of the package, however it is asked', async () => {
    for (const args of [
      ['--version'],
      ['-V'],
      ['--no-color', '--version'],
      ['list', '--version'],
    ]) {
      const { stdout } = expectDone(await runProcess(args));
      expect(stdout).toBe(`${packageJson.version}\n`);
    }
  });
});

describe('global flags', () => {
  test.each(['--quiet', '--no-input', '--no-color'])(
    '%s works before and after the command',
    async (flag) => {
      const { at: where, db } = await filledFolder();
      const want = expectDone(await runCheckup(['list', '--json'], where)).stdout;
      for (const args of [
        ['list', '--json', flag],
        ['list', flag, '--json'],
        [flag, 'list', '--json'],
        [flag, '--db', db, 'list', '--json'],
        ['--db', db, flag, 'list', '--json'],
      ]) {
        const ran = await runCheckup(args, { ...where, env: { CHECKUP_DB: db } });
        expect({ args, code: ran.code, stdout: ran.stdout }).toEqual({
          args,
          code: 0,
          stdout: want,
        });
      }
    },
  );

  test('--quiet leaves only data, --db names the database', async () => {
    const { at: where, db, folder } = await filledFolder();
    for (const args of [['report'], ['compare'], ['list'], []]) {
      const loud = expectDone(await runCheckup(args, where));
      const quiet = expectDone(
        await runCheckup([...args, '--quiet', '--db', db], { home: folder, cwd: folder }),
      );
      expect(quiet.stdout).toBe(loud.stdout);
      expect(quiet.stdout).not.toBe('');
      expect(quiet.stderr).toBe('');
    }
    // An error is said all the same.
    const ran = await runCheckup(['report', '--quarter', '2020-Q1', '--quiet'], where);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/^error: /);
  });
});

describe('streams', () => {
  test('there is no escape code where there is no terminal, whatever the environment asks', async () => {
    const { at: where } = await filledFolder();
    for (const env of [
      {},
      { NO_COLOR: '1' },
      { FORCE_COLOR: '0' },
      { TERM: 'dumb' },
      { COLORTERM: 'truecolor', TERM: 'xterm-256color' },
    ]) {
      for (const args of [
        ['list'],
        ['checklist', 'show', '--core'],
        [],
        ['report', '--quarter', '1'],
      ]) {
        const ran = await runProcess(args, { ...where, env: { ...where.env, ...env } });
        expect(`${ran.stdout}${ran.stderr}`).not.toContain('\u001b');
        expect(`${ran.stdout}${ran.stderr}`).not.toBe('');
      }
    }
  });

  test('data goes to standard output alone, messages to standard error alone', async () => {
    const { at: where } = await filledFolder();
    const list = expectDone(await runProcess(['list', '--json'], where));
    expect(listAt(parseJson(list.stdout), 'audits')).toHaveLength(2);
    expect(list.stderr).toBe('');
    const compared = expectDone(
      await runProcess(['compare', '--out', '-', '--format', 'json'], where),
    );
    expect(parseJson(compared.stdout)).toHaveProperty('changes');
    expect(compared.stderr).toMatch(/^“Response” got better[^]*\n1 Culture /);
  });

  test('a reader that has seen enough, such as head, ends it quietly', async () => {
    const { db, folder } = await filledFolder();
    for (const args of [
      ['checklist', 'show'],
      ['checklist', 'schema'],
      ['report', '--out', '-', '--format', 'json', '--quiet', '--db', db],
    ]) {
      const { code, stderr } = await readLittle(args, folder);
      expect({ args, code, stderr }).toEqual({ args, code: 0, stderr: '' });
    }
  });
});

/** Runs `checkup` and closes its standard output after the first piece, as `head -1` does. */
async function readLittle(
  args: readonly string[],
  home: string,
): Promise<{ code: number | null; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: home,
      env: cleanEnv(home),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stdout.once('data', () => child.stdout.destroy());
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, stderr });
    });
  });
}

describe('a Node that is too old', () => {
  test('hands over to the one this repository brings, arguments and exit code included', async () => {
    const folder = tempFolder();
    const old = join(folder, 'old.mjs');
    writeFileSync(
      old,
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.1.0' } });\n`,
    );
    const args = ['--import', old, BIN];
    const listed = expectDone(await run(process.execPath, [...args, 'list', '--json']));
    expect(parseJson(listed.stdout)).toMatchObject({ audits: [] });
    const wrong = await run(process.execPath, [...args, 'list', '--frobnicate']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--frobnicate');
  });

  const found = oldNodes();
  test.each(found)('%s does', async (node) => {
    const ran = expectDone(await run(node, [BIN, 'list', '--json']));
    expect(parseJson(ran.stdout)).toMatchObject({ audits: [] });
    const refused = await run(node, [BIN, 'report']);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('There is no dealership yet.');
  });
});

/** The Nodes on this machine that are too old for the program, but not for its first file. */
function oldNodes(): string[] {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const files = [...new Set(folders)].map((folder) => join(folder, 'node')).filter(existsSync);
  return files.filter((file) => {
    const version = execFileSync(file, ['--version'], { encoding: 'utf8' });
    const major = Number(/^v(\d+)/.exec(version)?.[1]);
    return major >= 18 && major < 22;
  });
}

test('output that cannot be written is a message and exit code 1, not a success', async () => {
  const { db } = await filledFolder();
  for (const args of [
    '--version',
    '--help',
    'list',
    'list --json',
    'report --out -',
    'compare --out - --format json',
  ]) {
    const line = `exec "${process.execPath}" "${BIN}" --db "${db}" ${args} > /dev/full`;
    const ran = await run('bash', ['-c', line]);
    expect(ran.code, args).toBe(1);
    expect(ran.stderr, args).toContain('The output could not be written (ENOSPC)');
    expectNoStack(ran);
  }
});

test('--version into a pipe that is closed ends without a word', async () => {
  const line = `(sleep 0.2; "${process.execPath}" "${BIN}" --version; echo "ended $?" >&2) | exec 0<&-`;
  const ran = await run('bash', ['-c', line]);
  expect(ran.stderr).toBe('ended 0\n');
});

test('in a folder that has been deleted, help and version are there, and all else says so', async () => {
  const { db } = await filledFolder();
  const call = (args: string): Promise<Ran> => {
    const gone = join(tempFolder(), 'gone');
    const line = `mkdir "${gone}" && cd "${gone}" && rmdir "${gone}" && exec "${process.execPath}" "${BIN}" ${args}`;
    return run('bash', ['-c', line]);
  };
  for (const args of ['--version', '--help', 'report --help']) expectDone(await call(args));
  for (const args of ['list', `report --db "${db}"`]) {
    expectRefused(await call(args), /The folder you are in has been deleted\./);
  }
});
