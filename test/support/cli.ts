import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { answerCall } from '../../src/call.js';
import type { Output } from '../../src/terminal/screen.js';
import { ROOT } from './folders.js';

/** What users run. It starts `dist/`, which vitest builds first. */
export const BIN = join(ROOT, 'bin', 'checkup.js');

/** Where and as whom a process runs. */
export interface RunOptions {
  /** The current folder; the home folder when left out, so that nothing lands in the repository. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The home folder; an empty one, gone afterwards, when left out. */
  readonly home?: string;
  readonly uid?: number;
}

/** Where a call in this process runs. Of the environment it sees what a process would. */
export interface CallOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Partial<Record<'CHECKUP_DB', string>>>;
  readonly home?: string;
  readonly uid?: never;
}

/** How a call of checkup, or a process, ended. */
export interface Ran {
  /** The exit code; -1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

/** The least a process needs of our environment, with a home of its own: none of the user's data. */
export function cleanEnv(
  home: string,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    LOCALAPPDATA: home,
    TZ: 'UTC',
    ...more,
  };
}

/** Runs any program to its end, with no input. */
export async function run(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'checkup-home-'));
  if (options.home === undefined) chmodSync(home, 0o777);
  const started = performance.now();
  try {
    return await new Promise<Ran>((resolve, reject) => {
      const child = spawn(program, args, {
        cwd: options.cwd ?? home,
        env: cleanEnv(home, options.env),
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: 50_000,
        killSignal: 'SIGKILL',
        ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
      });
      const out: Buffer[] = [];
      const err: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
      child.on('error', reject);
      child.on('close', (code) => {
        resolve({
          code: code ?? -1,
          stdout: Buffer.concat(out).toString('utf8'),
          stderr: Buffer.concat(err).toString('utf8'),
          ms: performance.now() - started,
        });
      });
    });
  } finally {
    if (options.home === undefined) rmSync(home, { recursive: true, force: true });
  }
}

/** Runs `checkup` as a process of its own, without a terminal: what users run, bundle and all. */
export async function runProcess(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [BIN, ...args], options);
}

/** The day of all calls in this process: what is long past must not become so while tests grow old. */
const NOW = '2026-11-27T10:00:00.000Z';

/**
 * The same in this process, from the sources, and so many times faster: everything but `main.ts`.
 * For what only a process has (a user, a time zone, signals, streams that break, `~`, two at once)
 * there is `runProcess`.
 */
export async function runCheckup(args: readonly string[], options: CallOptions = {}): Promise<Ran> {
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'checkup-home-'));
  const [stdout, stderr] = [createSink(), createSink()];
  const started = performance.now();
  try {
    const code = await answerCall({
      args,
      script: BIN,
      root: ROOT,
      version: packageJson.version,
      env: cleanEnv(home, options.env),
      folder: options.cwd ?? home,
      now: () => new Date(NOW),
      data: () => Promise.resolve(join(home, '.local', 'share', 'checkup')),
      stdout,
      stderr,
      terminal: null,
      stop: new AbortController().signal,
      flushed: () => Promise.resolve(),
    });
    const ms = performance.now() - started;
    return { code, stdout: stdout.text(), stderr: stderr.text(), ms };
  } finally {
    if (options.home === undefined) rmSync(home, { recursive: true, force: true });
  }
}

/** An output that is no terminal and keeps what it was given. */
function createSink(): Output & { text(): string } {
  let text = '';
  return {
    isTTY: false,
    columns: 0,
    write: (more) => {
      text += more;
    },
    text: () => text,
  };
}

/** Fails unless a run ended with exit code 0; says what it printed. */
export function expectDone(ran: Ran): Ran {
  expect(ran, ran.stderr).toMatchObject({ code: 0 });
  return ran;
}

/**
 * Fails unless a run ended as everything does that the user can mend: exit code 1, exactly one
 * message, no data, no stack.
 */
export function expectRefused(ran: Ran, message: RegExp): Ran {
  expect(ran, ran.stderr).toMatchObject({ code: 1, stdout: '' });
  expectNoStack(ran);
  expect(ran.stderr.match(/^error: /gm), ran.stderr).toHaveLength(1);
  expect(ran.stderr).toMatch(message);
  return ran;
}

/** Fails unless a run ended as wrong usage does: exit code 2 before anything was done or shown. */
export function expectWrongUsage(ran: Ran, message: RegExp): Ran {
  expect(ran, ran.stderr).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr.match(/^error: /gm), ran.stderr).toHaveLength(1);
  expect(ran.stderr).toMatch(message);
  return ran;
}

/** Fails when a stack, or the words for our own bugs, were printed. */
export function expectNoStack(ran: Ran): void {
  expect(ran.stderr).not.toMatch(/^\s+at .*[:(]/m);
  expect(ran.stderr).not.toContain('bug in checkup');
  expect(ran.stderr).not.toContain('node:internal');
}

/** The value at a path of something parsed. Fails where the path ends early. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !(key in here)) {
      throw new Error(`nothing at ${path.join('.')} (stopped at ${String(key)})`);
    }
    here = new Map<string, unknown>(Object.entries(here)).get(String(key));
  }
  return here;
}

/** The same where a list must be. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): unknown[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new Error(`no list at ${path.join('.')}`);
  return found;
}

/** JSON, as something that has to be looked at. */
export function parseJson(text: string): unknown {
  return JSON.parse(text) as unknown;
}
