import type { Command } from 'commander';
import type { App, ExitCode } from '../app.js';
import { EXIT } from '../app.js';
import { unansweredItems } from '../core/audit/audit.js';
import { printPercent, printScore } from '../core/score/print.js';
import { scoreAudit } from '../core/score/score.js';
import { count } from '../core/words/numbers.js';
import { printJson, visibleLine } from '../core/text.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { KeptScore } from '../storage/scores.js';
import type { Store } from '../storage/store.js';
import { table } from '../formats/layout.js';
import type { Act } from './command.js';
import { chooseDealership } from './audit-option.js';

/** Declares `checkup list`. */
export function configure(command: Command, act: Act): void {
  command
    .option('--dealership <name>', 'only this one')
    .option('--json', 'for other programs')
    .action(act(list));
}

/** An audit with what a list says of it. */
export interface ListedAudit {
  readonly summary: AuditSummary;
  readonly score: KeptScore;
  /** How many items of an open audit have no answer yet; null for a sealed one. */
  readonly unanswered: number | null;
}

/** Every audit with its score: a sealed one's as kept, an open one's as it stands. */
export async function listAudits(store: Store): Promise<ListedAudit[]> {
  const kept = await store.scores.list();
  const listed: ListedAudit[] = [];
  for (const summary of await store.audits.list()) {
    const known = summary.seal === null ? undefined : kept.get(summary.id);
    if (known !== undefined) {
      listed.push({ summary, score: known, unanswered: null });
      continue;
    }
    const audit = await store.audits.load(summary);
    listed.push({
      summary,
      score: scoreAudit(audit),
      unanswered: summary.seal === null ? unansweredItems(audit).length : null,
    });
  }
  return listed;
}

/** How far an audit is, in words. */
export function stateWords({ summary, unanswered }: ListedAudit): string {
  if (summary.seal !== null) return `sealed ${summary.seal.at.slice(0, 10)}`;
  return unanswered === 0 ? 'open, all answered' : `open, ${String(unanswered)} to answer`;
}

async function list(
  app: App,
  flags: { readonly dealership?: string; readonly json?: boolean },
): Promise<ExitCode> {
  const store = await app.readStore();
  const only =
    flags.dealership === undefined ? null : await chooseDealership(app, store, flags.dealership);
  const audits = (await listAudits(store)).filter(
    ({ summary }) => only === null || summary.dealership.id === only.id,
  );
  if (flags.json === true) {
    app.out(printJson(audits.map(jsonEntry)));
    return EXIT.done;
  }
  if (audits.length === 0) {
    app.say('No audit yet. Start one with checkup audit, or see the example with checkup demo.');
    return EXIT.done;
  }
  const rows = audits.map((one) => [
    visibleLine(one.summary.dealership.name),
    one.summary.quarter,
    `${one.summary.checklistId} ${one.summary.scope}`,
    stateWords(one),
    printPercent(one.score.coverage),
    printScore(one.score.share),
  ]);
  app.out(
    `${table(
      [
        { title: 'Dealership' },
        { title: 'Quarter' },
        { title: 'Checklist' },
        { title: 'State' },
        { title: 'Coverage', align: 'right' },
        { title: 'Score', align: 'right' },
      ],
      rows,
      app.tableWidth,
    )}\n`,
  );
  app.say(app.style.faint(count(audits.length, 'audit')));
  return EXIT.done;
}

function jsonEntry({ summary, score, unanswered }: ListedAudit): object {
  return {
    dealership: summary.dealership.name,
    slug: summary.dealership.slug,
    quarter: summary.quarter,
    checklist: { id: summary.checklistId, version: summary.checklistVersion },
    scope: summary.scope,
    state: summary.seal === null ? 'open' : 'sealed',
    unanswered,
    startedAt: summary.startedAt,
    sealedAt: summary.seal?.at ?? null,
    seal: summary.seal?.hash ?? null,
    coverage: score.coverage,
    score: score.share === null ? null : score.share * 100,
  };
}
