import type { App } from '../app.js';
import { EXIT } from '../app.js';
import { UserError } from '../core/errors.js';
import { validName } from '../usecases/agreement.js';
import { auditName } from '../usecases/audit-name.js';
import { withdrawDraw } from '../usecases/draw-records.js';
import type { AuditFlags } from './audit-option.js';
import { chooseOpenAudit } from './audit-option.js';
import type { Outcome } from './command.js';

/** The flags that say whose draw is taken back, and why. */
export interface Withdrawing extends AuditFlags {
  readonly auditor?: string;
  readonly why?: string;
}

/** Takes a draw back: it stays in the report, with who, when and why. */
export async function withdraw(
  app: App,
  path: string | undefined,
  number: number,
  flags: Withdrawing,
): Promise<Outcome> {
  const auditor = validName('--auditor', flags.auditor);
  const why = validName('--why', flags.why);
  if (path !== undefined || why === undefined) {
    throw new UserError(
      path === undefined
        ? `Why draw ${String(number)} is taken back is missing.`
        : 'A draw is taken back without a file.',
      'Give --withdraw N and --why TEXT; the report says it from then on.',
    );
  }
  const store = await app.readStore();
  const summary = await chooseOpenAudit(app, store, flags);
  const { item } = await withdrawDraw(store, summary, { number, why, auditor }, app.now());
  app.say(
    `Draw ${String(number)}${item === null ? '' : `, for ${item},`} of ${auditName(summary)} is withdrawn; the report says so.`,
  );
  return EXIT.done;
}
