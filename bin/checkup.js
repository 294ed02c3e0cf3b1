#!/usr/bin/env node
// Plain JavaScript that any Node since 18 can parse: it finds a Node that is new enough, and holds
// no other logic.
import module from 'node:module';

// better-sqlite3 speaks Node-API 10 and crashes on anything older: Node 22.14, 23.6 and every 24 have it.
const isNewEnough = Number(process.versions.napi) >= 10;

// An import of node:fs would make everything that it exports, which takes longer than the version.
const require = module.createRequire(import.meta.url);
const { existsSync } = require('node:fs');

/** The Node that bin/runtime pins for this system; a clone has it, an installed package does not. */
const system = process.platform === 'win32' ? 'win' : process.platform;
const name = `${system === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${process.arch}`;
const pinned = require('node:url').fileURLToPath(
  new URL(`../node_modules/${name}/bin/${system === 'win' ? 'node.exe' : 'node'}`, import.meta.url),
);

const program = new URL('../dist/main.mjs', import.meta.url);

function fail(message) {
  console.error(message);
  process.exitCode = 1;
}

if (isNewEnough) {
  module.enableCompileCache?.();
  if (existsSync(program)) await import(program.href);
  else fail('checkup is not built yet. Run npm start once in its folder.');
} else if (existsSync(pinned)) {
  const child = require('node:child_process').spawn(pinned, process.argv.slice(1), {
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both; the child decides what it means.
  process.on('SIGINT', () => {});
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${pinned} cannot be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (require('node:os').constants.signals[signal] ?? 0);
  });
} else {
  fail(
    `checkup needs Node.js 22.14 or newer (of 23 from 23.6 on); this is ${process.versions.node}. Install the current version from https://nodejs.org and run the same command again.`,
  );
}
