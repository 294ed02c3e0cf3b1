// What grows with what a user can make large: each cost at n and at 4 n, as a ratio beside its limit.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkEvidence, keepEvidence } from '../../src/files/evidence-files.js';
import { parseYaml } from '../../src/files/yaml-file.js';
import { typedLines } from '../../src/formats/markdown/text.js';
import { openStore } from '../support/stores.js';

/** Four times as much may take this many times as long: linear, and what a noisy machine adds. */
const LIMIT = 6;

const ROUNDS = 5;

interface Growth {
  readonly what: string;
  readonly n: number;
  /** Does it with so many. */
  readonly work: (number: number, home: string) => unknown;
}

const GROWTHS: readonly Growth[] = [
  { what: 'dollars in a note, as Markdown', n: 25_000, work: (n) => typedLines('$'.repeat(n)) },
  {
    what: 'keys in a YAML file',
    n: 17_500,
    work: (n) =>
      parseYaml('f.yaml', Array.from({ length: n }, (_, i) => `k${String(i)}: 1`).join('\n')),
  },
  {
    what: 'dealerships added, one after the other',
    n: 250,
    work: async (n, home) => {
      const store = openStore(join(home, 'growth.db'));
      for (let i = 0; i < n; i++)
        await store.dealerships.add(`D ${String(i)}`, { yearStarts: 1 }, new Date(0));
      store.close();
    },
  },
  {
    what: 'files of evidence, kept and looked at',
    n: 250,
    work: async (n, home) => {
      const folder = join(home, 'evidence');
      for (let i = 0; i < n; i++) {
        const file = join(home, `${String(i)}.txt`);
        writeFileSync(file, `evidence ${String(i)}`);
        await checkEvidence(await keepEvidence(file, folder), folder);
      }
    },
  },
];

/** Each cost at n and 4 n, the middle of several rounds. */
export async function benchGrowth(home: string): Promise<void> {
  for (const [g, { what, n, work }] of GROWTHS.entries()) {
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      for (const [i, number] of [n, 4 * n].entries()) {
        const own = join(home, `growth-${String(g)}-${String(round)}-${String(i)}`);
        mkdirSync(own);
        const start = performance.now();
        await work(number, own);
        times[i]?.push(performance.now() - start);
      }
    }
    const [small, large] = times.map(
      (all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN,
    );
    const ratio = (large ?? NaN) / (small ?? NaN);
    process.stdout.write(
      `${what.padEnd(50)} ${(large ?? NaN).toFixed(2).padStart(8)} ms for ${String(4 * n)}, ${ratio.toFixed(2)} × that of ${String(n)}; limit ${String(LIMIT)} ${ratio <= LIMIT ? 'kept' : 'MISSED'}\n`,
    );
  }
}
