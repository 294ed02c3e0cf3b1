import { CHECKUP } from '../core/words/program.js';

/**
 * Puts into messages, where they name the program, what has to be typed to start it: its name where it is
 * installed, else how its file is called.
 *
 * @param called the path of the script that was started, as short as it can be said; or `npm start`.
 */
export function asCalled(called: string): (text: string) => string {
  const name = called === 'npm start' ? `${called} --` : programName(called);
  return (text) => text.replaceAll(CHECKUP, () => name);
}

const PROGRAM = 'checkup';

/** What is typed to start the program: its name where it is installed, else how Node starts its file. */
export function programName(called: string): string {
  return !called.endsWith('.js') || called.includes('node_modules') ? PROGRAM : `node ${called}`;
}
