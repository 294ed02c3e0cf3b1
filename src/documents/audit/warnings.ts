import { quarterName } from '../../core/quarter.js';
import { printPercent } from '../../core/score/print.js';
import { coverageFloor, isThin } from '../../core/score/limits.js';
import { strong } from '../blocks.js';
import type { Block } from '../tree.js';
import { chainAlarms } from '../words/chain.js';
import { spoiledEvidence } from './evidence.js';
import type { AuditView } from './view.js';
import { count } from '../../core/words/numbers.js';

function alarm(title: string, text: string): Block {
  return { block: 'alarm', text: [strong(title), ` ${text}`], note: '' };
}

/** What is kept and no longer what was sealed or attached. */
export function broken(view: AuditView): Block[] {
  const { sealHolds, previous, chain } = view;
  const found: Block[] = chainAlarms(chain);
  if (!sealHolds) {
    found.push(
      alarm(
        'The seal is broken.',
        'What is kept is no longer what was sealed. Trust an earlier copy of this report instead.',
      ),
    );
  }
  if (previous !== null && !previous.sealHolds) {
    found.push(
      alarm(
        `The seal of ${quarterName(previous.audit.quarter)} is broken.`,
        'Do not trust the change since then.',
      ),
    );
  }
  const spoiled = spoiledEvidence(view);
  if (spoiled.length > 0) {
    const files = spoiled.map(
      ({ name, evidence, state }) => `${evidence.name} of ${name} is ${state}`,
    );
    found.push(
      alarm(
        `${count(spoiled.length, 'evidence file')} ${spoiled.length === 1 ? 'is' : 'are'} no longer what was attached.`,
        `${files.join('; ')}.`,
      ),
    );
  }
  return found;
}

/** How far the score can be trusted, where what is kept is sound. */
export function reservations(view: AuditView): Block[] {
  const { audit, result, previous, steps } = view;
  const found: Block[] = [];
  if (audit.seal === null) {
    found.push(alarm('Draft.', 'This check-up is still open: its score can change.'));
  }
  if (previous !== null && previous.audit.seal === null) {
    found.push(alarm('Draft.', `${quarterName(previous.audit.quarter)} is not sealed yet.`));
  }
  if (result.apart) {
    const floor = printPercent(coverageFloor(result.checklist));
    found.push(
      alarm(
        'Stands apart.',
        `Only ${printPercent(result.coverage)} of what applies was scored, under the ${floor} that the checklist asks for: no band, no verdict, and no place among others.${unscoredWords(steps)}`,
      ),
    );
  } else if (isThin(result)) {
    found.push(
      alarm(
        'Thin.',
        `Only ${printPercent(result.coverage)} of what applies was scored: the score says little about the rest.${unscoredWords(steps)}`,
      ),
    );
  }
  return found;
}

function unscoredWords(steps: AuditView['steps']): string {
  const unscored = steps.filter((one) => one.result.share === null).map(({ name }) => name);
  return unscored.length === 0 ? '' : ` Not scored at all: ${unscored.join(', ')}.`;
}

/** What a reader has to know before they trust the score. */
export function warnings(view: AuditView): Block[] {
  return [...broken(view), ...reservations(view)];
}
