import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import type { Comparison } from '../core/compare/compare.js';
import type { AuditView } from '../documents/audit/view.js';
import type { DocumentKind } from '../documents/document.js';
import type { AuditResult } from '../core/score/score.js';
import type { Gates, Limit } from '../usecases/gates.js';
import { hasGates, lookAtGates } from '../usecases/gates.js';

/** What limits are held against. */
interface Gated {
  readonly result: AuditResult;
  readonly comparison: Comparison | null;
  /** Whether what is kept is no longer what was sealed: then no limit is reached, nor missed. */
  readonly isBroken: boolean;
}

/** What limits are held against in a report. */
export function gated<View extends Pick<AuditView, 'result' | 'previous'>>(
  kind: DocumentKind<View>,
  view: View,
): Gated {
  return {
    result: view.result,
    comparison: view.previous?.comparison ?? null,
    isBroken: (kind.broken?.(view) ?? []).length > 0,
  };
}

/** The flags of the gates. */
export type GateFlags = Gates;

/**
 * Declares `--fail-under`, `--fail-on-fall`, `--fail-on-critical` and `--min-coverage`.
 *
 * @param where ends their help: where they apply.
 * @param apart what excludes them, as commander names it.
 */
export function addGates(command: Command, where = '', apart: readonly string[] = []): Command {
  return command
    .addOption(
      new Option(
        '--fail-under <limit>',
        `exit code 3 when the score is lower: 70, or of a step: response=60; repeat it for more${where}`,
      )
        .argParser((text: string, before: readonly Limit[] | undefined) => [
          ...(before ?? []),
          limitFrom(text),
        ])
        .conflicts([...apart]),
    )
    .addOption(
      new Option(
        '--fail-on-fall',
        `exit code 3 when the score or a step clearly fell, like for like, or is no longer scored${where}`,
      ).conflicts([...apart]),
    )
    .addOption(
      new Option(
        '--fail-on-critical',
        `exit code 3 when a must-not-fail check failed${where}`,
      ).conflicts([...apart]),
    )
    .addOption(
      new Option(
        '--min-coverage <percent>',
        `exit code 3 when less of what applies was scored; with --fail-under it is the checklist’s floor unless you say${where}`,
      )
        .argParser(coverageFrom)
        .conflicts([...apart]),
    );
}

function coverageFrom(text: string): number {
  const number = /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : NaN;
  if (number <= 100) return number;
  throw new InvalidArgumentError('It must be a percentage from 0 to 100.');
}

function limitFrom(text: string): Limit {
  const [, step, number] = /^(?:([a-z0-9-]+)=)?(\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  const score = Number(number);
  if (number !== undefined && score <= 100) return { step: step ?? null, score };
  throw new InvalidArgumentError(
    'It must be a score from 0 to 100, or a step and its score: response=60.',
  );
}

/** The exit code by the limits that the user set, once everything is written; says what missed them. */
export function passGates(
  app: App,
  { result, comparison, isBroken }: Gated,
  flags: GateFlags,
): ExitCode {
  if (isBroken && hasGates(flags)) {
    app.warn(app.style.bad('No limit was looked at: what is kept is no longer what was sealed.'));
    return EXIT.userError;
  }
  const { missed, blind } = lookAtGates(result, comparison, flags);
  if (blind)
    app.warn('--fail-on-fall could not look: nothing can be compared, or too little was scored.');
  for (const line of missed) app.warn(app.style.bad(line));
  return missed.length === 0 ? EXIT.done : EXIT.belowLimit;
}
