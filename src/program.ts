import { Command, CommanderError } from 'commander';
import type { App, ExitCode } from './app.js';
import { EXIT } from './app.js';
import type { Act } from './commands/command.js';
import { commands } from './commands/index.js';

/** The flags that every command takes. */
export interface GlobalFlags {
  readonly db?: string;
  readonly input: boolean;
  readonly color: boolean;
  readonly quiet?: boolean;
}

/** What the process lends to the program. */
export interface Host {
  readonly version: string;
  readonly width: number;
  out(text: string): void;
  err(text: string): void;
  makeApp(flags: GlobalFlags): App;
}

const DEFAULT_COMMAND = 'home';

/** Builds the command line; `only` says whose options to load, null loads all of them. */
export async function buildProgram(host: Host, only: string | null, act: Act): Promise<Command> {
  const program = new Command('checkup')
    .description('The quarterly customer-service check-up of a car dealership.')
    .version(host.version)
    .option('--db <file>', 'the database; CHECKUP_DB says the same')
    .option('--no-input', 'never ask; what is missing is an error')
    .option('--no-color', 'no colours; NO_COLOR says the same')
    .option('--quiet', 'only data and errors')
    .showHelpAfterError('(checkup --help shows what there is)')
    .configureOutput({
      writeOut: (text) => {
        host.out(text);
      },
      writeErr: (text) => {
        host.err(text);
      },
      getOutHelpWidth: () => host.width,
      getErrHelpWidth: () => host.width,
    })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 something for you to mend, 2 wrong usage, 70 our bug, 130 interrupted.',
    );
  for (const entry of commands) {
    const command = program
      .command(entry.name, { isDefault: entry.name === DEFAULT_COMMAND })
      .description(entry.summary);
    if (only === null || only === entry.name) (await entry.load()).configure(command, act);
  }
  return program;
}

/** The command that some arguments call. */
function calledCommand(args: readonly string[]): string {
  const finder = new Command().option('--db <file>').allowUnknownOption();
  const names = commands.map((entry) => entry.name);
  const [first] = finder.parseOptions([...args]).operands;
  const called = first === 'help' ? args.at(-1) : first;
  return names.find((name) => name === called) ?? DEFAULT_COMMAND;
}

/**
 * Runs one command line.
 *
 * @returns the exit code; what the user has to mend, and bugs, are thrown.
 */
export async function runProgram(args: readonly string[], host: Host): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const act: Act =
    (work) =>
    async (...values) => {
      code = await work(host.makeApp(program.opts<GlobalFlags>()), ...values);
    };
  const program = await buildProgram(host, calledCommand(args), act);
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  return code;
}
