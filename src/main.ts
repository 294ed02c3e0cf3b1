// The process: arguments, streams, signals, the one exit code. Nothing else in src/ touches
// `process`. Everything but the version is loaded when it is needed.
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageJson from '../package.json' with { type: 'json' };
import type { ExitCode } from './app.js';

/** The root of the package: the folder above this file, in src/ as in dist/. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

const { argv, env } = process;

async function main(args: readonly string[]): Promise<ExitCode> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    printVersion();
    return 0;
  }
  const { stdout, stderr } = process;
  const { answerCall, UserError, Interrupted } = await import('./call.js');
  const stop = watchProcess(
    () => new Interrupted(),
    (what, hint) => new UserError(what, hint),
  );
  const leave = (): void => {
    process.emit('SIGINT', 'SIGINT');
  };
  return answerCall({
    args,
    script: argv[1] ?? '',
    root: ROOT,
    version: packageJson.version,
    env,
    folder: currentFolder(),
    now: () => new Date(),
    data: async () => (await import('env-paths')).default('checkup', { suffix: '' }).data,
    stdout,
    stderr,
    terminal: isAtTerminal() ? { input: process.stdin, output: stdout, leave } : null,
    stop,
    flushed,
  });
}

/** Past the streams, which take longer to be made than all else there is to do. */
function printVersion(): void {
  const text = `${packageJson.version}\n`;
  try {
    writeSync(1, text);
  } catch {
    // A pipe that is full: the stream waits. Whoever closed it has seen enough.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      process.exitCode = 1;
      process.stderr.write(`error: The output could not be written (${error.code ?? ''}).\n`);
    });
    process.stdout.write(text);
  }
}

/** Whether somebody can answer. Input that nobody will read is left as it is: to look costs time. */
function isAtTerminal(): boolean {
  return process.stdout.isTTY && process.stdin.isTTY;
}

/** Where relative paths start from; null where it has been deleted from under a shell. */
function currentFolder(): string | null {
  try {
    return process.cwd();
  } catch {
    return null;
  }
}

/** Waits until all output has gone where it goes, so that a failure is still ours to tell. */
async function flushed(): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) {
    await new Promise<void>((resolve) => {
      // The error itself comes as an event, one turn later.
      stream.write('', () => setImmediate(resolve));
    });
  }
}

/** A signal that is aborted, with the error to end by, when the process is told to stop. */
function watchProcess(
  interrupted: () => Error,
  userError: (what: string, hint: string) => Error,
): AbortSignal {
  const stop = new AbortController();
  const leave = (): void => {
    stop.abort(interrupted());
  };
  process.on('SIGINT', () => {
    if (!stop.signal.aborted) leave();
    else {
      // Something hangs: the second Ctrl-C ends it as if we weren't listening.
      process.removeAllListeners('SIGINT');
      process.kill(process.pid, 'SIGINT');
    }
  });
  if (isAtTerminal()) process.stdin.on('error', leave);
  // Ctrl-Z would stop us but not an older Node that has started us, and Inquirer doesn't come back
  // from it. So it does nothing: readline is told at once that we go on, and its pause is ended.
  process.on('SIGTSTP', () => {
    process.emit('SIGCONT', 'SIGCONT');
    if (isAtTerminal()) process.stdin.resume();
  });
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // Whoever read us, such as head, has seen enough.
      if (error.code === 'EPIPE') return;
      if (error.code === 'EIO') leave();
      else {
        stop.abort(
          userError(
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

process.exitCode = await main(argv.slice(2));
