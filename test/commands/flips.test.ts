import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { filledFolder } from '../golden/fixture/audits.js';
import type { Ran } from '../support/cli.js';
import { expectDone, runCheckup } from '../support/cli.js';

/** So many flips are tried; by hand more: CHECKUP_FLIPS=1000 npx vitest run test/commands/flips.test.ts */
const FLIPS = Number(process.env['CHECKUP_FLIPS'] ?? 40);

const SHOWING: readonly (readonly string[])[] = [
  ['list', '--json'],
  ['compare', '--all', '--out', '-', '--format', 'json'],
  ['compare', '--dealership', 'one', '--last', '3', '--out', '-', '--format', 'json'],
  ['report', '--dealership', 'one', '--out', '-', '--format', 'json'],
  [
    'brief',
    '--dealership',
    'one',
    '--out',
    '-',
    '--format',
    'json',
    '--checklist',
    'small-checkup',
  ],
];

/** Whether a call says that what it shows can't be trusted, or shows nothing and says why. */
function isNamed({ code, stderr }: Ran): boolean {
  return (
    (code === 1 && stderr.startsWith('error: ')) ||
    /broken|Sealed and gone|gap in the chain|Out of place|Not in the register/.test(stderr)
  );
}

test(
  'a bit that flips anywhere in the file changes no figure without a word, and ends in no trace',
  async () => {
    const { db, at: where } = await filledFolder(['2026-Q1', '2026-Q2', '2026-Q3'], ['One', 'Two']);
    const sqlite = new Sqlite(db);
    sqlite.pragma('journal_mode = delete');
    sqlite.close();
    const shown: string[] = [];
    for (const args of SHOWING) shown.push(expectDone(await runCheckup(args, where)).stdout);
    const whole = readFileSync(db);
    const place = fc.record({
      at: fc.nat({ max: whole.length - 1 }),
      bit: fc.nat({ max: 7 }),
      command: fc.nat({ max: SHOWING.length - 1 }),
    });
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(place, async ({ at, bit, command }) => {
        const flipped = Buffer.from(whole);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
        writeFileSync(db, flipped);
        const ran = await runCheckup(SHOWING[command] ?? [], where);
        expect([0, 1], ran.stderr).toContain(ran.code);
        expect(ran.stderr).not.toMatch(/^ +at /m);
        if (ran.code === 0 && ran.stdout === shown[command]) return;
        changed += 1;
        expect(
          isNamed(ran),
          `byte ${String(at)}, bit ${String(bit)}: ${ran.stdout.slice(0, 300)}`,
        ).toBe(true);
      }),
      { numRuns: FLIPS, seed: 7 },
    );
    expect(changed).toBeGreaterThan(0);
  },
  FLIPS * 2000,
);
