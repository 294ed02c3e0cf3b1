import { execSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { ROOT } from './root.js';

/** Builds `dist/` as users get it; a build that fails ends the run with what it said. */
function build(): void {
  execSync('npm run --silent build', { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
}

/**
 * What vitest does once before the first test, and again before each rerun of a watch: no process
 * that a test starts is older than the sources.
 */
export function setup(project: TestProject): void {
  build();
  project.onTestsRerun(() => {
    build();
  });
}
