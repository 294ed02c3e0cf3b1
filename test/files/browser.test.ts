import { describe, expect, it } from 'vitest';
import type { Machine } from '../../src/files/browser.js';
import { browserArguments, findBrowser, usualPlaces } from '../../src/files/browser.js';

/** A computer on which these files are. */
function machine(platform: string, env: Machine['env'], ...files: string[]): Machine {
  return { platform, env, exists: (path) => files.includes(path) };
}

const EDGE = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const CHROME = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
const OWN_CHROME = 'C:\\Users\\a b\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe';
const WINDOWS = {
  ProgramFiles: 'C:\\Program Files',
  'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  LOCALAPPDATA: 'C:\\Users\\a b\\AppData\\Local',
};
const MAC_CHROME = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const OWN_EDGE = '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';

describe('the browser that prints', () => {
  it.each<[string, Machine, string | null]>([
    ['Edge, which every Windows has', machine('win32', WINDOWS, EDGE), EDGE],
    ['Chrome before Edge', machine('win32', WINDOWS, EDGE, CHROME), CHROME],
    ['Chrome of one user of Windows', machine('win32', WINDOWS, OWN_CHROME), OWN_CHROME],
    ['Chrome on macOS', machine('darwin', { HOME: '/Users/a' }, MAC_CHROME), MAC_CHROME],
    ['a program of one user of macOS', machine('darwin', { HOME: '/Users/a' }, OWN_EDGE), OWN_EDGE],
    [
      'Chromium on the path of Linux',
      machine('linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/chromium'),
      '/usr/bin/chromium',
    ],
    [
      'Chrome before Chromium, wherever they are',
      machine('linux', { PATH: '/a:/b' }, '/a/chromium', '/b/google-chrome'),
      '/b/google-chrome',
    ],
    ['no browser', machine('linux', { PATH: '/usr/bin' }), null],
    ['no browser on a bare Windows', machine('win32', {}), null],
    ['no browser on a path of nothing', machine('linux', {}, 'chromium', './chromium'), null],
  ])('is %s', (_, computer, path) => {
    expect(findBrowser(computer)).toBe(path);
  });

  it('is the one that is named, before all others', () => {
    const env = { PATH: '/usr/bin', CHECKUP_BROWSER: '/opt/own' };
    expect(findBrowser(machine('linux', env, '/usr/bin/chromium', '/opt/own'))).toBe('/opt/own');
    expect(findBrowser(machine('win32', { checkup_browser: 'D:\\b.exe' }, 'D:\\b.exe'))).toBe(
      'D:\\b.exe',
    );
  });

  it('has to be there when it is named, and an empty name names none', () => {
    const there = '/usr/bin/chromium';
    expect(() =>
      findBrowser(machine('linux', { PATH: '/usr/bin', CHECKUP_BROWSER: '/no' }, there)),
    ).toThrow('CHECKUP_BROWSER names /no, which is not there.');
    expect(findBrowser(machine('linux', { PATH: '/usr/bin', CHECKUP_BROWSER: ' ' }, there))).toBe(
      there,
    );
  });

  it('is looked for in absolute places alone, so that no folder at hand lends its own', () => {
    const env = { PATH: ':.:bin:/usr/bin' };
    expect(usualPlaces({ platform: 'linux', env }).every((path) => path.startsWith('/'))).toBe(
      true,
    );
  });

  it('is told what the variable says, word by word, and nothing without it', () => {
    const env = { CHECKUP_BROWSER_ARGS: ' --no-sandbox  --lang=de ' };
    expect(browserArguments({ platform: 'linux', env })).toEqual(['--no-sandbox', '--lang=de']);
    expect(browserArguments({ platform: 'linux', env: {} })).toEqual([]);
  });
});
