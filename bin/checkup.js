#!/usr/bin/env node
// Plain JavaScript that any Node since 18 can parse: it finds a Node that is new enough, and holds
// no other logic.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const NEEDED = [22, 13];

const [major, minor] = process.versions.node.split('.').map(Number);
const pinned = fileURLToPath(
  new URL(
    process.platform === 'win32'
      ? '../node_modules/node/bin/node.exe'
      : '../node_modules/node/bin/node',
    import.meta.url,
  ),
);

if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) {
  module.enableCompileCache?.();
  await import('../dist/main.js');
} else if (existsSync(pinned)) {
  const child = spawn(pinned, process.argv.slice(1), { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; the child decides what it means.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
} else {
  console.error(
    `checkup needs Node.js ${NEEDED.join('.')} or newer; this is ${process.versions.node}. Install the current version from https://nodejs.org and run the same command again.`,
  );
  process.exitCode = 1;
}
