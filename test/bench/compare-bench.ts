// What comparing costs, each figure beside its floor and its limit.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Standing } from '../../src/core/compare/ranking.js';
import { rankAll, reachAmong } from '../../src/core/compare/ranking.js';
import { rangesOf } from '../../src/core/score/ranges.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { makeGroupDatabase } from './group-database.js';
import { openStore } from '../support/stores.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'bin/checkup.js');
const ROUNDS = 7;

/** The ranking of a quarter and its mean out of the kept scores, by the driver alone. */
const FLOOR = `
const Sqlite = require(${JSON.stringify(join(ROOT, 'node_modules/better-sqlite3'))});
const db = new Sqlite(process.argv[1]);
const from = "from audit join dealership on dealership.id = audit.dealership_id join seal on seal.audit_id = audit.id join score on score.audit_id = audit.id where quarter in ('2026-Q2', '2026-Q3')";
db.prepare('select quarter, avg(share), min(share), max(share) ' + from + ' group by quarter').all();
db.prepare('select dealership.name, quarter, share, steps ' + from + ' order by share desc').all();
`;

/** Writes the most memory that a process held, in KiB, to the file that is named, when it ends. */
const MEASURE = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.BENCH_RSS, String(process.resourceUsage().maxRSS)));",
)}`;

interface Cost {
  /** Milliseconds. */
  readonly ms: number;
  readonly mebibytes: number;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** What a process of Node costs: the middle of several runs, and the most memory of any. */
function costOf(args: readonly string[], home: string): Cost {
  const rss = join(home, 'rss');
  const runs = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, ['--import', MEASURE, ...args], {
      cwd: home,
      env: { HOME: home, PATH: process.env['PATH'] ?? '', BENCH_RSS: rss },
      encoding: 'utf8',
    });
    const ms = performance.now() - start;
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}:\n${stderr}`);
    return { ms, mebibytes: Number(readFileSync(rss, 'utf8')) / 1024 };
  });
  return {
    ms: middle(runs.map(({ ms }) => ms)),
    mebibytes: Math.max(...runs.map(({ mebibytes }) => mebibytes)),
  };
}

function say(what: string, value: number, unit: string, limit: number, beside = ''): void {
  const verdict = value <= limit ? 'kept' : 'MISSED';
  process.stdout.write(
    `${what.padEnd(50)} ${value.toFixed(2).padStart(8)} ${unit.padEnd(3)} limit ${String(limit)} ${verdict}${beside}\n`,
  );
}

function besideFloor(ms: number, floor: number, name: string): string {
  return `; ${(ms / floor).toFixed(2)} × ${name} (${floor.toFixed(2)} ms)`;
}

/**
 * A group of 100 and one of 1,000, and one audit scored.
 *
 * @returns the database of the 100, where each dealership has several quarters.
 */
export async function benchCompare(home: string): Promise<string> {
  const [small, large] = [join(home, 'group-100.db'), 'node_modules/.bench/group-1000.db'];
  await makeGroupDatabase(small, 100);
  const whole = join(ROOT, large);
  if (!existsSync(whole)) await makeGroupDatabase(whole, 1000);
  const costs = [
    { file: small, number: 100 },
    { file: whole, number: 1000 },
  ].map(({ file, number }) => {
    const cost = costOf([BIN, 'compare', '--all', '--db', file], home);
    const floor = costOf(['-e', FLOOR, file], home);
    const name = `compare --all of ${String(number)}`;
    say(name, cost.ms, 'ms', 3000, besideFloor(cost.ms, floor.ms, 'better-sqlite3'));
    say(`${name}, memory`, cost.mebibytes, 'MiB', 300);
    return cost;
  });
  const [hundred, thousand] = costs;
  say('1,000 by 100', (thousand?.ms ?? NaN) / (hundred?.ms ?? NaN), '×', 11);
  await benchScore(small);
  await benchRanking(whole);
  return small;
}

async function benchScore(file: string): Promise<void> {
  const store = openStore(file);
  const [first] = await store.audits.list();
  if (first === undefined) throw new Error('no audit');
  const audit = await store.audits.load(first);
  store.close();
  const answers = JSON.stringify(audit.revisions);
  const time = (work: () => unknown): number =>
    middle(Array.from({ length: 1000 }, () => timeOf(work)));
  const floor = time(() => JSON.parse(answers));
  const ms = time(() => scoreAudit(audit));
  say('scoring 84 items with intervals', ms, 'ms', 0.3, besideFloor(ms, floor, 'JSON.parse'));
  const drawing = timeOf(() => rangesOf(scoreAudit(audit)));
  say('their ranges, drawn for the first time', drawing, 'ms', 100);
}

/** Ranking four thousand may take twice as long as to hold each of a thousand against each. */
async function benchRanking(file: string): Promise<void> {
  const store = openStore(file);
  const sealed = await store.scores.sealed({ group: null, quarters: null });
  store.close();
  const known = sealed.flatMap(({ standing }) => standing ?? []);
  const standings = (number: number) =>
    Array.from({ length: number }, (_, i) => ({
      share: (known[i % known.length]?.share ?? NaN) + (i % 13) / 1300,
      variance: known[(i * 7919) % known.length]?.variance ?? NaN,
    }));
  const [thousand, thousands] = [standings(1000), standings(4000)];
  const [floors, times]: [number[], number[]] = [[], []];
  for (let round = 0; round < 3 * ROUNDS; round++) {
    floors.push(timeOf(() => eachAgainstEach(thousand)));
    times.push(timeOf(() => rankAll(thousands)));
  }
  const [floor, ms] = [middle(floors), middle(times)];
  const limit = Number((2 * floor).toFixed(2));
  say('ranking 4,000', ms, 'ms', limit, besideFloor(ms, floor, '1,000, each against each'));
}

function eachAgainstEach(standings: readonly Standing[]): number[] {
  const reach = reachAmong(standings.length);
  return standings.map((one) => {
    let better = 0;
    for (const other of standings) {
      const apart = reach * Math.sqrt(one.variance + other.variance);
      if (other.share - one.share > apart) better += 1;
    }
    return better;
  });
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
