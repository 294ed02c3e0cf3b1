import type { Argument, Command, Option } from 'commander';

/** What can stand where the cursor is, as far as the words before it decide that. */
export interface Place {
  /** The command that the words before call. */
  readonly command: Command;
  /** What is typed of the word, without `lead`. */
  readonly typed: string;
  /** The start of the word that is no part of a value: `--format=`; mostly nothing. */
  readonly lead: string;
  /** The flag or argument that a value would be for. */
  readonly value: Option | Argument | null;
  /** Whether the name of a command can stand here. */
  readonly commands: boolean;
  /** Whether a flag can stand here, and is worth being offered. */
  readonly flags: boolean;
  /** The flags before, with their values; '' where one takes none. */
  readonly given: ReadonlyMap<Option, string>;
}

/** All flags that a command takes, its program's included. */
function flagsOf(command: Command): readonly Option[] {
  const help = command.createHelp();
  return [...help.visibleOptions(command), ...help.visibleGlobalOptions(command)];
}

/** The flags of a command that help shows and that haven't been given. */
export function openFlags({ command, given }: Place): readonly Option[] {
  return flagsOf(command).filter((option) => option.variadic || !given.has(option));
}

/** The commands below a command that help shows. */
export function subcommands(command: Command): readonly Command[] {
  return command.createHelp().visibleCommands(command);
}

/** `--format=md` in two; a word without a value has none. */
function split(word: string): { readonly name: string; readonly value: string | null } {
  const end = word.startsWith('--') ? word.indexOf('=') : -1;
  return end < 0
    ? { name: word, value: null }
    : { name: word.slice(0, end), value: word.slice(end + 1) };
}

function takesValue(option: Option): boolean {
  return option.required || option.optional;
}

/**
 * Where the cursor is on a command line.
 *
 * @param program the program as commander knows it.
 * @param words what is typed behind the program's name, the word at the cursor last.
 * @param declare called for each command of the program that the words name.
 */
export async function placeOf(
  program: Command,
  words: readonly string[],
  declare: (command: Command) => Promise<void>,
): Promise<Place> {
  const given = new Map<Option, string>();
  let command = program;
  let operands = 0;
  let pending: Option | null = null;
  let flagsAreOver = false;
  let isHelp = false;
  const find = (name: string): Option | undefined =>
    flagsOf(command).find((option) => option.long === name || option.short === name);
  for (const word of words.slice(0, -1)) {
    if (pending !== null) {
      given.set(pending, word);
      pending = null;
    } else if (!flagsAreOver && word === '--') {
      flagsAreOver = true;
    } else if (!flagsAreOver && word.length > 1 && word.startsWith('-')) {
      const { name, value } = split(word);
      const option = find(name);
      if (option === undefined) continue;
      if (value === null && takesValue(option)) pending = option;
      else given.set(option, value ?? '');
    } else {
      const called: Command | undefined =
        operands === 0 ? command.commands.find((one) => one.name() === word) : undefined;
      // `help` isn't among the commands; a command's name follows it, and nothing else.
      if (command === program && operands === 0 && word === 'help') isHelp = true;
      else if (called === undefined) operands++;
      else {
        if (command === program) await declare(called);
        command = called;
      }
    }
  }
  const word = words.at(-1) ?? '';
  const { name, value } = split(word);
  const place: Place = {
    command,
    typed: word,
    lead: '',
    value: pending,
    commands: false,
    flags: false,
    given,
  };
  const hasCommands = subcommands(command).length > 0;
  const isFirst = operands === 0 && hasCommands;
  if (pending !== null) return place;
  if (isHelp) return { ...place, commands: isFirst && command === program };
  if (!flagsAreOver && value !== null) {
    const option = find(name);
    const takes = option !== undefined && takesValue(option);
    return { ...place, typed: value, lead: `${name}=`, value: takes ? option : null };
  }
  if (!flagsAreOver && word.startsWith('-')) return { ...place, flags: true };
  const last = command.registeredArguments.at(-1);
  const argument = command.registeredArguments[operands] ?? (last?.variadic === true ? last : null);
  return {
    ...place,
    value: argument,
    commands: isFirst,
    // Where nothing else can come, the flags are what there is to know.
    flags: !flagsAreOver && argument === null && !hasCommands,
  };
}
