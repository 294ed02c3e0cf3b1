import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';

/** Another line of the program that is to be run in place of a command's end, with the same app. */
export interface Following {
  /** Without the program's name: `report`, `--quarter`, `2026-Q3`. */
  readonly run: readonly string[];
  /** The line that comes when all of that is done and nothing went wrong. */
  readonly then?: readonly string[];
}

/** How a command ended, when it didn't throw. */
export type Outcome = ExitCode | Following;

/** Makes commander's action from what a command does; gives it the app and catches its outcome. */
export type Act = <Arguments extends unknown[]>(
  work: (app: App, ...values: Arguments) => Promise<Outcome>,
) => (...values: Arguments) => Promise<void>;

/**
 * Declares the arguments and options of another command of the program, which isn't called: for
 * those who have to know what there is to type.
 */
export type Declare = (command: Command) => Promise<void>;

/** What a command's own file exports. */
export interface CommandModule {
  /** Declares arguments and options, and what is done with them. */
  configure(command: Command, act: Act, declare: Declare): void;
}

/** A command in THE LIST: its file is loaded only when it is called. */
export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  readonly load: () => Promise<CommandModule>;
}
