import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { App } from './app.js';
import type { Call } from './call.js';
import { UserError } from './core/errors.js';
import { createAsk } from './interview/create-ask.js';
import type { GlobalFlags } from './program.js';
import { makeFolderFor } from './files/folders.js';
import { sha256 } from './files/sha256.js';
import { shortPath } from './files/short-path.js';
import { slugify } from './files/slug.js';
import type { Store } from './storage/store.js';
import type { Screen } from './terminal/screen.js';

/**
 * Makes the app that commands run with. Its stores are opened at first use, and closed by whoever
 * gave the map to put them in.
 */
export async function appMaker(
  call: Call & { readonly folder: string },
  screen: Screen,
  stores: Map<string, Store>,
): Promise<(flags: GlobalFlags) => App> {
  const { env, folder, root, stop, terminal } = call;
  const data = await call.data();
  const openStore = async (file: string): Promise<Store> => {
    const known = stores.get(file);
    if (known !== undefined) return known;
    const { openStore: open } = await import('./storage/store.js');
    if (file !== ':memory:') await makeFolderFor(file);
    const store = open(file, { hash: sha256, slugify });
    stores.set(file, store);
    return store;
  };
  const { style, wrap, out, tell } = screen;
  return (flags) => {
    const named = flags.db ?? env['CHECKUP_DB'];
    const database = resolve(folder, named ?? join(data, 'checkup.db'));
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
      ask:
        flags.input && terminal !== null
          ? createAsk({ ...terminal, write: out, canvas: screen, stop, plain: screen.isPlain })
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
