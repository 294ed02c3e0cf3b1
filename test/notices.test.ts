import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticesOf } from '../bin/notices.js';
import { ROOT, tempFolder, writeFiles } from './support/folders.js';

const DIST = join(ROOT, 'dist');

/** The packages whose code is in dist/, by the comments that the bundler puts before each file. */
function bundledPackages(): string[] {
  const names = new Set<string>();
  for (const file of readdirSync(DIST).filter((name) => name.endsWith('.mjs'))) {
    const text = readFileSync(join(DIST, file), 'utf8');
    for (const [, name = ''] of text.matchAll(/^\/\/ node_modules\/((?:@[^/]+\/)?[^/]+)\//gm)) {
      names.add(name);
    }
  }
  return [...names].sort();
}

test('every package that is bundled keeps its licence', () => {
  const notices = readFileSync(join(DIST, 'NOTICES.txt'), 'utf8');
  const packages = bundledPackages();
  expect(packages.length).toBeGreaterThan(20);
  for (const name of packages) {
    const folder = join(ROOT, 'node_modules', name);
    const { version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Record<'version' | 'license', string>;
    expect(notices).toContain(`\n${name} ${version} (${license})\n`);
    const terms = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file));
    expect(terms, name).not.toEqual([]);
    for (const file of terms) {
      expect(notices, `${name}: ${file}`).toContain(
        readFileSync(join(folder, file), 'utf8').trim(),
      );
    }
  }
});

test('a package without a licence text is not bundled', () => {
  const root = tempFolder();
  writeFiles(root, {
    'node_modules/bare/package.json': '{"name":"bare","version":"1.0.0","license":"MIT"}',
    'node_modules/bare/index.js': '',
  });
  expect(() => noticesOf(['node_modules/bare/index.js'], root)).toThrow(
    'bare 1.0.0 (MIT) has no licence text to be kept with its copy.',
  );
  expect(noticesOf(['src/main.ts'], root)).toContain('copies of these 0 packages');
});
