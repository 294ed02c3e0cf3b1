// The process: arguments, streams, signals, the one catch, the one exit code. Nothing else in
// src/ touches `process`. Everything but the version is loaded when it is needed.
import { userInfo } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import type { App, ExitCode } from './app.js';
import type { GlobalFlags } from './program.js';
import type { Store } from './storage/store.js';

/** The root of the package: the folder above this file, in src/ as in dist/. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { argv, env, stdin, stdout, stderr } = process;

async function main(args: readonly string[]): Promise<ExitCode> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  const screen = await makeScreen(args);
  const stores: Store[] = [];
  const left = new AbortController();
  const { Interrupted } = await import('./interview/ask.js');
  const interrupted = new Promise<never>((_, reject) => {
    left.signal.addEventListener('abort', () => {
      reject(new Interrupted());
    });
  });
  process.once('SIGINT', () => {
    left.abort();
  });
  try {
    const { runProgram } = await import('./program.js');
    const makeApp = await appMaker(screen, stores, left.signal);
    const host = { ...screen, version: packageJson.version, makeApp };
    return await Promise.race([runProgram(args, host), interrupted]);
  } catch (error) {
    return await explain(error, screen);
  } finally {
    for (const store of stores) await store.close();
  }
}

type Screen = Awaited<ReturnType<typeof makeScreen>>;

/** What the terminal can do, and how texts get there. */
async function makeScreen(args: readonly string[]) {
  const [{ createStyle }, { fit }, { toAscii }, { default: isUnicodeSupported }] =
    await Promise.all([
      import('./terminal/style.js'),
      import('./terminal/layout.js'),
      import('./terminal/ascii.js'),
      import('is-unicode-supported'),
    ]);
  const dumb = env['TERM'] === 'dumb';
  const wanted = (env['NO_COLOR'] ?? '') === '' && !args.includes('--no-color');
  const colours = stdout.isTTY && !dumb && wanted;
  // The prompts go by the environment alone.
  if (!colours) env['NO_COLOR'] = '1';
  const ascii = dumb || !isUnicodeSupported();
  const writer = (stream: NodeJS.WriteStream) => (text: string) => {
    stream.write(ascii && stream.isTTY ? toAscii(text) : text);
  };
  const width = Math.max(20, (stdout.isTTY ? stdout.columns : undefined) ?? 80);
  return {
    dumb,
    tableWidth: stdout.isTTY ? width : Infinity,
    style: createStyle(colours),
    width,
    fit: (text: string) => (stderr.isTTY ? fit(text, width) : text),
    out: writer(stdout),
    err: writer(stderr),
  };
}

/** Makes the app that commands run with. Its stores are opened at first use, and listed to be closed. */
async function appMaker(
  screen: Screen,
  stores: Store[],
  left: AbortSignal,
): Promise<(flags: GlobalFlags) => App> {
  const { default: envPaths } = await import('env-paths');
  const { createAsk } = await import('./interview/create-ask.js');
  const data = envPaths('checkup', { suffix: '' }).data;
  const opened = new Map<string, Store>();
  const openStore = async (file: string): Promise<Store> => {
    const known = opened.get(file);
    if (known !== undefined) return known;
    const { openStore: open } = await import('./storage/store.js');
    const store = open(file);
    opened.set(file, store);
    stores.push(store);
    return store;
  };
  return (flags) => {
    const canAsk = flags.input && stdin.isTTY && stdout.isTTY;
    const database = resolve(flags.db ?? env['CHECKUP_DB'] ?? join(data, 'checkup.db'));
    return {
      ...screen,
      store: () => openStore(database),
      openStore,
      ask: canAsk
        ? createAsk({ input: stdin, output: stdout, write: screen.out, left, plain: screen.dumb })
        : null,
      say: (text) => {
        if (flags.quiet !== true) screen.err(`${screen.fit(text)}\n`);
      },
      now: () => new Date(),
      command: commandName(),
      user: userName(),
      paths: {
        database,
        exampleDatabase: join(data, 'example.db'),
        checklists: join(ROOT, 'checklists'),
        reports: resolve('reports'),
        resolve: (path) => resolve(path),
        short: shortPath,
      },
    };
  };
}

/** The installed command is called by its name; in the project's folder it is a file. */
function commandName(): string {
  const called = argv[1] ?? '';
  const isFile = called.endsWith('.js') && !called.includes('node_modules');
  return isFile ? `node ${shortPath(called)}` : 'checkup';
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A system without a user by that number; the auditor types the name.
    return '';
  }
}

function shortPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') || isAbsolute(short) ? path : short;
}

/** Says what went wrong, in one of three families: the person left, the user's to mend, our bug. */
async function explain(error: unknown, { err, style }: Screen): Promise<ExitCode> {
  const [{ EXIT }, { ProblemsError, UserError, printProblem }, { Interrupted }] = await Promise.all(
    [import('./app.js'), import('./core/errors.js'), import('./interview/ask.js')],
  );
  if (error instanceof Interrupted) {
    err('\nStopped. Everything you confirmed is saved; checkup audit goes on where you were.\n');
    return EXIT.interrupted;
  }
  if (error instanceof UserError) {
    if (error instanceof ProblemsError) {
      err(error.problems.map((problem) => `${printProblem(problem)}\n`).join(''));
    }
    err(`${style.bad('error:')} ${error.message}\n`);
    if (error.hint !== undefined) err(`${error.hint}\n`);
    return EXIT.userError;
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(
    `${stack}\nThis is a bug in checkup ${packageJson.version}, not your doing; everything confirmed before is saved.\nPlease report it, with the lines above, where you got checkup from.\n`,
  );
  return EXIT.bug;
}

for (const stream of [stdout, stderr]) {
  // Whoever read us, such as head, has seen enough.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
process.exitCode = await main(argv.slice(2));
