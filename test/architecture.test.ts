import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ARROWS, brokenLaws, readModule } from './support/architecture.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));
const house = sources.map((path) => readModule(path, readFileSync(join(ROOT, path), 'utf8')));

/** The laws that made-up files break, given as path and text. */
function broken(files: Readonly<Record<string, string>>): string[] {
  return brokenLaws(Object.entries(files).map(([path, text]) => readModule(path, text)));
}

describe('the house', () => {
  it('keeps all its laws', () => {
    expect(brokenLaws(house)).toEqual([]);
  });

  it('was really read: every import of a file leads to one that exists', () => {
    const files = house.flatMap((module) => module.imports.flatMap(({ file }) => file ?? []));
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  });

  it('has every room of the design', () => {
    for (const room of Object.keys(ARROWS)) {
      expect(sources.filter((path) => path.startsWith(`src/${room}`)).length, room).toBeGreaterThan(
        0,
      );
    }
  });

  it('touches the process in main.ts, so that the reader of sources can be trusted to see it', () => {
    expect(house.filter((module) => module.touchesProcess).map(({ path }) => path)).toEqual([
      'src/main.ts',
    ]);
  });
});

describe('what imports are seen', () => {
  it.each<[string, string, string | null, boolean]>([
    ["import { a } from './a.js';", './a.js', 'src/core/a.ts', false],
    ["import a from '../a.js';", '../a.js', 'src/a.ts', false],
    ["import * as a from './x/a.js';", './x/a.js', 'src/core/x/a.ts', false],
    ["import './a.js';", './a.js', 'src/core/a.ts', false],
    ["import type { A } from './a.js';", './a.js', 'src/core/a.ts', true],
    // With verbatimModuleSyntax the import itself stays.
    ["import { type A } from './a.js';", './a.js', 'src/core/a.ts', false],
    ["import {\n  a,\n  b,\n} from './a.js';", './a.js', 'src/core/a.ts', false],
    ["export { a } from './a.js';", './a.js', 'src/core/a.ts', false],
    ["export * from './a.js';", './a.js', 'src/core/a.ts', false],
    ["export type { A } from './a.js';", './a.js', 'src/core/a.ts', true],
    ["const a = await import('./a.js');", './a.js', 'src/core/a.ts', false],
    ['const a = await import(`./a.js`);', './a.js', 'src/core/a.ts', false],
    ["let a: import('./a.js').A;", './a.js', 'src/core/a.ts', true],
    ["import * as z from 'zod';", 'zod', null, false],
    [
      "import p from '../../package.json' with { type: 'json' };",
      '../../package.json',
      'package.json',
      false,
    ],
  ])('%s', (text, specifier, file, typeOnly) => {
    expect(readModule('src/core/here.ts', text).imports).toEqual([{ specifier, file, typeOnly }]);
  });

  it('are none in comments and texts', () => {
    const text = "// import './a.js';\nconst text = \"import './a.js';\"; /* import('./b.js') */";
    expect(readModule('src/core/here.ts', text).imports).toEqual([]);
  });
});

describe('a law is broken by', () => {
  it.each<[string, string, string, RegExp]>([
    [
      'core with a package',
      'src/core/a.ts',
      "import x from 'chalk-template';",
      /core uses zod only/,
    ],
    [
      'core with Node',
      'src/core/a.ts',
      "import { readFile } from 'node:fs/promises';",
      /core uses zod only/,
    ],
    [
      'core with a file outside src',
      'src/core/a.ts',
      "import p from '../../package.json';",
      /core uses zod only/,
    ],
    [
      'core with a room',
      'src/core/x/a.ts',
      "import { f } from '../../files/f.js';",
      /core may not know files/,
    ],
    [
      'core with a type of a room',
      'src/core/a.ts',
      "import type { App } from '../app.js';",
      /core may not know app\.ts/,
    ],
    [
      'core that loads lazily',
      'src/core/a.ts',
      "await import('../storage/s.js');",
      /core may not know storage/,
    ],
    [
      'core that passes on',
      'src/core/a.ts',
      "export * from '../terminal/t.js';",
      /core may not know terminal/,
    ],
    [
      'documents with a package',
      'src/documents/a.ts',
      "import 'chalk-template';",
      /documents uses fast-string-width only/,
    ],
    [
      'documents with Node',
      'src/documents/a.ts',
      "import 'node:path';",
      /documents uses fast-string-width only/,
    ],
    [
      'formats with Node',
      'src/formats/a.ts',
      "import 'node:fs';",
      /formats uses csv-stringify, escape-goat, fast-string-width, fast-wrap-ansi, markdown-table, node:crypto only/,
    ],
    [
      'formats with storage',
      'src/formats/a.ts',
      "import '../storage/s.js';",
      /formats may not know storage/,
    ],
    [
      'documents with storage',
      'src/documents/a.ts',
      "import '../storage/s.js';",
      /documents may not know storage/,
    ],
    [
      'interview with terminal',
      'src/interview/a.ts',
      "import '../terminal/t.js';",
      /interview may not know terminal/,
    ],
    [
      'files with terminal',
      'src/files/a.ts',
      "import '../terminal/t.js';",
      /files may not know terminal/,
    ],
    [
      'files with documents',
      'src/files/a.ts',
      "import '../documents/r.js';",
      /files may not know documents/,
    ],
    [
      'storage with files',
      'src/storage/a.ts',
      "import '../files/f.js';",
      /storage may not know files/,
    ],
    [
      'terminal with interview',
      'src/terminal/a.ts',
      "import '../interview/i.js';",
      /terminal may not know interview/,
    ],
    [
      'interview with storage',
      'src/interview/a.ts',
      "import '../storage/s.js';",
      /interview may not know storage/,
    ],
    [
      'interview with a type of App',
      'src/interview/a.ts',
      "import type { App } from '../app.js';",
      /interview may not know app\.ts/,
    ],
    [
      'storage with commands',
      'src/storage/a.ts',
      "import '../commands/c.js';",
      /storage may not know commands/,
    ],
    [
      'commands with main',
      'src/commands/a.ts',
      "import '../main.js';",
      /commands may not know main\.ts/,
    ],
    [
      'commands with program',
      'src/commands/a.ts',
      "import '../program.js';",
      /commands may not know program\.ts/,
    ],
    [
      'app with a value',
      'src/app.ts',
      "import { f } from './core/f.js';",
      /app\.ts may only import types/,
    ],
    [
      'app with commands',
      'src/app.ts',
      "import type { C } from './commands/c.js';",
      /app\.ts may not know commands/,
    ],
    [
      'Inquirer outside interview',
      'src/commands/a.ts',
      "import inquirer from 'inquirer';",
      /only interview knows it/,
    ],
    [
      'a type of Inquirer outside interview',
      'src/terminal/a.ts',
      "import type { T } from '@inquirer/core';",
      /only interview knows it/,
    ],
    [
      'chalk outside terminal',
      'src/interview/a.ts',
      "import { Chalk } from 'chalk';",
      /only terminal knows it/,
    ],
    [
      'SQLite outside storage',
      'src/main.ts',
      "await import('better-sqlite3');",
      /only storage knows it/,
    ],
    [
      'kysely outside storage',
      'src/commands/a.ts',
      "import { sql } from 'kysely/helpers';",
      /only storage knows it/,
    ],
    [
      'a use case with commander',
      'src/usecases/a.ts',
      "import { Option } from 'commander';",
      /only commands, completion, program\.ts knows it/,
    ],
    [
      'a use case with Inquirer',
      'src/usecases/a.ts',
      "import { select } from 'inquirer';",
      /only interview knows it/,
    ],
    [
      'a use case with chalk',
      'src/usecases/views/a.ts',
      "import type { Chalk } from 'chalk';",
      /only terminal knows it/,
    ],
    [
      'a use case with a prompt',
      'src/usecases/a.ts',
      "import type { Ask } from '../interview/ask.js';",
      /usecases may not know interview/,
    ],
    [
      'a use case with the screen',
      'src/usecases/a.ts',
      "import { table } from '../terminal/layout.js';",
      /usecases may not know terminal/,
    ],
    [
      'a use case with App',
      'src/usecases/a.ts',
      "import type { App } from '../app.js';",
      /usecases may not know app\.ts/,
    ],
    [
      'a use case with a command',
      'src/usecases/a.ts',
      "import '../commands/c.js';",
      /usecases may not know commands/,
    ],
    [
      'interview with a use case',
      'src/interview/a.ts',
      "import type { Found } from '../usecases/found.js';",
      /interview may not know usecases/,
    ],
    [
      'completion with a use case',
      'src/completion/a.ts',
      "import '../usecases/u.js';",
      /completion may not know usecases/,
    ],
    [
      'storage with a use case',
      'src/storage/a.ts',
      "import '../usecases/u.js';",
      /storage may not know usecases/,
    ],
    [
      'a command with another',
      'src/commands/home.ts',
      "import { audit } from './audit.js';",
      /a command imports no other command/,
    ],
    [
      'a command with a type of another',
      'src/commands/home.ts',
      "import type { Listed } from './list.js';",
      /a command imports no other command/,
    ],
    [
      'a command that loads another',
      'src/commands/home.ts',
      "await import('./demo.js');",
      /a command imports no other command/,
    ],
    [
      'a command with a part of another',
      'src/commands/demo.ts',
      "import './compare-trend.js';",
      /a command imports no other command/,
    ],
    [
      'a command with THE LIST',
      'src/commands/home.ts',
      "import './index.js';",
      /a command imports no other command/,
    ],
    ['a command in a folder', 'src/commands/audit/plan.ts', '', /commands are flat/],
    [
      'a format with a document',
      'src/formats/a.ts',
      "import type { View } from '../documents/audit/view.js';",
      /formats know only the tree/,
    ],
    [
      'a format with words of documents',
      'src/formats/html/a.ts',
      "import '../../documents/words/signs.js';",
      /formats know only the tree/,
    ],
    ['a command that is long', 'src/commands/a.ts', 'f();\n'.repeat(121), /has 121 lines/],
    ['a room that the design has not', 'src/helpers/a.ts', '', /stands in no room/],
    ['a file that the design has not', 'src/utils.ts', '', /stands in no room/],
    ['the process', 'src/commands/a.ts', 'const a = process.argv;', /touches the process/],
    [
      'the process, renamed',
      'src/files/a.ts',
      'const { env: e } = process;',
      /touches the process/,
    ],
    ['the process, handed on', 'src/files/a.ts', 'f({ process });', /touches the process/],
    [
      'the process through globalThis',
      'src/files/a.ts',
      'globalThis.process.cwd();',
      /touches the process/,
    ],
    ['the process by its key', 'src/files/a.ts', "globalThis['process'];", /touches the process/],
    [
      'node:process',
      'src/files/a.ts',
      "import { env } from 'node:process';",
      /touches the process/,
    ],
    ['process as a module', 'src/files/a.ts', "import p from 'process';", /touches the process/],
    ['process.exit, even in main', 'src/main.ts', 'process.exit(1);', /calls process\.exit/],
    ['process.exit by its key', 'src/main.ts', "process['exit'](1);", /calls process\.exit/],
    [
      'exit taken out of the process',
      'src/main.ts',
      'const { exit } = process;',
      /calls process\.exit/,
    ],
    [
      'exit taken out under another name',
      'src/main.ts',
      'const { exit: leave } = process;',
      /calls process\.exit/,
    ],
    ['exit imported', 'src/main.ts', "import { exit } from 'node:process';", /calls process\.exit/],
    ['a default export', 'src/core/a.ts', 'export default 1;', /default export/],
    ['a default function', 'src/core/a.ts', 'export default function f() {}', /default export/],
    ['a default class', 'src/core/a.ts', 'export default class {}', /default export/],
    [
      'a default by name',
      'src/core/a.ts',
      'const a = 1; export { a as default };',
      /default export/,
    ],
    ['a default passed on', 'src/core/a.ts', "export { default } from './b.js';", /default export/],
  ])('%s', (_name, path, text, says) => {
    const breaches = broken({ [path]: text });
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toMatch(says);
  });

  it('files that import each other in a circle', () => {
    expect(
      broken({
        'src/core/a.ts': "import './b.js';",
        'src/core/b.ts': "export * from './c.js';",
        'src/core/c.ts': "await import('./a.js');",
      }),
    ).toEqual(['cycle: src/core/a.ts → src/core/b.ts → src/core/c.ts → src/core/a.ts']);
  });

  it('a circle that a type closes', () => {
    expect(
      broken({
        'src/core/a.ts': "import type { B } from './b.js';",
        'src/core/b.ts': "import { a } from './a.js';",
      }),
    ).toEqual(['cycle: src/core/a.ts → src/core/b.ts → src/core/a.ts']);
  });

  it('a file that imports itself', () => {
    expect(broken({ 'src/core/a.ts': "import './a.js';" })).toHaveLength(1);
  });

  it('a circle that is reached through other files', () => {
    expect(
      broken({
        'src/core/a.ts': "import './b.js'; import './d.js';",
        'src/core/b.ts': '',
        'src/core/c.ts': "import './d.js';",
        'src/core/d.ts': "import './b.js'; import './c.js';",
      }),
    ).toEqual(['cycle: src/core/d.ts → src/core/c.ts → src/core/d.ts']);
  });
});

describe('no law is broken by', () => {
  it.each<[string, Record<string, string>]>([
    [
      'arrows that point inward',
      {
        'src/main.ts': "await import('./call.js'); process.exitCode = 1;",
        'src/call.ts':
          "await import('./program.js'); await import('./app-maker.js'); import './terminal/t.js';",
        'src/app-maker.ts':
          "import type { Call } from './call.js'; await import('./storage/s.js');",
        'src/program.ts': "import './commands/c.js'; import { EXIT } from './app.js';",
        'src/app.ts': "import type { Store } from './storage/s.js'; export const EXIT = {};",
        'src/commands/index.ts': "await import('./c.js');",
        'src/commands/c-part.ts': "import './command.js'; import './audit-option.js';",
        'src/commands/audit-option.ts': "import 'commander'; import '../usecases/u.js';",
        'src/commands/command.ts': 'f();\n'.repeat(120),
        'src/usecases/u.ts':
          "import '../storage/s.js'; import '../files/f.js'; import '../documents/a/view.js'; import '../formats/a.js'; import 'node:path';",
        'src/completion/c.ts': "import type { Command } from 'commander'; import '../files/f.js';",
        'src/formats/a.ts':
          "import type { Tree } from '../documents/tree.js'; import '../documents/blocks.js';",
        'src/commands/c.ts':
          "import './c-part.js'; import './command.js'; import '../completion/c.js'; import '../usecases/u.js'; import '../interview/i.js'; import '../documents/r.js'; import '../files/f.js'; import '../terminal/t.js'; import '../app.js'; import 'commander';",
        'src/interview/i.ts': "import '@inquirer/core'; import '../core/a.js';",
        'src/terminal/t.ts': "import { Chalk } from 'chalk';",
        'src/storage/s.ts':
          "import 'better-sqlite3'; import 'kysely'; import 'node:fs'; import '../core/a.js';",
        'src/files/f.ts': "import '../core/a.js'; import 'yaml';",
        'src/documents/r.ts': "import '../core/a.js';",
        'src/core/a.ts': "import * as z from 'zod'; import { b } from './b/b.js';",
        'src/core/b/b.ts': "import 'zod/mini';",
      },
    ],
    [
      'files of src/ itself that lend each other types',
      {
        'src/app-maker.ts': "import type { Call } from './call.js';",
        'src/call.ts': "await import('./app-maker.js');",
      },
    ],
    [
      'two ways to the same file',
      {
        'src/core/a.ts': "import './b.js'; import './c.js';",
        'src/core/b.ts': "import './c.js';",
        'src/core/c.ts': '',
      },
    ],
    [
      'the word process elsewhere',
      {
        'src/core/a.ts':
          "// process.exit(1)\nconst a = z.preprocess(1); const t = 'process.exit'; const o = { process: 1, exit: 2 }; o.process; o.exit;",
      },
    ],
    [
      'named exports',
      { 'src/core/a.ts': 'export const a = 1; export function f() {} export { a as b };' },
    ],
  ])('%s', (_name, files) => {
    expect(broken(files)).toEqual([]);
  });
});
