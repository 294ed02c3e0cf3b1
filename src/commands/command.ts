import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';

/** Makes commander's action from what a command does; gives it the app and catches its exit code. */
export type Act = <Arguments extends unknown[]>(
  work: (app: App, ...values: Arguments) => Promise<ExitCode>,
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
