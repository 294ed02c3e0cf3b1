import type { CheckedAudit } from './view.js';

/** Which of some audits are no longer what was sealed, a sentence for each. */
export function brokenSealLines(audits: readonly CheckedAudit[]): string[] {
  return audits
    .filter(({ sealHolds }) => !sealHolds)
    .map(
      ({ audit }) =>
        `The seal of ${audit.quarter} is broken: what is kept is no longer what was sealed.`,
    );
}
