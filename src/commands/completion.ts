import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { candidatesFor } from '../completion/candidates.js';
import { shells } from '../completion/scripts.js';
import type { Store } from '../storage/store.js';
import type { Act, Declare } from './command.js';
import { openAudits } from '../usecases/find-audit.js';

/** Declares `checkup completion`. */
export function configure(command: Command, act: Act, declare: Declare): void {
  for (const { name, script } of shells) {
    command
      .command(name)
      .description(`print the script for ${name}; its comment says how to install it`)
      .action(
        act((app) => {
          app.out(script);
          return Promise.resolve(EXIT.done);
        }),
      );
  }
  // What the scripts call: `checkup completion words -- report --for`. Not for people, so not in
  // help; CONTRIBUTING.md says what it prints.
  command
    .command('words', { hidden: true })
    .argument('[word...]')
    // For a shell that can’t hand over an empty word.
    .option('--at <word>', 'the word at the cursor, behind the others')
    .action(
      act((app, words: readonly string[], { at }: { readonly at?: string }) =>
        printCandidates(app, command.parent, at === undefined ? words : [...words, at], (other) =>
          // This one is declared already.
          other === command ? Promise.resolve() : declare(other),
        ),
      ),
    );
}

/** Prints what can stand at the end of a line: nothing at all where anything is wrong. */
async function printCandidates(
  app: App,
  program: Command | null,
  words: readonly string[],
  declare: Declare,
): Promise<ExitCode> {
  const opened: Store[] = [];
  try {
    if (program === null) return EXIT.done;
    const { paths } = app;
    const peek = (named: string | undefined): Promise<Store | null> =>
      peekInto(named === undefined ? paths.database : paths.resolve(named), opened);
    const around = { now: () => app.now(), paths, openAudits, peek };
    app.out(await candidatesFor(program, words, declare, around));
  } catch {
    // Whoever presses Tab is in the middle of a line: there is no place for a message.
  } finally {
    for (const store of opened) store.close();
  }
  return EXIT.done;
}

/** What is kept in a database; null where it can't be read. */
async function peekInto(file: string, opened: Store[]): Promise<Store | null> {
  // The libraries of the database take longer to load than all the rest.
  if (!existsSync(file)) return null;
  const [{ peekStore }, { sha256 }, { slugify }] = await Promise.all([
    import('../storage/store.js'),
    import('../files/sha256.js'),
    import('../files/slug.js'),
  ]);
  try {
    const store = peekStore(file, { hash: sha256, slugify });
    opened.push(store);
    // SQLite looks into the file only when it is asked something.
    await store.dealerships.list();
    return store;
  } catch {
    return null;
  }
}
