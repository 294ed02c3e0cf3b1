// Limits that the user sets: everything is written, then the exit code says what missed them.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filledFolder, fixtureAnswers, recordAudit, sealAudit } from '../golden/fixture/audits.js';
import type { Answer } from '../../src/core/audit/answer.js';
import type { Ran } from '../support/cli.js';
import { runCheckup } from '../support/cli.js';
import { openStore } from '../support/stores.js';

/** Runs a command on two sealed quarters of the fixture, the later one much better. */
async function onTwoQuarters(...args: string[]): Promise<Ran & { readonly folder: string }> {
  const { folder, at } = await filledFolder();
  return { ...(await runCheckup([...args, '--out', 'out'], at)), folder };
}

/** Answers of the fixture to these items; all others were not checked. */
async function answersOf(kept: readonly string[]): Promise<Map<string, Answer>> {
  const answers = [...(await fixtureAnswers('2026-Q3'))];
  return new Map(
    answers.map(([id, answer]) => [
      id,
      kept.includes(id) ? answer : { state: 'not-checked', reason: 'No time' },
    ]),
  );
}

const BLIND = '--fail-on-fall could not look: nothing can be compared, or too little was scored.';
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

  test('has nothing to miss in a first quarter, and says so even with --quiet', async () => {
    const ran = await onTwoQuarters('report', '--quarter', '2026-Q2', '--fail-on-fall', '--quiet');
    expect(ran.code).toBe(0);
    expect(ran.stderr).toBe(`${BLIND}\n`);
    expect(existsSync(join(ran.folder, EARLIER))).toBe(true);
  });

  test.each([
    ['the whole', [], [/^The overall score was scored before, 42, and no longer is\.$/m, BLIND]],
    ['a step', ['owner', 'leaders'], [/^.* was scored before, \d+, and no longer is\.$/m]],
  ])('%s that was scored and no longer is does not pass', async (what, kept, says) => {
    const { at, db } = await filledFolder(['2026-Q2']);
    const store = openStore(db);
    const later = await recordAudit(store, '2026-Q3', await answersOf(kept));
    await sealAudit(store, later, 'A. Auditor', new Date('2026-07-10T17:00:00Z'));
    store.close();
    for (const command of ['report', 'compare']) {
      const ran = await runCheckup([command, '--fail-on-fall', '--out', 'out'], at);
      expect(ran.code).toBe(3);
      for (const words of says) expect(ran.stderr).toMatch(words);
      // Too little of the later one was scored for any verdict.
      expect(ran.stderr, what).toContain(BLIND);
    }
  });
});

test('what is under a limit never reads as if it reached it', async () => {
  // 64.93… would round to 65.
  const ran = await onTwoQuarters('report', '--fail-under', '65', '--fail-under', '64.9306');
  expect(ran.code).toBe(3);
  expect(ran.stderr.match(/^.* is under .*$/gm)).toEqual([
    'The overall score is under 65: 64.9.',
    'The overall score is under 64.9306: 64.9.',
  ]);
});

test.each([['--last', '2'], ['--all']])(
  'gates look at two quarters of one dealership, not at %s',
  async (...flags) => {
    const ran = await onTwoQuarters('compare', ...flags, '--fail-under', '99');
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(`cannot be used with option '${flags[0]}`);
  },
);
