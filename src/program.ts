import { Command, CommanderError } from 'commander';
import type { App, ExitCode } from './app.js';
import { EXIT } from './app.js';
import type { Act, Declare, Outcome } from './commands/command.js';
import { commands } from './commands/index.js';
import { visible } from './core/text.js';

/** The flags that every command takes. */
export interface GlobalFlags {
  readonly db?: string;
  readonly input: boolean;
  readonly color: boolean;
  readonly plain?: boolean;
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

/** A command line that knows the flags of every command, and writes where the host says. */
function createProgram(host: Host): Command {
  return new Command('checkup')
    .description('The quarterly customer-service check-up of a car dealership.')
    .version(host.version)
    .option('--db <file>', 'the database; CHECKUP_DB says the same')
    .option('--no-input', 'never ask; what is missing is an error')
    .option('--no-color', 'no colours; NO_COLOR says the same')
    .option(
      '--plain',
      'one line after the other, for screen readers; CHECKUP_PLAIN=1 says the same',
    )
    .option('--quiet', 'only data and errors')
    .showHelpAfterError('(checkup --help shows what there is)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => {
        host.out(text);
      },
      // What was typed is in it as it was typed.
      writeErr: (text) => {
        host.err(visible(text));
      },
      getOutHelpWidth: () => host.width,
      getErrHelpWidth: () => host.width,
    })
    .exitOverride();
}

/** Builds the command line; `only` says whose options to load, null loads all of them. */
async function buildProgram(host: Host, only: string | null, act: Act): Promise<Command> {
  const program = createProgram(host).addHelpText(
    'after',
    '\nExit codes: 0 done, 1 something for you to mend, 2 wrong usage, 3 below a limit you set, 70 our bug, 130 interrupted.',
  );
  const declare: Declare = async (command) => {
    const entry = commands.find(({ name }) => name === command.name());
    (await entry?.load())?.configure(command, act, declare);
  };
  for (const entry of commands) {
    const command = program.command(entry.name).description(entry.summary);
    if (only === null || only === entry.name) await declare(command);
    pointToHelp(command, 'checkup ');
  }
  return program;
}

/** Lets what is wrong with a call lead to the help of just that command. */
function pointToHelp(command: Command, before: string): void {
  const name = `${before}${command.name()}`;
  command.showHelpAfterError(`(${name} --help shows what there is)`);
  for (const part of command.commands) pointToHelp(part, `${name} `);
}

/** The command that some arguments call; null when they name none. */
function calledCommand(args: readonly string[], host: Host): string | null {
  const { operands } = createProgram(host)
    .allowUnknownOption()
    .parseOptions([...args]);
  const [first, second] = operands;
  return (first === 'help' ? (second ?? first) : first) ?? null;
}

const ANSWERED_BY_ITSELF = ['-h', '--help', '-V', '--version'];

/**
 * Runs one command line, and what it hands over to.
 *
 * @returns the exit code; what the user has to mend, and bugs, are thrown.
 */
export async function runProgram(args: readonly string[], host: Host): Promise<ExitCode> {
  let made: App | null = null;
  // One app for all of them: what was typed ahead is in its prompts.
  const makeApp: Host['makeApp'] = (flags) => (made ??= host.makeApp(flags));
  let outcome: Outcome = await runLine(args, { ...host, makeApp });
  let then: readonly string[] | null = null;
  for (;;) {
    if (typeof outcome !== 'number') {
      then = outcome.then ?? then;
      outcome = await runLine(outcome.run, { ...host, makeApp });
    } else if (then !== null && outcome === EXIT.done) {
      const next: readonly string[] = then;
      then = null;
      outcome = await runLine(next, { ...host, makeApp });
    } else return outcome;
  }
}

async function runLine(args: readonly string[], host: Host): Promise<Outcome> {
  let outcome: Outcome = EXIT.done;
  try {
    const called = calledCommand(args, host);
    const isBare = called === null && !args.some((each) => ANSWERED_BY_ITSELF.includes(each));
    const line = isBare ? [DEFAULT_COMMAND, ...args] : [...args];
    const act: Act =
      (work) =>
      async (...values) => {
        outcome = await work(host.makeApp(program.opts<GlobalFlags>()), ...values);
      };
    const program = await buildProgram(host, called ?? DEFAULT_COMMAND, act);
    await program.parseAsync(line, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  }
  return outcome;
}
