// False alarms, power and width of the verdicts: simulated pairs of quarters in which every kind of
// item varies, compared by the program itself. Run with `npm run simulate`; it fails where a limit is
// broken. docs/statistics.md has its figures.
import { fileURLToPath } from 'node:url';
import { compareAudits } from '../../src/core/compare/compare.js';
import { compareGroup } from '../../src/core/compare/group.js';
import { standingOf } from '../../src/core/compare/group-member.js';
import type { Checklist, Scope } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { isComparable } from '../../src/core/compare/compare.js';
import { rangesOf } from '../../src/core/score/ranges.js';
import type { AuditResult } from '../../src/core/score/score.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { directionOf, isSure } from '../../src/core/score/uncertainty.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { makeAudit } from '../support/checklists.js';
import type { Truth } from './found.js';
import { better, found, truthsOf, uniform } from './found.js';

const ROOT = new URL('../../checklists/', import.meta.url);
const PAIRS = Number(process.argv[2] ?? 2000);
const LEVELS = [0.5, 0.65, 0.8];

const next = uniform(20260930);

function audited(
  checklist: Checklist,
  scope: Scope,
  truths: ReadonlyMap<string, Truth>,
): AuditResult {
  const answers = Object.fromEntries(
    askedItems(checklist, scope).flatMap((item) => {
      const truth = truths.get(item.id);
      return truth === undefined ? [] : [[item.id, found(item, truth, next)] as const];
    }),
  );
  return scoreAudit(makeAudit(checklist, answers, { scope }));
}

interface Counts {
  sure: number;
  probably: number;
  steps: number;
  stepsCalled: number;
  overall: number;
  fails: number;
  rose: number;
  width: number;
  caps: number;
}

/** What some pairs of quarters are called, of which the later is better by some points. */
function pairs(checklist: Checklist, scope: Scope, gain: number): Counts {
  const counts: Counts = {
    sure: 0,
    probably: 0,
    steps: 0,
    stepsCalled: 0,
    overall: 0,
    fails: 0,
    rose: 0,
    width: 0,
    caps: 0,
  };
  for (let i = 0; i < PAIRS; i++) {
    const truths = truthsOf(checklist, scope, LEVELS[i % LEVELS.length] ?? 0.5, next);
    const from = audited(checklist, scope, truths);
    const to = audited(checklist, scope, gain === 0 ? truths : better(truths, gain));
    const comparison = compareAudits(from, to);
    for (const { difference } of comparison.changes.filter(isComparable)) {
      counts.sure += Number(isSure(difference.verdict));
      counts.probably += Number(
        directionOf(difference.verdict) !== 0 && !isSure(difference.verdict),
      );
    }
    const steps = comparison.steps.map(({ likeForLike }) => likeForLike.verdict);
    counts.steps += steps.length;
    counts.stepsCalled += steps.filter((verdict) => directionOf(verdict) !== 0).length;
    const { verdict, change } = comparison.likeForLike;
    counts.overall += Number(directionOf(verdict) !== 0);
    counts.rose += Number(verdict === 'rose');
    counts.fails += Number([verdict, ...steps].includes('fell'));
    counts.width += change === null ? 0 : (change.upper - change.lower) / 2;
    counts.caps += Number(comparison.steps.some(({ caps }) => caps.length > 0));
  }
  return counts;
}

/** In what part of the steps a group of dealerships that are all alike names a teacher. */
function teachers(checklist: Checklist, dealerships: number): number {
  const rounds = Math.ceil(PAIRS / 20);
  let named = 0;
  let steps = 0;
  for (let i = 0; i < rounds; i++) {
    const truths = truthsOf(checklist, 'core', 0.85, next);
    const group = compareGroup(
      Array.from({ length: dealerships }, (_, d) => {
        const result = audited(checklist, 'core', truths);
        const ranges = rangesOf(result);
        return {
          slug: `d${String(d)}`,
          name: `d${String(d)}`,
          standing: standingOf(result),
          coverage: result.coverage,
          apart: result.apart,
          auditors: [],
          change: null,
          steps: result.steps.map(({ step, share, uncapped, failedCritical }) => ({
            id: step.id,
            title: step.title,
            standing:
              share === null
                ? null
                : { share, variance: ranges.steps.get(step.id)?.variance ?? NaN },
            uncapped,
            apart: false,
            failedCritical,
          })),
        };
      }),
    );
    steps += group.steps.length;
    named += group.steps.filter((step) => step.teachers.length > 0).length;
  }
  return named / steps;
}

const broken: string[] = [];
function line(what: string, figure: number, digits: number, unit: string, most = Infinity): void {
  const text = `${what.padEnd(44)}${figure.toFixed(digits).padStart(7)} ${unit}`;
  process.stdout.write(`  ${text}${most === Infinity ? '' : ` (at most ${String(most)})`}\n`);
  if (figure > most) broken.push(what);
}

for (const [name, id, scope] of [
  ['core of quarterly-checkup', 'quarterly-checkup', 'core'],
  ['full quarterly-checkup', 'quarterly-checkup', 'full'],
  ['core of quick-checkup', 'quick-checkup', 'core'],
] as const) {
  const checklist = await requireChecklist(fileURLToPath(new URL(id, ROOT)));
  const items = askedItems(checklist, scope).length;
  const isCore = name.startsWith('core of quarterly');
  const none = pairs(checklist, scope, 0);
  const gained = pairs(checklist, scope, 0.1);
  process.stdout.write(`${name}, ${String(PAIRS)} pairs, ${String(items)} items\n`);
  const limit = (most: number): number => (isCore ? most : Infinity);
  // The quick check-up can't carry verdicts from quarter to quarter, and isn't held to any limit.
  const quarterly = (most: number): number => (id === 'quarterly-checkup' ? most : Infinity);
  line('nothing changed: items clear', none.sure / PAIRS, 2, 'items', limit(0.5));
  line('nothing changed: items probable', none.probably / PAIRS, 2, 'items', limit(2.5));
  line(
    'nothing changed: a step called',
    (100 * none.stepsCalled) / none.steps,
    1,
    '%',
    quarterly(6),
  );
  line('nothing changed: overall called', (100 * none.overall) / PAIRS, 1, '%', quarterly(5));
  line('nothing changed: --fail-on-fall', (100 * none.fails) / PAIRS, 1, '%', limit(6));
  line('nothing changed: a hold comes or goes', (100 * none.caps) / PAIRS, 0, '%');
  const missed = 100 - (100 * gained.rose) / PAIRS;
  line('a true +10 on every item: not found overall', missed, 1, '%', limit(35));
  line('half-width of the overall difference', (100 * none.width) / PAIRS, 1, 'points');
  if (isCore) {
    for (const dealerships of [5, 10, 20]) {
      const part = 100 * teachers(checklist, dealerships);
      line(`${String(dealerships)} alike: a step names a teacher`, part, 1, '%', 10);
    }
  }
}
if (broken.length > 0) {
  process.stderr.write(`Over the limit: ${broken.join('; ')}.\n`);
  process.exitCode = 1;
}
