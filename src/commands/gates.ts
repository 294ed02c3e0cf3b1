import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Band } from '../core/checklist/checklist.js';
import { printNumber } from '../core/words/numbers.js';
import type { Compared, Comparison } from '../core/compare/compare.js';
import { closest } from '../core/closest.js';
import { UserError } from '../core/errors.js';
import { printChange, printScore, printerFor } from '../core/score/print.js';
import type { AuditResult } from '../core/score/score.js';
import { reaches } from '../core/score/score.js';
import { visibleLine } from '../core/text.js';

const OVERALL = 'The overall score';

/** A lowest score that is still all right: of a step, or of the whole. */
interface Limit {
  /** A step's id; null for the overall score. */
  readonly step: string | null;
  readonly score: number;
}

/** The flags of the gates. */
export interface GateFlags {
  readonly failUnder?: readonly Limit[];
  readonly failOnFall?: boolean;
}

/**
 * Declares `--fail-under` and `--fail-on-fall`.
 *
 * @param where ends their help: where they apply.
 */
export function addGates(command: Command, where = ''): Command {
  return command
    .option(
      '--fail-under <limit>',
      `exit code 3 when the score is lower: 70, or of a step: response=60; repeat it for more${where}`,
      (text: string, before: readonly Limit[] | undefined) => [...(before ?? []), limitFrom(text)],
    )
    .option(
      '--fail-on-fall',
      `exit code 3 when the score or a step clearly fell, like for like, or is no longer scored${where}`,
    );
}

function limitFrom(text: string): Limit {
  const [, step, number] = /^(?:([a-z0-9-]+)=)?(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  const score = Number(number);
  if (number !== undefined && score <= 100) return { step: step ?? null, score };
  throw new InvalidArgumentError(
    'It must be a score from 0 to 100, or a step and its score: response=60.',
  );
}

/**
 * Refuses a limit for a step that there is not, before anything is written.
 *
 * @throws UserError that names the steps.
 */
export function requireSteps({ steps }: AuditResult, { failUnder = [] }: GateFlags): void {
  const ids = steps.map(({ step }) => step.id);
  const wrong = failUnder.find(({ step }) => step !== null && !ids.includes(step))?.step;
  if (wrong === undefined || wrong === null) return;
  const meant = closest(wrong, ids);
  throw new UserError(
    `--fail-under ${wrong}: there is no such step.`,
    meant === null ? `The steps are ${ids.join(', ')}.` : `Did you mean ${meant}?`,
  );
}

/**
 * The exit code by the limits that the user set, once everything is written; says what missed them.
 * What isn't scored reaches no limit; what was scored before and no longer is, fell. A fall that
 * nobody could see because nothing can be compared is none, but never passes without a word.
 */
export function passGates(
  app: App,
  result: AuditResult,
  comparison: Comparison | null,
  { failUnder = [], failOnFall = false }: GateFlags,
): ExitCode {
  const missed = [
    ...failUnder.flatMap((limit) => missedLimit(result, limit)),
    ...(failOnFall && comparison !== null ? fallen(result, comparison) : []),
  ];
  if (failOnFall && (comparison?.likeForLike.change ?? null) === null) {
    app.warn('--fail-on-fall could not look: nothing can be compared.');
  }
  for (const line of missed) app.warn(app.style.bad(line));
  return missed.length === 0 ? EXIT.done : EXIT.belowLimit;
}

function missedLimit({ share, steps, checklist }: AuditResult, limit: Limit): string[] {
  const step = steps.find((one) => one.step.id === limit.step);
  const found = limit.step === null ? share : (step?.share ?? null);
  if (found !== null && reaches(found, limit.score)) return [];
  const what = step === undefined ? OVERALL : visibleLine(step.step.title);
  const print = printerFor(limit.score, checklist.bands);
  return [`${what} is under ${printNumber(limit.score)}: ${print(found)}.`];
}

/** A step that the later audit doesn't ask has not fallen: it was taken out. */
function fallen({ steps, checklist }: AuditResult, comparison: Comparison): string[] {
  const asked = new Set(steps.map(({ step }) => step.id));
  return [
    ...fall(OVERALL, comparison, checklist.bands),
    ...comparison.steps
      .filter(({ step }) => asked.has(step.id))
      .flatMap((one) => fall(visibleLine(one.step.title), one, checklist.bands)),
  ];
}

function fall(
  what: string,
  { published, likeForLike }: Compared,
  bands: readonly Band[],
): string[] {
  if (published.from !== null && published.to === null) {
    return [`${what} was scored before, ${printScore(published.from, bands)}, and no longer is.`];
  }
  if (likeForLike.change?.verdict !== 'fell') return [];
  const { from, to } = printChange(likeForLike.from, likeForLike.to, bands);
  return [`${what} clearly fell, like for like: ${from} to ${to}.`];
}
