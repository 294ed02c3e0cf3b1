import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/core/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 60_000,
    // What it keeps of a module doesn't know which mutant is switched on: all would survive.
    fsModuleCache: false,
  },
});
