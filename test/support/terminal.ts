import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { IPty } from '@lydell/node-pty';
import { spawn } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { UNSEEN } from '../../src/interview/ahead.js';

const BIN = fileURLToPath(new URL('../../bin/checkup.js', import.meta.url));

/** Where a person sits: a home folder of their own, which outlives the programs started in it. */
export interface Desk {
  readonly home: string;
  readonly database: string;
  /** Starts checkup in a real terminal. */
  start(args: readonly string[], options?: TerminalOptions): Session;
  /** Starts any other program there. */
  startProgram(program: string, args: readonly string[], options?: TerminalOptions): Session;
  /** Takes everything away. */
  clear(): void;
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** One program in one terminal. */
export interface Session {
  readonly pid: number;
  /** The terminal itself, for those who draw it. */
  readonly terminal: Terminal;
  /** The screen as a person sees it, without empty lines at the end. */
  screen(): string;
  /** Every byte that the program wrote. */
  raw(): string;
  /** Types keys, as they are. */
  type(keys: string): void;
  /** Waits until the program has written a text since the last `answer`; fails with the screen. */
  until(text: string | RegExp): Promise<void>;
  /** Types keys, then waits for a text that comes after them. */
  answer(keys: string, until: string | RegExp): Promise<void>;
  /** Gives the window another size. */
  resize(columns: number, rows: number): void;
  kill(signal?: string): void;
  /** The exit code, or the signal's number as a negative one. */
  readonly ended: Promise<number>;
}

export const KEY = {
  enter: '\r',
  down: '\u001b[B',
  up: '\u001b[A',
  space: ' ',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
  ctrlU: '\u0015',
  backspace: '\u007f',
  escape: '\u001b',
} as const;

/** A desk with an empty home folder. */
export function createDesk(): Desk {
  const home = mkdtempSync(join(tmpdir(), 'checkup-desk-'));
  const sessions: IPty[] = [];
  return {
    home,
    database: join(home, '.local/share/checkup/checkup.db'),
    start: (args, options = {}) =>
      startSession(home, [process.execPath, BIN, ...args], options, sessions),
    startProgram: (program, args, options = {}) =>
      startSession(home, [program, ...args], options, sessions),
    clear: () => {
      for (const pty of sessions) {
        try {
          pty.kill('SIGKILL');
        } catch {
          // It has ended by itself.
        }
      }
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** An item's prompt, once it takes keys. */
export const READY = /or(?:\s+one\s+of\s+these\s+keys\s+and\s+Enter)?:\s+x\s+not\s+applicable/;

/** The same behind a text: a prompt that is answered shows it too, with every key. */
export function readyAfter(text: string): RegExp {
  return new RegExp(`${text}[^]*${READY.source}`);
}

const PATIENCE = 20_000;

function startSession(
  home: string,
  [program = '', ...args]: readonly string[],
  { columns = 80, rows = 50, env = {} }: TerminalOptions,
  sessions: IPty[],
): Session {
  const pty = spawn(program, args, {
    // The name becomes TERM, whatever the environment says.
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd: home,
    env: { HOME: home, PATH: process.env['PATH'] ?? '', LANG: 'C.UTF-8', TZ: 'UTC', ...env },
  });
  sessions.push(pty);
  const terminal = new Terminal({
    cols: columns,
    rows,
    scrollback: 10_000,
    allowProposedApi: true,
  });
  let raw = '';
  let seen = 0;
  let changed: () => void = () => undefined;
  pty.onData((data) => {
    raw += data;
    terminal.write(data, () => {
      changed();
    });
  });
  const ended = new Promise<number>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      // The terminal takes what is written a little later: the end is when all of it is on the screen.
      terminal.write('', () => {
        resolve(signal === undefined || signal === 0 ? exitCode : -signal);
        changed();
      });
    });
  });
  const lines = (): string[] => {
    const buffer = terminal.buffer.active;
    return Array.from({ length: buffer.length }, (_, y) =>
      (buffer.getLine(y)?.translateToString(true) ?? '').trimEnd(),
    );
  };
  const screen = (): string => lines().join('\n').trimEnd();
  // Prompts redraw themselves in place, so what is new is what was written, not where it stands.
  const fresh = (): string => stripVTControlCharacters(raw.slice(seen)).replaceAll('\r', '');

  const until = (text: string | RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = typeof text === 'string' ? fresh().includes(text) : text.test(fresh());
        if (!found) return;
        clearTimeout(timer);
        changed = () => undefined;
        // What is typed sooner was typed ahead of the question.
        setTimeout(resolve, UNSEEN + 20);
      };
      const timer = setTimeout(() => {
        changed = () => undefined;
        reject(new Error(`The screen never showed ${String(text)}:\n${screen()}`));
      }, PATIENCE);
      changed = look;
      look();
    });

  return {
    pid: pty.pid,
    terminal,
    screen,
    raw: () => raw,
    type: (keys) => {
      pty.write(keys);
    },
    until,
    answer: async (keys, text) => {
      seen = raw.length;
      pty.write(keys);
      await until(text);
    },
    resize: (cols, height) => {
      seen = raw.length;
      terminal.resize(cols, height);
      pty.resize(cols, height);
    },
    kill: (signal = 'SIGKILL') => {
      pty.kill(signal);
    },
    ended,
  };
}
