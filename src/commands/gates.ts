import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Comparison } from '../core/compare/compare.js';
import { closest } from '../core/closest.js';
import { UserError } from '../core/errors.js';
import { printScore } from '../core/score/print.js';
import type { AuditResult } from '../core/score/score.js';
import { reaches } from '../core/score/score.js';
import { visibleLine } from '../core/text.js';

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

/** Declares `--fail-under` and `--fail-on-fall`. */
export function addGates(command: Command): Command {
  return command
    .option(
      '--fail-under <limit>',
      'exit code 3 when the score is lower: 70, or of a step: response=60; repeat it for more',
      (text: string, before: readonly Limit[] | undefined) => [...(before ?? []), limitFrom(text)],
    )
    .option('--fail-on-fall', 'exit code 3 when the score or a step clearly fell, like for like');
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
 * What isn't scored reaches no limit.
 */
export function passGates(
  app: App,
  result: AuditResult,
  comparison: Comparison | null,
  { failUnder = [], failOnFall = false }: GateFlags,
): ExitCode {
  const missed = [
    ...failUnder.flatMap((limit) => missedLimit(result, limit)),
    ...(failOnFall && comparison !== null ? fallen(comparison) : []),
  ];
  for (const line of missed) app.warn(app.style.bad(line));
  return missed.length === 0 ? EXIT.done : EXIT.belowLimit;
}

function missedLimit({ share, steps }: AuditResult, limit: Limit): string[] {
  const step = steps.find((one) => one.step.id === limit.step);
  const found = limit.step === null ? share : (step?.share ?? null);
  if (found !== null && reaches(found, limit.score)) return [];
  const what = step === undefined ? 'The overall score' : visibleLine(step.step.title);
  return [`${what} is under ${String(limit.score)}: ${printScore(found)}.`];
}

function fallen({ likeForLike, steps }: Comparison): string[] {
  const fell = (what: string, pair: Comparison['likeForLike']): string[] =>
    pair.change?.verdict === 'fell'
      ? [`${what} clearly fell, like for like: ${printScore(pair.from)} to ${printScore(pair.to)}.`]
      : [];
  return [
    ...fell('The overall score', likeForLike),
    ...steps.flatMap((one) => fell(visibleLine(one.step.title), one.likeForLike)),
  ];
}
