// How often the 95 % intervals hold the truth: simulated audits of the core of quarterly-checkup,
// scored by the program itself. Run with `npm run simulate`; CONTRIBUTING.md has the figures.
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../src/core/audit/answer.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import type { Checklist, Item } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import type { AuditResult } from '../../src/core/score/score.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { differenceOf, intervalOf } from '../../src/core/score/uncertainty.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { makeAudit } from '../support/checklists.js';

const CORE = fileURLToPath(new URL('../../checklists/quarterly-checkup', import.meta.url));
const AUDITS = 2000;
const DUST = 1e-9;

/** Uniform numbers from 0 to 1, the same in every run (mulberry32, public domain). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The rate at which records, cases, checks and levels of each item truly pass. */
type Rates = ReadonlyMap<string, number>;

/** Whether an item's share is estimated from some of many. */
function isSampled(item: Item): boolean {
  return kindOf(item).asksFor(item) !== null;
}

/** What an auditor finds who looks at as many records as the checklist says. */
function found(item: Item, rate: number, next: () => number): Answer {
  const draw = (of: number): number =>
    Array.from({ length: of }, next).filter((one) => one < rate).length;
  if ('standards' in item) {
    const every = item.standards.map(({ id }) => id);
    const passed = draw(item.draw);
    // A case passes or fails whole: nothing between varies more with the same mean.
    const cases = Array.from({ length: item.draw }, (_, index) => ({
      ref: String(index),
      lapses: index < passed ? [] : every,
    }));
    return { state: 'answered', value: { cases } };
  }
  if ('draw' in item) {
    return { state: 'answered', value: { passed: draw(item.draw), of: item.draw } };
  }
  const occasion = { level: rate, random: next, records: undefined, nextRef: () => '' };
  return { state: 'answered', value: kindOf(item).invent(item, { ...occasion, habit: () => 0 }) };
}

function scored(checklist: Checklist, answers: Readonly<Record<string, Answer>>): AuditResult {
  return scoreAudit(makeAudit(checklist, answers, { scope: 'core' }));
}

const MANY = 1_000_000;

/** A checklist in which every trace is a sample: of many cases its share is the rate as well. */
function withoutTraces(checklist: Checklist): Checklist {
  const sampled = (item: Item): Item => {
    if (item.kind !== 'trace') return item;
    const { id, ask, departments, core, source, weight, critical, unit, draw } = item;
    const common = { id, ask, departments, core, source, weight, critical };
    return { ...common, kind: 'sample', unit, draw };
  };
  const steps = checklist.steps.map((step) => ({ ...step, items: step.items.map(sampled) }));
  return { ...checklist, steps };
}

/** What the score would be, had everything been looked at. */
function truth(checklist: Checklist, rates: Rates): AuditResult {
  const whole = withoutTraces(checklist);
  const answers = askedItems(whole, 'core').map((item): [string, Answer] => {
    const rate = rates.get(item.id) ?? 0;
    if (item.kind !== 'sample') return [item.id, found(item, rate, () => 1)];
    const passed = Math.round(rate * MANY);
    return [item.id, { state: 'answered', value: { passed, of: MANY, from: MANY } }];
  });
  return scored(whole, Object.fromEntries(answers));
}

interface Tally {
  held: number;
  all: number;
}

function simulate(checklist: Checklist, lowest: number): Record<string, Tally> {
  const items = askedItems(checklist, 'core');
  const next = uniform(20261122);
  const tallies: Record<string, Tally> = {};
  const count = (what: string, value: number, lower: number, upper: number): void => {
    const tally = (tallies[what] ??= { held: 0, all: 0 });
    tally.all += 1;
    if (value >= lower - DUST && value <= upper + DUST) tally.held += 1;
  };
  const one = (): { result: AuditResult; true: AuditResult } => {
    const rates = new Map(items.map(({ id }) => [id, lowest + (1 - lowest) * next()]));
    const answers = items.map((item): [string, Answer] => [
      item.id,
      found(item, rates.get(item.id) ?? 0, next),
    ]);
    return {
      result: scored(checklist, Object.fromEntries(answers)),
      true: truth(checklist, rates),
    };
  };
  for (let round = 0; round < AUDITS; round++) {
    const [audit, other] = [one(), one()];
    audit.result.steps.forEach((step, s) => {
      const really = audit.true.steps[s];
      step.items.forEach(({ item, estimate }, i) => {
        const share = really?.items[i]?.share;
        if (!isSampled(item) || estimate === null || share == null) return;
        const { lower, upper } = intervalOf(estimate);
        count('items', share, lower, upper);
      });
      if (step.interval === null || really?.share == null) return;
      count('steps', really.share, step.interval.lower, step.interval.upper);
    });
    const { interval, estimate } = audit.result;
    if (interval === null || audit.true.share === null) throw new Error('nothing scored');
    count('overall', audit.true.share, interval.lower, interval.upper);
    if (estimate === null || other.result.estimate === null || other.true.share === null) continue;
    const { lower, upper } = differenceOf(estimate, other.result.estimate);
    count('difference', other.true.share - audit.true.share, lower, upper);
  }
  return tallies;
}

const checklist = await requireChecklist(CORE);
for (const lowest of [0.4, 0.9]) {
  process.stdout.write(
    `true rates uniform from ${String(lowest)} to 1, ${String(AUDITS)} audits\n`,
  );
  for (const [what, { held, all }] of Object.entries(simulate(checklist, lowest))) {
    const part = ((held / all) * 100).toFixed(1);
    process.stdout.write(`  ${what.padEnd(12)} ${part} % of ${String(all)}\n`);
  }
}
