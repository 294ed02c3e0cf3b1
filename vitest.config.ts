import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/fresh-build.ts',
    // The real terminal and whole processes share two cores with everything else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Dates are printed in UTC; the proposed quarter goes by the local calendar.
    env: { TZ: 'UTC' },
  },
});
