import { defineConfig } from 'vitest/config';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** What takes longest comes first, so that no processor waits for it in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /[\\/]test[\\/](?:terminal|browser)[\\/]/.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/support/fresh-build.ts',
    // Our modules keep no state, so files may share them: to load them takes longer than most tests.
    isolate: false,
    // Processes and terminals leave a processor idle often enough for one more file.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // The real terminal and whole processes share two cores with everything else.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Dates are printed in UTC; the proposed quarter goes by the local calendar.
    env: { TZ: 'UTC' },
  },
});
