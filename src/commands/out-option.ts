import { join } from 'node:path';
import type { Command } from 'commander';
import type { App } from '../app.js';
import { visible } from '../core/text.js';
import type { Destination } from '../usecases/destination.js';

/** The flags of commands that write files. */
export interface OutFlags {
  readonly out?: string;
}

/** What `--out` takes for standard output. */
export const STDOUT = '-';

/** Declares `--out`. */
export function addOut(command: Command): Command {
  return command.option('--out <dir>', 'where to write; - writes to standard output');
}

/**
 * Where reports go: `--out`, or a folder below `reports/`.
 *
 * @param wrote told of each file once it is written and named.
 */
export function destination(
  app: App,
  { out }: OutFlags,
  folder: string,
  wrote: (file: string) => void = () => undefined,
): Destination {
  const { paths } = app;
  if (out === STDOUT) {
    return {
      print: (text) => {
        app.out(text);
      },
    };
  }
  return {
    folder: out === undefined ? join(paths.reports, folder) : paths.resolve(out),
    short: paths.short,
    wrote: (file) => {
      app.out(`${visible(paths.short(file))}\n`);
      wrote(file);
    },
  };
}
