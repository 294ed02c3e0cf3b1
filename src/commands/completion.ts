import { existsSync } from 'node:fs';
import type { Command, Option } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { visibleLine } from '../core/text.js';
import type { Store } from '../storage/store.js';
import type { Act, Declare } from './command.js';
import type { Place } from './completion-place.js';
import { openFlags, placeOf, subcommands } from './completion-place.js';
import { shells } from './completion-scripts.js';
import type { Candidate, Known, Values } from './completion-values.js';
import { valuesOf } from './completion-values.js';

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
    .action(
      act((app, words: readonly string[]) =>
        printCandidates(app, command.parent, words, (other) =>
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
    const place = await placeOf(program, words, declare);
    const flags = new Map([...place.given].map(([option, value]) => [option.long, value]));
    const given = (flag: string): string | undefined => flags.get(flag);
    let asked: Promise<Store | null> | null = null;
    const store = (): Promise<Store | null> => (asked ??= peek(app, given('--db'), opened));
    const { typed, operands } = place;
    app.out(printed(await valuesAt(place, { app, typed, given, operands, store }), place));
  } catch {
    // Whoever presses Tab is in the middle of a line: there is no place for a message.
  } finally {
    for (const store of opened) store.close();
  }
  return EXIT.done;
}

/** What is kept in the database that a line means; null where it can't be read. */
async function peek(app: App, named: string | undefined, opened: Store[]): Promise<Store | null> {
  const file = named === undefined ? app.paths.database : app.paths.resolve(named);
  // The libraries of the database take longer to load than all the rest.
  if (!existsSync(file)) return null;
  const { peekStore } = await import('../storage/store.js');
  try {
    const store = peekStore(file);
    opened.push(store);
    // SQLite looks into the file only when it is asked something.
    await store.dealerships.list();
    return store;
  } catch {
    return null;
  }
}

async function valuesAt(place: Place, known: Known): Promise<Values> {
  const { command, value } = place;
  const own = value === null ? { candidates: [] } : await valuesOf(value, known);
  return {
    ...own,
    candidates: [
      ...(place.commands ? subcommands(command).map(commandCandidate) : []),
      ...own.candidates,
      ...(place.flags ? openFlags(place).map(flagCandidate) : []),
    ],
  };
}

function commandCandidate(command: Command): Candidate {
  return { value: command.name(), about: command.description() };
}

function flagCandidate(option: Option): Candidate {
  return { value: option.long ?? option.short ?? '', about: option.description };
}

/**
 * The first line says what the shell adds by itself, `files`, `folders` or `nothing`; each line
 * after it is a word, a tab and what it is. A word that isn't plain to see is left out.
 */
function printed({ candidates, places }: Values, { typed, lead }: Place): string {
  const start = typed.toLowerCase();
  const lines = candidates
    .filter(({ value }) => value.toLowerCase().startsWith(start) && visibleLine(value) === value)
    .map(({ value, about }) => `${lead}${value}\t${visibleLine(about)}\n`);
  return [`${places ?? 'nothing'}\n`, ...new Set(lines)].join('');
}
