// What whole processes cost beside `node -e 0` on the same Node: with the code that Node has compiled
// at hand, as in every call but the first (warm), and without (cold).
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BIN = join(ROOT, 'bin/checkup.js');
const ANSWERS = join(ROOT, 'checklists/quarterly-checkup/example/2026-Q3.yaml');
const ROUNDS = 15;

interface Call {
  readonly what: string;
  readonly args: readonly string[];
  /** How many times as long as `node -e 0` it may take, warm; null where nobody has set a limit. */
  readonly limit: number | null;
}

interface Times {
  readonly warm: number[];
  readonly cold: number[];
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** Calls in rounds, one after the other, so that whatever else the machine does hits all alike. */
export function benchStart(home: string, twoQuarters: string): void {
  const cache = join(home, 'compile-cache');
  const time = (args: readonly string[]): number => {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: home,
      env: { HOME: home, PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: cache },
      encoding: 'utf8',
    });
    const ms = performance.now() - start;
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}:\n${stderr}`);
    return ms;
  };
  const calls = callsOf(home, twoQuarters, time);
  const bare: number[] = [];
  const times = calls.map((): Times => ({ warm: [], cold: [] }));
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(time(['-e', '0']));
    for (const [index, { args }] of calls.entries()) {
      rmSync(cache, { recursive: true, force: true });
      times[index]?.cold.push(time([BIN, ...args]));
      times[index]?.warm.push(time([BIN, ...args]));
    }
  }
  const floor = middle(bare);
  process.stdout.write(`node -e 0: ${floor.toFixed(2)} ms\n`);
  for (const [index, call] of calls.entries()) {
    const { warm, cold } = times[index] ?? { warm: [], cold: [] };
    // The quickest runs say what it costs where nothing else was running.
    const best = Math.min(...warm) / Math.min(...bare);
    say(call, middle(warm) / floor, best, middle(cold) / floor);
  }
}

function callsOf(
  home: string,
  twoQuarters: string,
  time: (args: readonly string[]) => number,
): readonly Call[] {
  const one = join(home, 'one-quarter.db');
  time([BIN, 'audit', '--db', one, '--answers', ANSWERS]);
  time([BIN, 'audit', '--db', one, '--seal']);
  time([BIN, 'demo', '--out', join(home, 'demo')]);
  const example = join(home, '.local/share/checkup/example.db');
  const formats = ['--format', 'html,md,json'];
  const out = ['--out', join(home, 'out')];
  const many = ['--db', example, '--dealership', 'example-motors', ...out];
  return [
    { what: '--version', args: ['--version'], limit: 1.25 },
    { what: 'list', args: ['list', '--db', example], limit: 3.5 },
    {
      what: 'compare, 84 items',
      args: ['compare', '--db', twoQuarters, '--dealership', 'd0001', ...out],
      limit: 6,
    },
    { what: 'compare, 36 items', args: ['compare', ...many], limit: 6 },
    { what: 'report', args: ['report', '--db', one, ...formats, ...out], limit: 6 },
    { what: 'report over eight quarters', args: ['report', ...many, ...formats], limit: null },
  ];
}

function say({ what, limit }: Call, warm: number, best: number, cold: number): void {
  const verdict =
    limit === null ? 'no limit' : `limit ${String(limit)} ${warm <= limit ? 'kept' : 'MISSED'}`;
  process.stdout.write(
    `${what.padEnd(28)} warm ${warm.toFixed(2).padStart(5)} × (best ${best.toFixed(2).padStart(5)}), cold ${cold.toFixed(2).padStart(5)} × node -e 0  ${verdict}\n`,
  );
}
