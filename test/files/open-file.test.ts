import { expect, it } from 'vitest';
import type { Machine } from '../../src/files/browser.js';
import { whyNotOpened } from '../../src/files/open-file.js';

const SSH = 'you are connected over SSH';
const NO_DESKTOP = 'there is no desktop here';

it.each<[string, string, Machine['env'], string | null]>([
  ['on Windows', 'win32', {}, null],
  ['on macOS', 'darwin', {}, null],
  ['on a desktop of X11', 'linux', { DISPLAY: ':0' }, null],
  ['on a desktop of Wayland', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }, null],
  ['on Linux inside Windows', 'linux', { WSL_DISTRO_NAME: 'Ubuntu' }, null],
  ['on Linux without a desktop', 'linux', {}, NO_DESKTOP],
  ['where the desktop has no name', 'linux', { DISPLAY: '', WAYLAND_DISPLAY: '' }, NO_DESKTOP],
  ['over SSH', 'linux', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, SSH],
  ['over SSH with a desktop passed on', 'linux', { SSH_TTY: '/dev/pts/0', DISPLAY: ':10' }, SSH],
  ['over SSH on macOS', 'darwin', { SSH_TTY: '/dev/ttys001' }, SSH],
  ['over SSH on Windows', 'win32', { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, SSH],
  ['inside Windows over SSH', 'linux', { WSL_DISTRO_NAME: 'Ubuntu', SSH_TTY: '/dev/pts/0' }, SSH],
  ['where SSH left an empty variable', 'darwin', { SSH_TTY: '' }, null],
])('%s', (_where, platform, env, why) => {
  expect(whyNotOpened({ platform, env })).toBe(why);
});
