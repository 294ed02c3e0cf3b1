import { posix } from 'node:path';
import ts from 'typescript';

/** What a source file brings in from elsewhere. */
export interface Import {
  /** As it is written: `../core/text.js`, `zod`, `node:fs`. */
  readonly specifier: string;
  /** The file it leads to, from the root of the repo, or null for a package. */
  readonly file: string | null;
  /** `import type`, `export type … from`, `import('…')` as a type: nothing is left of it at run time. */
  readonly typeOnly: boolean;
}

/** A source file as far as the laws of the house look at it. */
export interface Module {
  /** From the root of the repo: `src/core/text.ts`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly touchesProcess: boolean;
  readonly exitsProcess: boolean;
  readonly hasDefaultExport: boolean;
}

/** Reads what the laws need to know from the text of a source file. */
export function readModule(path: string, text: string): Module {
  const imports: Import[] = [];
  const found = { touchesProcess: false, exitsProcess: false, hasDefaultExport: false };

  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return;
    const { text: written } = specifier;
    const file = written.startsWith('.')
      ? posix.join(posix.dirname(path), written).replace(/\.js$/, '.ts')
      : null;
    imports.push({ specifier: written, file, typeOnly });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    if (isProcess(node)) found.touchesProcess = true;
    if (isExit(node)) found.exitsProcess = true;
    if (isDefaultExport(node)) found.hasDefaultExport = true;
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));

  const fromNode = imports.some(({ specifier }) => /^(?:node:)?process$/.test(specifier));
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return { path, lines, imports, ...found, touchesProcess: found.touchesProcess || fromNode };
}

/** The name that an expression reaches for: `b` of `a.b` and of `a['b']`. */
function memberOf(node: ts.Node): string | null {
  if (ts.isPropertyAccessExpression(node)) return node.name.text;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
    return node.argumentExpression.text;
  }
  return null;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

/** The global `process`, by its name or through `globalThis`. */
function isProcess(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    return memberOf(node) === 'process' && isNamed(node.expression, 'globalThis');
  }
  if (!isNamed(node, 'process')) return false;
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  const isKey =
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isMethodDeclaration(parent)) &&
    parent.name === node;
  return !isMember && !isKey;
}

/** `process.exit`, in whichever way it is reached for. */
function isExit(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    return memberOf(node) === 'exit' && isProcess(node.expression);
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
    return (
      node.initializer !== undefined &&
      isProcess(node.initializer) &&
      node.name.elements.some(({ propertyName, name }) => isNamed(propertyName ?? name, 'exit'))
    );
  }
  return (
    ts.isImportSpecifier(node) &&
    isNamed(node.propertyName ?? node.name, 'exit') &&
    ts.isStringLiteral(node.parent.parent.parent.moduleSpecifier) &&
    /^(?:node:)?process$/.test(node.parent.parent.parent.moduleSpecifier.text)
  );
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return isNamed(node.name, 'default');
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((one) => one.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/**
 * Which rooms a room may import from, beside itself, by design.md. A file of src/ itself counts as
 * a room of its own.
 */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  files: ['core'],
  storage: ['core'],
  documents: ['core'],
  formats: ['core', 'documents'],
  terminal: ['core', 'formats'],
  interview: ['core'],
  usecases: ['core', 'files', 'storage', 'documents', 'formats'],
  completion: ['core', 'files', 'storage', 'app.ts'],
  commands: [
    'core',
    'files',
    'storage',
    'documents',
    'formats',
    'terminal',
    'interview',
    'usecases',
    'completion',
    'app.ts',
  ],
  // Types alone; see typesOnly.
  'app.ts': ['core', 'files', 'storage', 'terminal', 'interview'],
  'program.ts': ['core', 'commands', 'app.ts'],
  'explain.ts': ['core', 'terminal', 'interview', 'app.ts'],
  // What main.ts hands the process to, and tests what they made.
  'call.ts': [
    'core',
    'files',
    'storage',
    'terminal',
    'commands',
    'app.ts',
    'program.ts',
    'explain.ts',
    'app-maker.ts',
  ],
  'app-maker.ts': [
    'core',
    'files',
    'storage',
    'terminal',
    'interview',
    'app.ts',
    'program.ts',
    'call.ts',
  ],
  'main.ts': ['core', 'interview', 'app.ts', 'call.ts'],
};

/** Rooms that may use these packages and no others, Node's own included. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: ['zod'],
  formats: [
    'csv-stringify',
    'escape-goat',
    'fast-string-width',
    'fast-wrap-ansi',
    'markdown-table',
    'node:crypto',
  ],
  documents: ['fast-string-width'],
};

/** Packages that only one room knows, or some. */
export const OWNERS: readonly (readonly [name: RegExp, ...rooms: string[]])[] = [
  [/^(?:@inquirer\/|inquirer$)/, 'interview'],
  [/^commander$/, 'commands', 'completion', 'program.ts'],
  [/^chalk$/, 'terminal'],
  [/^better-sqlite3$/, 'storage'],
  [/^kysely$/, 'storage'],
  [/^file-type$/, 'files'],
];

/** `core` for `src/core/score/score.ts`, `main.ts` for `src/main.ts`, null outside src/. */
function roomOf(path: string): string | null {
  return /^src\/(?<room>[^/]+)/.exec(path)?.groups?.['room'] ?? null;
}

/** `zod` for `zod/mini`, `@inquirer/core` for itself. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

type Law = (modules: readonly Module[]) => string[];

/** A law about each import by itself. */
function ofImports(broken: (one: Import, from: Module, room: string) => string | null): Law {
  return (modules) =>
    modules.flatMap((module) =>
      module.imports.flatMap((one) => {
        const why = broken(one, module, roomOf(module.path) ?? '');
        return why === null ? [] : [`${module.path} imports ${one.specifier}: ${why}`];
      }),
    );
}

const rooms: Law = (modules) =>
  modules
    .filter(({ path }) => ARROWS[roomOf(path) ?? ''] === undefined)
    .map(({ path }) => `${path} stands in no room of the design`);

const arrows = ofImports(({ file }, _module, room) => {
  const target = file === null ? null : roomOf(file);
  if (target === null || target === room) return null;
  return ARROWS[room]?.includes(target) === true ? null : `${room} may not know ${target}`;
});

const packages = ofImports(({ file, specifier }, _module, room) => {
  const allowed = PACKAGES[room];
  if (allowed === undefined || (file !== null && roomOf(file) !== null)) return null;
  return allowed.includes(packageOf(specifier)) ? null : `${room} uses ${allowed.join(', ')} only`;
});

const owners = ofImports(({ specifier }, _module, room) => {
  const owned = OWNERS.find(([name]) => name.test(packageOf(specifier)));
  const rooms = owned === undefined ? [] : owned.filter((each) => typeof each === 'string');
  return rooms.length === 0 || rooms.includes(room) ? null : `only ${rooms.join(', ')} knows it`;
});

/** `compare-trend` for `src/commands/compare-trend.ts`; null for what stands elsewhere. */
function commandFile(path: string | null): string | null {
  return /^src\/commands\/(?<name>[^/]+)\.ts$/.exec(path ?? '')?.groups?.['name'] ?? null;
}

/** `compare` for `compare` and for its own part `compare-trend`. */
function commandOf(name: string): string {
  return name.split('-', 1)[0] ?? name;
}

/** What every file of commands/ may import from there: what a command is, and flags that several take. */
const SHARED = /^command$|-option$/;

const noSiblings = ofImports(({ file }, { path }) => {
  const [from, to] = [commandFile(path), commandFile(file)];
  if (from === null || to === null || SHARED.test(to)) return null;
  // THE LIST loads all of them; messages name commands as they are called, by THE LIST.
  if (from === 'index') return null;
  return commandOf(from) === commandOf(to) ? null : 'a command imports no other command';
});

const flatCommands: Law = (modules) =>
  modules
    .filter(({ path }) => roomOf(path) === 'commands' && commandFile(path) === null)
    .map(({ path }) => `${path} stands in a folder: commands are flat`);

/** Lines of a file of commands/, at most. */
const THIN = 120;

const thinCommands: Law = (modules) =>
  modules
    .filter(({ path, lines }) => roomOf(path) === 'commands' && lines > THIN)
    .map(({ path, lines }) => `${path} has ${String(lines)} lines: a command has ${String(THIN)}`);

/** The tree, and what builds its pieces. */
const TREE = ['src/documents/tree.ts', 'src/documents/blocks.ts'];

const treeOnly = ofImports(({ file }, _module, room) =>
  room === 'formats' && roomOf(file ?? '') === 'documents' && !TREE.includes(file ?? '')
    ? 'formats know only the tree'
    : null,
);

const typesOnly = ofImports(({ typeOnly }, { path }) =>
  path === 'src/app.ts' && !typeOnly ? 'app.ts may only import types' : null,
);

const oneProcess: Law = (modules) =>
  modules
    .filter(({ path, touchesProcess }) => touchesProcess && path !== 'src/main.ts')
    .map(({ path }) => `${path} touches the process: only src/main.ts may`);

const noExit: Law = (modules) =>
  modules
    .filter(({ exitsProcess }) => exitsProcess)
    .map(({ path }) => `${path} calls process.exit: set the exit code instead`);

const noDefault: Law = (modules) =>
  modules
    .filter(({ hasDefaultExport }) => hasDefaultExport)
    .map(({ path }) => `${path} has a default export: named exports only`);

/** A circle of types is one, too; only between the files of src/ itself, which lend each other types, is it none. */
const noCycle: Law = (modules) => {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push(`cycle: ${[...trail.slice(start), path].join(' → ')}`);
      return;
    }
    if (done.has(path)) return;
    for (const { file, typeOnly } of byPath.get(path)?.imports ?? []) {
      const isLent = typeOnly && path.split('/').length === 2;
      if (file !== null && !isLent) walk(file, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of modules) walk(path, []);
  return cycles;
};

const LAWS: readonly Law[] = [
  rooms,
  arrows,
  packages,
  owners,
  noSiblings,
  flatCommands,
  thinCommands,
  treeOnly,
  typesOnly,
  oneProcess,
  noExit,
  noDefault,
  noCycle,
];

/** Every breach of the laws of the house, in words; none when all is well. */
export function brokenLaws(modules: readonly Module[]): string[] {
  return LAWS.flatMap((law) => law(modules));
}
