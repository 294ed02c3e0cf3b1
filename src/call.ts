import isUnicodeSupported from 'is-unicode-supported';
import type { Call } from './app-maker.js';
import { appMaker } from './app-maker.js';
import type { ExitCode } from './app.js';
import { asCalled, programName } from './commands/as-called.js';
import { UserError } from './core/errors.js';
import { explain } from './explain.js';
import { shortPath } from './files/short-path.js';
import { runProgram } from './program.js';
import type { Store } from './storage/store.js';
import type { Screen } from './terminal/screen.js';
import { createScreen } from './terminal/screen.js';

// What `main.ts` ends a call by; it loads this file and no other.
export { Interrupted, UserError } from './explain.js';

/** Does what a call asks for, and explains what goes wrong. Never rejects, but for a bug in here. */
export async function answerCall(call: Call): Promise<ExitCode> {
  const screen = makeScreen(call);
  const stores = new Map<string, Store>();
  const stopped = new Promise<never>((_, reject) => {
    const end = (): void => {
      // Whoever aborts it gives an error, always.
      reject(call.stop.reason as Error);
    };
    if (call.stop.aborted) end();
    else call.stop.addEventListener('abort', end);
  });
  // Nobody may be waiting for it yet.
  stopped.catch(() => undefined);
  try {
    const { folder } = call;
    // Help and version need none.
    const makeApp =
      folder === null
        ? refuseDeleted
        : await appMaker({ ...call, folder, calledAs: startedAs(call) }, screen, stores);
    const { out, err, width } = screen;
    const host = { out, err, width, version: call.version, makeApp };
    const code = await Promise.race([runProgram(call.args, host), stopped]);
    await Promise.race([call.flushed(), stopped]);
    return code;
  } catch (error) {
    screen.endProgress();
    return explain(error, screen, call.version);
  } finally {
    for (const store of stores.values()) store.close();
  }
}

const NPM_START = 'npm start';

/** What is typed to start the program as it was started. */
function startedAs({ env, script, folder }: Call): string {
  return env['npm_lifecycle_event'] === 'start'
    ? NPM_START
    : programName(shortPath(script, folder));
}

/** Relative paths need a folder to start from; it can be deleted from under a shell. */
function refuseDeleted(): never {
  throw new UserError('The folder you are in has been deleted.', 'Change to another folder.');
}

/** The screen that a call is answered on. */
function makeScreen({ args, script, env, folder, stdout, stderr }: Call): Screen {
  const isDumb = env['TERM'] === 'dumb';
  const isPlain = isDumb || isSet(env, 'CHECKUP_PLAIN') || isGiven('--plain', args);
  const colours =
    stdout.isTTY && !isPlain && !isSet(env, 'NO_COLOR') && !isGiven('--no-color', args);
  // The prompts go by the environment alone.
  if (!colours) env['NO_COLOR'] = '1';
  return createScreen({
    stdout,
    stderr,
    isPlain,
    colours,
    ascii: isDumb || !isUnicodeSupported(),
    asCalled: asCalled(
      env['npm_lifecycle_event'] === 'start' ? NPM_START : shortPath(script, folder),
    ),
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
function isSet(env: Call['env'], name: string): boolean {
  return !['', '0'].includes(env[name] ?? '');
}
