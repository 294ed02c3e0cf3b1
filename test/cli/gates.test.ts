// Limits that the user sets: everything is written, then the exit code says what missed them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filledFolder } from '../golden/fixture/audits.js';
import type { Ran } from '../support/cli.js';
import { runCheckup } from '../support/cli.js';

/** Runs a command on two sealed quarters of the fixture, the later one much better. */
async function onTwoQuarters(...args: string[]): Promise<Ran & { readonly folder: string }> {
  const { folder, at } = await filledFolder();
  return { ...(await runCheckup([...args, '--out', 'out'], at)), folder };
}

const REPORT = 'out/2026-Q3-small-checkup.md';
const EARLIER = 'out/2026-Q2-small-checkup.md';

describe('a limit', () => {
  test.each([
    ['that is reached', ['report', '--fail-under', '1'], 0, /^$/],
    ['that is missed', ['report', '--fail-under', '99.5'], 3, /overall score is under 99\.5: \d+/],
    [
      'of two steps, one of them missed',
      ['report', '--fail-under', 'culture=0', '--fail-under', 'response=100'],
      3,
      /is under 100: \d+/,
    ],
  ])('%s', async (_what, args, code, says) => {
    const ran = await onTwoQuarters(...args);
    expect(ran.code).toBe(code);
    expect(
      ran.stderr
        .split('\n')
        .filter((line) => line.includes('is under'))
        .join('\n'),
    ).toMatch(says);
    expect(existsSync(join(ran.folder, REPORT))).toBe(true);
  });

  test('of a step that there is not is refused, and nothing is written', async () => {
    const ran = await onTwoQuarters('report', '--fail-under', 'respnse=60');
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('Did you mean response?');
    expect(existsSync(join(ran.folder, REPORT))).toBe(false);
  });

  test.each(['101', 'much', 'response=', '=60', '-1'])('cannot be %s', async (limit) => {
    expect((await onTwoQuarters('compare', '--fail-under', limit)).code).toBe(2);
  });
});

describe('--fail-on-fall', () => {
  test.each(['report', 'compare'])(
    '%s: a step that clearly fell is exit code 3, and named',
    async (command) => {
      const ran = await onTwoQuarters(command, '--fail-on-fall');
      expect(ran.code).toBe(3);
      // The last step stands on one exact measure, 72 then 66; the whole rose.
      expect(ran.stderr.match(/^.*clearly fell.*$/gm)).toEqual([
        expect.stringMatching(/clearly fell, like for like: \d+ to \d+\.$/),
      ]);
      expect(ran.stderr).not.toContain('overall score clearly fell');
    },
  );

  test('has nothing to miss in a first quarter', async () => {
    const ran = await onTwoQuarters('report', '--quarter', '2026-Q2', '--fail-on-fall');
    expect(ran.code).toBe(0);
    expect(existsSync(join(ran.folder, EARLIER))).toBe(true);
  });
});

test.each([['--last', '2'], ['--all']])(
  'gates look at two quarters of one dealership, not at %s',
  async (...flags) => {
    const ran = await onTwoQuarters('compare', ...flags, '--fail-under', '99');
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toContain('two quarters of one dealership');
  },
);
