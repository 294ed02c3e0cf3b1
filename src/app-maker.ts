import { statSync } from 'node:fs';
import { platform, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { App } from './app.js';
import type { Watch } from './core/progress.js';
import { unwatched } from './core/progress.js';
import { UserError } from './core/errors.js';
import { createAsk } from './interview/create-ask.js';
import type { GlobalFlags } from './program.js';
import { makeFolderFor } from './files/folders.js';
import { sha256 } from './files/sha256.js';
import { openFile, whyNotOpened } from './files/open-file.js';
import { shortPath } from './files/short-path.js';
import { slugify } from './files/slug.js';
import type { Opening } from './storage/database.js';
import type { Store } from './storage/store.js';
import type { Output, Screen } from './terminal/screen.js';
import { CHECKUP } from './core/words/program.js';

/** One call of checkup, with all that it may know of where it runs. `main.ts` makes it from the process. */
export interface Call {
  /** What stands behind the program's name on the line. */
  readonly args: readonly string[];
  /** The file that was started. */
  readonly script: string;
  /** The root of the package. */
  readonly root: string;
  readonly version: string;
  /** The environment; NO_COLOR is set in it where there are to be no colours. */
  readonly env: Record<string, string | undefined>;
  /** What time it is. */
  readonly now: () => Date;
  /** The current folder; null where it has been deleted. */
  readonly folder: string | null;
  /** Finds where this user's data is kept. */
  readonly data: () => Promise<string>;
  readonly stdout: Output;
  readonly stderr: Output;
  /** The terminal that questions can be asked at; null where nobody can answer. */
  readonly terminal: {
    readonly input: NodeJS.ReadStream;
    readonly output: NodeJS.WriteStream;
    /** Tells the process to stop, as Ctrl-C does where no key is read. */
    readonly leave: () => void;
  } | null;
  /** Aborted, with the error to end by, when the call is to stop. */
  readonly stop: AbortSignal;
  /** Resolves when all output has gone where it goes. */
  readonly flushed: () => Promise<void>;
}

/**
 * Makes the app that commands run with. Its stores are opened at first use, and closed by whoever
 * gave the map to put them in.
 */
export async function appMaker(
  call: Call & { readonly folder: string; readonly calledAs: string },
  screen: Screen,
  stores: Map<string, Store>,
): Promise<(flags: GlobalFlags) => App> {
  const { env, folder, root, stop, terminal } = call;
  const data = await call.data();
  const openStore = async (file: string, progress: Watch, how: Opening): Promise<Store> => {
    const known = stores.get(file);
    if (known !== undefined) return known;
    const { openStore: openWith } = await import('./storage/store.js');
    if (file !== ':memory:') await makeFolderFor(file);
    const store = openWith(file, { hash: sha256, slugify, progress }, how);
    stores.set(file, store);
    return store;
  };
  const { style, wrap, out, tell } = screen;
  return (flags) => {
    const named = flags.db ?? setIn(env, 'CHECKUP_DB');
    const database = resolve(folder, named ?? join(data, 'checkup.db'));
    const progress = flags.quiet === true ? unwatched : screen.progress;
    const open = (file: string, how: Opening): Promise<Store> => openStore(file, progress, how);
    return {
      style,
      isPlain: screen.isPlain,
      get width() {
        return screen.width;
      },
      get tableWidth() {
        return screen.tableWidth;
      },
      wrap,
      out,
      store: () => open(database, {}),
      readStore: (look) => {
        if (isThere(database)) return open(database, { look, isReadOnly: true });
        if (named === undefined) return open(':memory:', {});
        throw new UserError(
          `There is no database at ${database}.`,
          `Check the path; ${CHECKUP} audit makes a new one.`,
        );
      },
      openStore: (file) => open(file, {}),
      progress,
      ask:
        flags.input && terminal !== null
          ? createAsk({
              ...{ ...terminal, write: out, recent: screen.recent, canvas: screen, stop },
              plain: screen.isPlain,
            })
          : null,
      say: (text) => {
        if (flags.quiet !== true) tell(text);
      },
      warn: tell,
      now: call.now,
      toPdf: async (html) => {
        const printing = progress('Printing the PDF', 1);
        try {
          return await (await import('./files/pdf-file.js')).pdfPrinter(env)(html);
        } finally {
          printing.done();
        }
      },
      whyNotOpen:
        terminal === null
          ? 'there is no terminal here'
          : whyNotOpened({ platform: platform(), env }),
      open: openFile,
      calledAs: call.calledAs,
      user: userName(),
      paths: {
        database,
        evidence: join(dirname(database), 'evidence'),
        exampleDatabase: join(data, 'example.db'),
        exampleEvidence: join(data, 'evidence'),
        checklists: join(root, 'checklists'),
        reports: resolve(folder, 'reports'),
        resolve: (path) => resolve(folder, path),
        short: (path) => shortPath(path, folder),
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

/** Whether something is there, or may be: what stands in the way is said by whoever opens it. */
function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return true;
  }
}

/** A variable of the environment; an empty one is none. */
function setIn(env: Call['env'], name: string): string | undefined {
  const value = env[name];
  return value === '' ? undefined : value;
}
