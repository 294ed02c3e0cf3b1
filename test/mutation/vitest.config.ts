import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Of a room whose tests take long, its own alone: they run again for every mutant.
    include: [process.env['MUTATE_TESTS'] ?? 'test/core/**/*.test.ts'],
    env: { TZ: 'UTC' },
    // A core with all its mutants in it is many times slower; what hangs is stopped by StrykerJS.
    testTimeout: 600_000,
    // What it keeps of a module doesn't know which mutant is switched on: all would survive.
    fsModuleCache: false,
  },
});
