// What the program costs, each beside its floor, measured in one run because machines are shared
// and noisy: read the ratios. Run with `npm run bench`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { parseQuarter, shiftQuarter } from '../../src/core/quarter.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { someValue } from '../support/arbitraries.js';
import { KEY, READY, createDesk, readyAfter } from '../support/terminal.js';
import { benchCompare } from './compare-bench.js';
import { benchGrowth } from './growth-bench.js';
import { benchStart } from './start-bench.js';
import { openStore } from '../support/stores.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'bin/checkup.js');
const ANSWERS = join(ROOT, 'checklists/quarterly-checkup/example/2026-Q3.yaml');
const ROUNDS = 21;

function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}

function print(what: string, ms: number, floor: number, floorName: string): void {
  const ratio = (ms / floor).toFixed(2);
  process.stdout.write(
    `${what.padEnd(50)} ${ms.toFixed(2).padStart(8)} ms  = ${ratio.padStart(6)} × ${floorName} (${floor.toFixed(2)} ms)\n`,
  );
}

/** Milliseconds of a whole process; throws when it fails. */
function time(args: readonly string[], home: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: home,
    env: { HOME: home, PATH: process.env['PATH'] ?? '' },
    encoding: 'utf8',
  });
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}:\n${stderr}`);
  return ms;
}

function wholeProcesses(home: string): void {
  const bare: number[] = [];
  const seal: number[] = [];
  const commands: number[] = [];
  const dealerships: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const database = join(home, `${String(round)}.db`);
    time([BIN, 'audit', '--db', database, '--answers', ANSWERS], home);
    bare.push(time(['-e', '0'], home));
    seal.push(time([BIN, 'audit', '--db', database, '--seal'], home));
    commands.push(time([BIN, 'completion', 'words', '--', 'rep'], home));
    const line = ['--db', database, 'report', '--dealership', ''];
    dealerships.push(time([BIN, 'completion', 'words', '--', ...line], home));
  }
  const floor = median(bare);
  print('completing a command', median(commands), floor, 'node -e 0');
  print('completing a dealership', median(dealerships), floor, 'node -e 0');
  print('sealing the example, whole process', median(seal), floor, 'node -e 0');
}

/** A raw insert of an answer, with the pragmas of our database, in milliseconds. */
function rawInserts(home: string): number[] {
  const sqlite = new Sqlite(join(home, 'raw.db'));
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.exec('create table answer (id text primary key, content text not null) strict');
  const insert = sqlite.prepare('insert into answer values (?, ?)');
  const times = Array.from({ length: 200 }, (_, index) => {
    const start = performance.now();
    insert.run(`answer-${String(index)}`, '{"state":"answered","value":3}');
    return performance.now() - start;
  });
  sqlite.close();
  return times;
}

const EARLIER = 40;
const DEALERSHIP = 'Bench Motors';

/** Forty sealed quarters of the whole quarterly-checkup, every item answered. */
async function recordEarlier(database: string): Promise<void> {
  const checklist = await requireChecklist(join(ROOT, 'checklists/quarterly-checkup'));
  const items = askedItems(checklist, 'full');
  const values = items.map((item) => fc.sample(someValue(item), { seed: 1, numRuns: EARLIER }));
  mkdirSync(dirname(database), { recursive: true });
  const store = openStore(database);
  const at = new Date('2016-01-02T09:00:00Z');
  const dealership = await store.dealerships.add(DEALERSHIP, { yearStarts: 1 }, at);
  const last = parseQuarter('2026-Q2');
  if (last === null) throw new Error('no quarter');
  for (let round = 0; round < EARLIER; round++) {
    const quarter = shiftQuarter(last, round + 1 - EARLIER);
    const facts = { dealership, quarter, scope: 'full', checklist, auditor: 'B' } as const;
    const audit = await store.audits.start(facts, at);
    const answers = items.map((item, index) => {
      const value = values[index]?.[round] ?? null;
      return [item.id, { state: 'answered', value }] as const;
    });
    await store.audits.record(audit, new Map(answers), 'B', at);
    await store.seals.set(audit, 'B', at);
  }
  store.close();
}

/** From the keypress to the next screen, which confirms what is on disk and takes keys again. */
async function keypresses(): Promise<number[]> {
  const desk = createDesk();
  try {
    await recordEarlier(desk.database);
    const flags = ['--quarter', '2026-Q3', '--checklist', 'quarterly-checkup', '--auditor', 'B'];
    const session = desk.start(['audit', '--dealership', DEALERSHIP, ...flags, '--full']);
    await session.until(READY);
    const rated = 'culture-leaders-take-part';
    await session.answer('g', 'Go to');
    await session.answer(`${rated}${KEY.enter}`, readyAfter(rated));
    const times: number[] = [];
    for (let round = 0; round < 200; round++) {
      const start = performance.now();
      await session.answer(String(round % 5), readyAfter('✓ saved'));
      times.push(performance.now() - start);
      await session.answer('b', readyAfter('Answered so far'));
    }
    return times;
  } finally {
    desk.clear();
  }
}

const home = mkdtempSync(join(tmpdir(), 'checkup-bench-'));
try {
  const twoQuarters = await benchCompare(home);
  await benchGrowth(home);
  benchStart(home, twoQuarters);
  wholeProcesses(home);
  const floor = median(rawInserts(home));
  const times = await keypresses();
  print(
    'keypress to durable answer and next screen, median',
    median(times),
    floor,
    'raw durable insert',
  );
  print(
    'keypress to durable answer and next screen, 99 %',
    quantile(times, 0.99),
    floor,
    'the same',
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
