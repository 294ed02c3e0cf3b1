import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Act } from './command.js';
import { CHECKUP } from '../core/words/program.js';

/** Declares `checkup where`. */
export function configure(command: Command, act: Act): void {
  command.action(act(where));
}

/** Names the files that hold everything, and says how they are backed up and moved. */
function where(app: App): Promise<ExitCode> {
  const { database, evidence, reports } = app.paths;
  const folder = dirname(database);
  const state = existsSync(database) ? '' : ' (nothing is recorded yet)';
  app.out(`database  ${database}${state}\nevidence  ${evidence}\nreports   ${reports}\n`);
  app.say(
    app.wrap(
      `To back it up, close checkup everywhere and copy the whole folder ${folder}. To move it, copy that folder to the same place on the other computer, or name the database there with --db FILE. To go back to a copy, put it in the place of the folder.`,
    ),
  );
  app.say(`Whether a copy is whole: ${CHECKUP} verify`);
  return Promise.resolve(EXIT.done);
}
