import type { Machine } from './browser.js';

/**
 * Why nobody would see a file that is opened from here, as the rest of a sentence; null where it
 * can be opened.
 */
export function whyNotOpened({ platform, env }: Pick<Machine, 'platform' | 'env'>): string | null {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  if (isSet('SSH_CONNECTION') || isSet('SSH_TTY')) return 'you are connected over SSH';
  const hasDesktop =
    ['win32', 'darwin'].includes(platform) || ['DISPLAY', 'WAYLAND_DISPLAY'].some(isSet);
  // Linux inside Windows opens things with Windows.
  return hasDesktop || isSet('WSL_DISTRO_NAME') ? null : 'there is no desktop here';
}

/** Opens a file with what the desktop opens it with; false where that can't be started. */
export async function openFile(path: string): Promise<boolean> {
  const { default: open } = await import('open');
  try {
    await open(path);
    return true;
  } catch {
    // Whatever it is, the user can open the file by hand.
    return false;
  }
}
