// The process: arguments, streams, signals, the one catch, the one exit code. Nothing else in
// src/ touches `process`. Everything but the version is loaded when it is needed.
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import type { App, ExitCode } from './app.js';
import type { GlobalFlags } from './program.js';
import type { Store } from './storage/store.js';
import type { Screen } from './terminal/screen.js';

/** The root of the package: the folder above this file, in src/ as in dist/. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { argv, env, stdin, stdout, stderr } = process;

async function main(args: readonly string[]): Promise<ExitCode> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    stdout.write(`${packageJson.version}\n`);
    return 0;
  }
  const screen = await makeScreen(args);
  const stores = new Map<string, Store>();
  const stop = await watchProcess();
  const stopped = new Promise<never>((_, reject) => {
    stop.addEventListener('abort', () => {
      // `watchProcess` aborts with an error, always.
      reject(stop.reason as Error);
    });
  });
  // Nobody may be waiting for it yet.
  stopped.catch(() => undefined);
  try {
    await requireFolder();
    const { runProgram } = await import('./program.js');
    const makeApp = await appMaker(screen, stores, stop);
    const { out, err, width } = screen;
    const host = { out, err, width, version: packageJson.version, makeApp };
    const code = await Promise.race([runProgram(args, host), stopped]);
    await Promise.race([flushed(), stopped]);
    return code;
  } catch (error) {
    const { explain } = await import('./explain.js');
    return explain(error, screen, packageJson.version);
  } finally {
    for (const store of stores.values()) store.close();
  }
}

/** Relative paths need a folder to start from; it can be deleted from under a shell. */
async function requireFolder(): Promise<void> {
  try {
    process.cwd();
  } catch {
    const { UserError } = await import('./core/errors.js');
    throw new UserError('The folder you are in has been deleted.', 'Change to another folder.');
  }
}

/** Waits until all output has gone where it goes, so that a failure is still ours to tell. */
async function flushed(): Promise<void> {
  for (const stream of [stdout, stderr]) {
    await new Promise<void>((resolve) => {
      // The error itself comes as an event, one turn later.
      stream.write('', () => setImmediate(resolve));
    });
  }
}

/** A signal that is aborted, with the error to end by, when the process is told to stop. */
async function watchProcess(): Promise<AbortSignal> {
  const [{ UserError }, { Interrupted }] = await Promise.all([
    import('./core/errors.js'),
    import('./interview/ask.js'),
  ]);
  const stop = new AbortController();
  const leave = (): void => {
    stop.abort(new Interrupted());
  };
  process.on('SIGINT', () => {
    if (!stop.signal.aborted) leave();
    else {
      // Something hangs: the second Ctrl-C ends it as if we weren't listening.
      process.removeAllListeners('SIGINT');
      process.kill(process.pid, 'SIGINT');
    }
  });
  stdin.on('error', leave);
  // Ctrl-Z would stop us but not an older Node that has started us, and Inquirer doesn't come back
  // from it. So it does nothing: readline is told at once that we go on, and its pause is ended.
  process.on('SIGTSTP', () => {
    process.emit('SIGCONT', 'SIGCONT');
    stdin.resume();
  });
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever read us, such as head, has seen enough.
      if (error.code === 'EPIPE') return;
      if (error.code === 'EIO') leave();
      else {
        stop.abort(
          new UserError(
            `The output could not be written (${error.code ?? error.message}).`,
            'Send it somewhere with room, then run the same command again.',
          ),
        );
      }
    });
  }
  process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
    // The terminal has gone from under a prompt.
    if (error.code === 'EIO') leave();
    else stop.abort(error);
  });
  return stop.signal;
}

/** The screen as the process has it. */
async function makeScreen(args: readonly string[]): Promise<Screen> {
  const [{ createScreen }, { asCalled }, { default: isUnicodeSupported }] = await Promise.all([
    import('./terminal/screen.js'),
    import('./commands/as-called.js'),
    import('is-unicode-supported'),
  ]);
  const isDumb = env['TERM'] === 'dumb';
  const isPlain = isDumb || isSet('CHECKUP_PLAIN') || isGiven('--plain', args);
  const colours = stdout.isTTY && !isPlain && !isSet('NO_COLOR') && !isGiven('--no-color', args);
  // The prompts go by the environment alone.
  if (!colours) env['NO_COLOR'] = '1';
  const ascii = isDumb || !isUnicodeSupported();
  return createScreen({
    stdout,
    stderr,
    isPlain,
    colours,
    ascii,
    asCalled: asCalled(shortPath(argv[1] ?? '')),
  });
}

/**
 * Whether a flag is on a line. The screen is made before the line is parsed, because what is wrong
 * with the line is told on it; so the flag also counts where it is the value of another, which does
 * no harm but that the output is plainer.
 */
function isGiven(flag: string, args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).includes(flag);
}

/** Whether an environment variable switches something on. */
function isSet(name: string): boolean {
  return !['', '0'].includes(env[name] ?? '');
}

/** Makes the app that commands run with. Its stores are opened at first use, and closed by `main`. */
async function appMaker(
  screen: Screen,
  stores: Map<string, Store>,
  stop: AbortSignal,
): Promise<(flags: GlobalFlags) => App> {
  const { default: envPaths } = await import('env-paths');
  const { createAsk } = await import('./interview/create-ask.js');
  const { UserError } = await import('./core/errors.js');
  const data = envPaths('checkup', { suffix: '' }).data;
  const openStore = async (file: string): Promise<Store> => {
    const known = stores.get(file);
    if (known !== undefined) return known;
    const [{ openStore: open }, { sha256 }, { slugify }] = await Promise.all([
      import('./storage/store.js'),
      import('./files/sha256.js'),
      import('./files/slug.js'),
    ]);
    if (file !== ':memory:') await (await import('./files/folders.js')).makeFolderFor(file);
    const store = open(file, { hash: sha256, slugify });
    stores.set(file, store);
    return store;
  };
  const { style, wrap, out, tell } = screen;
  return (flags) => {
    const canAsk = flags.input && stdin.isTTY && stdout.isTTY;
    const named = flags.db ?? env['CHECKUP_DB'];
    const database = resolve(named ?? join(data, 'checkup.db'));
    return {
      style,
      get width() {
        return screen.width;
      },
      get tableWidth() {
        return screen.tableWidth;
      },
      wrap,
      out,
      store: () => openStore(database),
      readStore: () => {
        if (existsSync(database)) return openStore(database);
        if (named === undefined) return openStore(':memory:');
        throw new UserError(
          `There is no database at ${database}.`,
          'Check the path; checkup audit makes a new one.',
        );
      },
      openStore,
      ask: canAsk
        ? createAsk({
            input: stdin,
            output: stdout,
            write: out,
            canvas: screen,
            stop,
            leave: () => process.emit('SIGINT', 'SIGINT'),
            plain: screen.isPlain,
          })
        : null,
      say: (text) => {
        if (flags.quiet !== true) tell(text);
      },
      warn: tell,
      now: () => new Date(),
      toPdf: async (html) => (await import('./files/pdf-file.js')).pdfPrinter(env)(html),
      user: userName(),
      paths: {
        database,
        evidence: join(dirname(database), 'evidence'),
        exampleDatabase: join(data, 'example.db'),
        exampleEvidence: join(data, 'evidence'),
        checklists: join(ROOT, 'checklists'),
        reports: resolve('reports'),
        resolve: (path) => resolve(path),
        short: shortPath,
      },
    };
  };
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

process.exitCode = await main(argv.slice(2));
