import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BIN } from './cli.js';
import type { Desk, Session } from './terminal.js';

/** A shell as a person has it, with nothing set up but checkup's completion. */
interface ShellStart {
  readonly args: readonly string[];
  /** What a person has in the start-up file, or does by hand once. */
  readonly install: string;
}

/** How each shell starts without the files of this machine, and takes checkup's script. */
export const SHELLS = {
  bash: {
    args: ['--norc', '--noprofile', '-i'],
    install: 'PS1="ready> "; eval "$(checkup completion bash)"',
  },
  zsh: {
    args: ['-f', '-i'],
    install:
      'PS1="ready> "; autoload -U compinit && compinit -u -D && eval "$(checkup completion zsh)"',
  },
  fish: {
    args: ['--no-config', '-i'],
    install: 'function fish_prompt; echo "ready> "; end; checkup completion fish | source',
  },
} as const satisfies Readonly<Record<string, ShellStart>>;

export type ShellName = keyof typeof SHELLS;

/** Whether a shell is on this machine. */
export function isInstalled(shell: string): boolean {
  try {
    execFileSync(shell, ['-c', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts a shell at a desk. `checkup completion` there is ours; any other call prints what it was
 * given, so that a test sees what the shell made of a line: `got ["report"]`.
 */
export async function startShell(
  desk: Desk,
  shell: ShellName,
  env: Readonly<Record<string, string>> = {},
): Promise<Session> {
  writeFileSync(
    join(desk.home, 'checkup'),
    `#!/bin/sh
if [ "$1" = completion ]; then exec '${process.execPath}' '${BIN}' "$@"; fi
exec '${process.execPath}' -e 'console.log("got " + JSON.stringify(process.argv.slice(1)))' -- "$@"
`,
    { mode: 0o755 },
  );
  const { args, install } = SHELLS[shell];
  const session = desk.startProgram(shell, args, {
    columns: 120,
    env: { PATH: `${desk.home}:${process.env['PATH'] ?? ''}`, ...env },
  });
  await session.until(/[$#%>]\s*$/);
  await session.answer(`${install}\r`, /ready> \s*$/);
  return session;
}
