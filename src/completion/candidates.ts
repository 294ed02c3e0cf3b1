import type { Command, Option } from 'commander';
import { visibleLine } from '../core/text.js';
import type { Place } from './place.js';
import { openFlags, placeOf, subcommands } from './place.js';
import type { Candidate, Known, Values } from './known.js';
import { valuesOf } from './values.js';

/** What has to be known beside the line itself. */
export type Surroundings = Pick<Known, 'now' | 'paths' | 'openAudits'> & {
  /** What is kept in the database that a line names; null where it can't be read. */
  readonly peek: (database: string | undefined) => Promise<Awaited<ReturnType<Known['store']>>>;
};

/**
 * What can stand at the end of a line, as the scripts read it. The first line says what the shell
 * adds by itself, `files`, `folders` or `nothing`; each line after it is a word, a tab and what it
 * is. A word that isn't plain to see is left out.
 *
 * @param words what is typed behind the program's name, the word at the cursor last.
 * @param declare called for each command of the program that the words name.
 */
export async function candidatesFor(
  program: Command,
  words: readonly string[],
  declare: (command: Command) => Promise<void>,
  { peek, ...around }: Surroundings,
): Promise<string> {
  const place = await placeOf(program, words, declare);
  const flags = new Map([...place.given].map(([option, value]) => [option.long, value]));
  const given = (flag: string): string | undefined => flags.get(flag);
  let asked: ReturnType<typeof peek> | null = null;
  const store = (): ReturnType<typeof peek> => (asked ??= peek(given('--db')));
  const { typed, operands } = place;
  return printed(await valuesAt(place, { ...around, typed, given, operands, store }), place);
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

function printed({ candidates, places }: Values, { typed, lead }: Place): string {
  const start = typed.toLowerCase();
  const lines = candidates
    .filter(({ value }) => value.toLowerCase().startsWith(start) && visibleLine(value) === value)
    .map(({ value, about }) => `${lead}${value}\t${visibleLine(about)}\n`);
  return [`${places ?? 'nothing'}\n`, ...new Set(lines)].join('');
}
