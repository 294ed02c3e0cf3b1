import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  at,
  expectDone,
  expectRefused,
  parseJson,
  runCheckup,
  runProcess,
} from '../support/cli.js';
import type { CallOptions } from '../support/cli.js';
import { tempFolder } from '../support/folders.js';

const HEAD = ['dealership: A', 'quarter: 2026-Q4', 'auditor: B'];
const ANSWERS = ['checklist: quick-checkup', 'answers:', '  quick-care-in-every-job: 3'];

/** A folder in which answers files are taken in, each with some days of the visit. */
function desk() {
  const folder = tempFolder();
  const where: CallOptions = { home: folder, cwd: folder };
  return {
    where,
    take: (visited: string, ...more: readonly string[]) => {
      writeFileSync(
        join(folder, 'answers.yaml'),
        [...HEAD, `visited: ${visited}`, ...ANSWERS].join('\n'),
      );
      return runCheckup(['audit', '--answers', 'answers.yaml', ...more], where);
    },
    json: async () => parseJson(expectDone(await runCheckup(['answers', '--json'], where)).stdout),
    report: async () =>
      expectDone(await runCheckup(['report', '--format', 'md', '--out', '-'], where)).stdout,
  };
}

describe('the days of a visit in an answers file', () => {
  test('stand in the report in place of the day of the seal', async () => {
    const { take, json, report } = desk();
    expectDone(await take('[2026-10-02, 2026-10-01]'));
    expect(at(await json(), 'visited')).toEqual(['2026-10-01', '2026-10-02']);
    expectDone(await take('2026-10-01', '--seal'));
    expect(at(await json(), 'visited')).toEqual(['2026-10-01']);
    const page = await report();
    expect(page).toContain('visited 2026-10-01');
    expect(page).not.toMatch(/Sealed 2026/);
  });

  test.each([
    ['Monday', /answers\.yaml:4:1 visited: is not the day or days of a visit/],
    ['2026-12-24', /answers\.yaml:4:1 visited: 2026-12-24 has not come yet/],
    ['[2026-10-01, 2026-10-32]', /answers\.yaml:4:1 visited: is not the day/],
  ])('are refused at their place where nobody can have looked: %s', async (visited, words) => {
    const { take, where } = desk();
    expectRefused(await take(visited), /answers file/);
    expect((await take(visited)).stderr).toMatch(words);
    expect((await runCheckup(['list'], where)).stdout).not.toContain('2026-Q4');
  });

  test('are not changed behind a seal', async () => {
    const { take } = desk();
    expectDone(await take('2026-10-01', '--seal'));
    expectDone(await take('2026-10-01'));
    expectRefused(await take('2026-10-02'), /is sealed and takes no more days of its visit/);
  });
});

describe('every day that is shown', () => {
  // At any moment one of the two has another day than UTC.
  test.each(['Pacific/Kiritimati', 'Etc/GMT+12'])(
    'is the day where it happened: %s',
    async (zone) => {
      const { where, take } = desk();
      expectDone(await take('2026-10-01'));
      const day = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format();
      const before = day();
      const there = { ...where, env: { TZ: zone } };
      expectDone(await runProcess(['audit', '--seal'], there));
      const days = [before, day()];
      const { stdout } = expectDone(await runCheckup(['list', '--json'], where));
      const sealedAt = String(at(parseJson(stdout), 'audits', 0, 'sealedAt'));
      expect(days).toContain(sealedAt.slice(0, 10));
      expect(sealedAt).toMatch(zone === 'Etc/GMT+12' ? /-12:00$/ : /\+14:00$/);
      const table = expectDone(await runCheckup(['list'], where)).stdout;
      expect(table).toContain(`sealed ${sealedAt.slice(0, 10)}`);
    },
  );
});
