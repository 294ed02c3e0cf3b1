import { posix, win32 } from 'node:path';
import { UserError } from '../core/errors.js';

/** What there is to know about a computer, for whoever looks for a browser on it. */
export interface Machine {
  /** As Node calls it: `win32`, `darwin`, `linux`. */
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

/** Where browsers that can print a PDF are installed below a folder of programs of Windows. */
const ON_WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];
const ON_MACOS = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];
/** Chromium comes last: as a snap it can't see every folder. */
const ON_PATH = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'chromium',
  'chromium-browser',
];

/**
 * The browser that prints PDFs: the one that `CHECKUP_BROWSER` names, else the first in a usual
 * place; null where there is none.
 *
 * @throws UserError when the one that is named isn't there.
 */
export function findBrowser(machine: Machine): string | null {
  const named = variable(machine, 'CHECKUP_BROWSER');
  if (named === undefined) {
    return usualPlaces(machine).find((path) => machine.exists(path)) ?? null;
  }
  if (machine.exists(named)) return named;
  throw new UserError(
    `CHECKUP_BROWSER names ${named}, which is not there.`,
    'Give it the path of Chrome, Edge or Chromium, or unset it.',
  );
}

/** What whoever set up the computer wants the browser to be told beside: `CHECKUP_BROWSER_ARGS`. */
export function browserArguments(machine: Pick<Machine, 'platform' | 'env'>): string[] {
  return (variable(machine, 'CHECKUP_BROWSER_ARGS') ?? '')
    .split(/\s+/)
    .filter((each) => each !== '');
}

/** Where browsers usually are, best first. */
export function usualPlaces(machine: Pick<Machine, 'platform' | 'env'>): string[] {
  switch (machine.platform) {
    case 'win32':
      return ['ProgramFiles', 'ProgramW6432', 'ProgramFiles(x86)', 'LocalAppData']
        .flatMap((name) => variable(machine, name) ?? [])
        .flatMap((folder) => ON_WINDOWS.map((path) => win32.join(folder, path)));
    case 'darwin':
      return ['/', variable(machine, 'HOME')]
        .filter((folder) => folder !== undefined)
        .flatMap((folder) =>
          ON_MACOS.map((name) =>
            posix.join(folder, 'Applications', `${name}.app`, 'Contents/MacOS', name),
          ),
        );
    default: {
      const folders = (variable(machine, 'PATH') ?? '')
        .split(':')
        .filter((path) => posix.isAbsolute(path));
      return ON_PATH.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
    }
  }
}

/** A variable that says something. Windows doesn't mind how its name is written. */
function variable({ platform, env }: Pick<Machine, 'platform' | 'env'>, name: string) {
  const key =
    platform === 'win32'
      ? Object.keys(env).find((each) => each.toLowerCase() === name.toLowerCase())
      : name;
  const value = key === undefined ? undefined : env[key];
  return value === undefined || value.trim() === '' ? undefined : value;
}
