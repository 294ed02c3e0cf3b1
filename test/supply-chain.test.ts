import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});
const { packages } = lockSchema.parse(read('package-lock.json'));
const installed = Object.entries(packages).filter(
  ([path, { link }]) => path.includes('node_modules/') && link !== true,
);

describe('what an installation brings', () => {
  test('is in the lock file with its integrity, whatever the platform', () => {
    expect(installed.length).toBeGreaterThan(200);
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  test('runs no script of its own', () => {
    const { allowScripts } = z
      .object({ allowScripts: z.record(z.string(), z.boolean()) })
      .parse(read('package.json'));
    expect(Object.values(allowScripts)).not.toContain(true);
    const withScript = installed.flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript === true ? [path.replace('node_modules/', '')] : [],
    );
    expect(withScript.filter((name) => allowScripts[name] !== false)).toEqual([]);
  });

  test('holds the Node 24 of every platform that has one', () => {
    const { optionalDependencies } = z
      .object({ optionalDependencies: z.record(z.string(), z.string()) })
      .parse(read('bin/runtime/package.json'));
    const names = Object.keys(optionalDependencies);
    expect(names).toHaveLength(5);
    for (const name of names) expect(packages[`node_modules/${name}`]?.version).toMatch(/^24\./);
  });
});
