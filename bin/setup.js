// What `npm start` and `npm test` do first on a fresh clone: install what is missing and build.
// Plain JavaScript without dependencies; says one line about what it is doing.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => join(root, path);
const changed = (path) => (existsSync(at(path)) ? statSync(at(path)).mtimeMs : 0);

/** When the newest file below a folder was changed. */
function newest(folder) {
  const entries = readdirSync(at(folder), { recursive: true, withFileTypes: true });
  return Math.max(
    ...entries.map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
  );
}

/** Runs npm quietly; shows what it said only when it failed. */
function npm(args) {
  // The npm that runs us, by its own Node: no shell, on Windows too.
  const cli = process.env.npm_execpath;
  const [command, first] =
    cli === undefined ? ['npm', []] : [process.env.npm_node_execpath ?? process.execPath, [cli]];
  const { status, stdout, stderr } = spawnSync(command, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: cli === undefined && process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error(`${stdout ?? ''}${stderr ?? ''}\nnpm ${args.join(' ')} failed.`);
}

function setUp() {
  // npm writes its own lock file last, so that an interrupted installation is done again.
  if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
    console.error('checkup: installing what it needs (once, about a minute) ...');
    // Nothing that is installed may run a script: better-sqlite3 would start a compiler.
    npm(['ci', '--ignore-scripts']);
  }
  const sources = Math.max(
    newest('src'),
    ...['bin/build.js', 'package.json', 'package-lock.json'].map(changed),
  );
  if (changed('dist/main.mjs') < sources) npm(['run', '--silent', 'build']);
}

try {
  setUp();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
