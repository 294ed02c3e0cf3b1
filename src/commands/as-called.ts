import { commands } from './index.js';

/**
 * Messages name commands as `checkup audit`. Where the program isn't installed but called from its
 * folder, they say what to type there.
 *
 * @param called the path of the script that was started, as short as it can be said.
 */
export function asCalled(called: string): (text: string) => string {
  const name = programName(called);
  if (name === PROGRAM) return (text) => text;
  const names = commands.map(({ name }) => name).join('|');
  const named = new RegExp(`\\bcheckup(?= (?:${names}|--help)\\b)`, 'g');
  return (text) => text.replace(named, () => name);
}

const PROGRAM = 'checkup';

/** What is typed to start the program: its name where it is installed, else how Node starts its file. */
export function programName(called: string): string {
  return !called.endsWith('.js') || called.includes('node_modules') ? PROGRAM : `node ${called}`;
}
