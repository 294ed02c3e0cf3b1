// Builds dist/ out of src/, for `npm run build`. Plain JavaScript.
import { rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesOf } from './notices.js';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What takes long to load and is used by few of those who name it: the first call loads it. */
const LATE = ['child_process', 'crypto'];

/** A module that gives what one of Node's own exports. */
function builtinText(name) {
  const load = `process.getBuiltinModule('node:${name}')`;
  const keys = Object.keys(process.getBuiltinModule(`node:${name}`)).filter((key) =>
    /^(?!default$)[A-Za-z_$][\w$]*$/.test(key),
  );
  if (LATE.includes(name)) {
    return [
      ...keys.map((key) => `export const ${key} = (...given) => ${load}.${key}(...given);`),
      `export default { ${keys.map((key) => `get ${key}() { return ${load}.${key}; }`).join(', ')} };`,
    ].join('\n');
  }
  // Only what is used is taken, because reading some of it makes it.
  return [
    `const builtin = ${load};`,
    'export default builtin;',
    ...keys.map((key) => `export const ${key} = /* @__PURE__ */ (() => builtin.${key})();`),
  ].join('\n');
}

/**
 * Node's own modules as what is asked of them. An `import` reads everything that one exports, and
 * `process` exports its streams, each of which is made by being read.
 */
const builtins = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?[a-z][a-z_/]*$/ }, ({ path, kind, importer }) => {
      const name = path.replace(/^node:/, '');
      if (!builtinModules.includes(name)) return undefined;
      // One for each importer: it then stands in the importer's file, and is none to load of its own.
      return { path: name, suffix: `?${importer}`, namespace: kind };
    });
    onLoad({ filter: /.*/, namespace: 'import-statement' }, ({ path }) => ({
      contents: builtinText(path),
    }));
    onLoad({ filter: /.*/, namespace: 'require-call' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}');`,
    }));
  },
};

rmSync(at('dist'), { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [at('src/main.ts')],
  outdir: at('dist'),
  // Of any other file Node looks for the package.json that says what it is.
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.14',
  external: ['better-sqlite3'],
  plugins: [builtins],
  minifySyntax: true,
  logLevel: 'warning',
  absWorkingDir: at(''),
  metafile: true,
});
const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) =>
  Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
);
writeFileSync(at('dist/NOTICES.txt'), noticesOf(bundled, at('')));
