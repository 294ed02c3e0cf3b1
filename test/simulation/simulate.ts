// False alarms, power, coverage and width of what is called a change: simulated quarters in which
// every kind of item varies, compared by the program itself. Run with `npm run simulate`, or with
// `npm run simulate -- 300` for fewer pairs than 2,000; it fails where a limit is broken. With
// `npm run simulate -- 300 before` the rules of scoring version 3 are held to the same limits, and
// break them. docs/statistics.md has the figures.
import { fileURLToPath } from 'node:url';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { calledBefore } from './before.js';
import { uniform } from './found.js';
import { calledToday, simulatePairs } from './pairs.js';
import { placesCovered, teachersAmongAlike } from './places.js';
import { rangesCovered, unusualWhileTheSame } from './truth.js';

const CHECKLISTS = new URL('../../checklists/', import.meta.url);
const PAIRS = Number(process.argv[2] ?? 2000);
const isBefore = process.argv[3] === 'before';
const GAIN = 0.1;

const next = uniform(20260930);
const broken: string[] = [];

/** A figure, and the limit that it is held to, if there is one. */
function line(
  what: string,
  figure: number,
  [digits, unit]: readonly [number, string],
  limit: { readonly most?: number; readonly least?: number } = {},
): void {
  const { most, least } = limit;
  const bounds = [
    ...(most === undefined ? [] : [`at most ${String(most)}`]),
    ...(least === undefined ? [] : [`at least ${String(least)}`]),
  ].join();
  const text = `${what.padEnd(46)}${figure.toFixed(digits).padStart(7)} ${unit}`;
  process.stdout.write(`  ${text}${bounds === '' ? '' : ` (${bounds})`}\n`);
  if (!(figure <= (most ?? Infinity) && figure >= (least ?? -Infinity))) broken.push(what);
}

const ITEMS = [2, 'items'] as const;
const PER_CENT = [1, '%'] as const;
const POINTS = [1, 'points'] as const;

for (const [name, id, scope] of [
  ['core of quarterly-checkup', 'quarterly-checkup', 'core'],
  ['full quarterly-checkup', 'quarterly-checkup', 'full'],
  ['core of quick-checkup', 'quick-checkup', 'core'],
] as const) {
  const checklist = await requireChecklist(fileURLToPath(new URL(id, CHECKLISTS)));
  const isCore = name === 'core of quarterly-checkup';
  const rules = isBefore ? calledBefore : calledToday;
  const none = simulatePairs(checklist, scope, { pairs: PAIRS, gain: 0, rules, next });
  const gained = simulatePairs(checklist, scope, { pairs: PAIRS, gain: GAIN, rules, next });
  const items = askedItems(checklist, scope).length;
  process.stdout.write(`${name}, ${String(PAIRS)} pairs, ${String(items)} items\n`);
  const core = (most: number) => (isCore ? { most } : {});
  // The quick check-up can't carry verdicts from quarter to quarter, and isn't held to any limit.
  const quarterly = (most: number) => (id === 'quarterly-checkup' ? { most } : {});
  line('nothing changed: items clear', none.sure, ITEMS, core(0.5));
  line('nothing changed: items probable', none.probable, ITEMS, core(2.5));
  line('nothing changed: a step called', 100 * none.step, PER_CENT, quarterly(6));
  line('nothing changed: overall called', 100 * none.overall, PER_CENT, quarterly(5));
  line('nothing changed: --fail-on-fall fails', 100 * none.fails, PER_CENT, core(6));
  line('nothing changed: a hold comes or goes', 100 * none.holds, PER_CENT);
  const found = 100 * gained.rose;
  line('a true +10 on every item found overall', found, PER_CENT, isCore ? { least: 65 } : {});
  line('half-width of the overall difference', 100 * none.width, POINTS);
  if (isBefore) continue;
  const some = Math.ceil(PAIRS / 4);
  const covered = rangesCovered(checklist, scope, { audits: some, next });
  line('range of a step holds the true score', 100 * covered.step, PER_CENT);
  line('range of the whole holds the true score', 100 * covered.overall, PER_CENT);
  line('half-width of the range of the whole', 100 * covered.width, POINTS);
  const same = unusualWhileTheSame(checklist, scope, { stores: some, quarters: 5, next });
  line('the same for five quarters: unusual', 100 * same.overall, PER_CENT);
  line('the same for five quarters: a step unusual', 100 * same.step, PER_CENT);
  if (!isCore) continue;
  const groups = Math.ceil(PAIRS / 20);
  for (const dealerships of [5, 10, 20]) {
    const many = String(dealerships);
    const named = teachersAmongAlike(checklist, { dealerships, groups, next });
    line(`${many} alike: a step names a teacher`, 100 * named, PER_CENT, { most: 10 });
    const { one, all } = placesCovered(checklist, { dealerships, groups, next });
    line(`${many} unlike: places hold the true one`, 100 * one, PER_CENT);
    line(`${many} unlike: all places hold at once`, 100 * all, PER_CENT);
  }
}
if (broken.length > 0) {
  process.stderr.write(`Over the limit: ${broken.join('; ')}.\n`);
  process.exitCode = 1;
}
