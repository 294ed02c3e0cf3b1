import type { Seal } from '../core/audit/audit.js';
import { SCORING_VERSION } from '../core/score/score.js';
import type { Queries } from './database.js';
import { markOf } from './marks.js';
import type { HashText } from './store-tools.js';

// What a kept score is held against, so that nothing is shown that nothing vouches for.

/** The seal of an audit, and the head of the score that is kept of it. */
export const HEAD = [
  'audit.id as id',
  'audit.checklist_hash as checklist_hash',
  'seal.hash as seal',
  'seal.sealed_at as sealed_at',
  'seal.sealed_by as sealed_by',
  'seal.previous as previous',
  'score.scoring_version as scoring_version',
  'score.share as share',
  'score.coverage as coverage',
  'score.seal as scored_seal',
  'score.source as source',
  'score.content_hash as content_hash',
  'score.mark as score_mark',
] as const;

/** What else is known of the audit, and the rest of the score. */
export const FACTS = [
  'audit.dealership_id as dealership_id',
  'audit.dealership_name as dealership_name',
  'audit.quarter as quarter',
  'audit.scope as scope',
  'audit.checklist_id as checklist_id',
  'audit.year_starts as year_starts',
  'audit.year_named as year_named',
  'audit.auditor as auditor',
  'audit.started_at as started_at',
  'audit.mark as mark',
  'score.content as content',
] as const;

/** A row of `HEAD`. */
export interface HeadRow {
  readonly id: string;
  readonly seal: string;
  readonly sealed_at: string;
  readonly sealed_by: string;
  readonly previous: string | null;
  readonly scoring_version: number | null;
  readonly share: number | null;
  readonly coverage: number | null;
  readonly scored_seal: string | null;
  readonly source: string | null;
  readonly content_hash: string | null;
  readonly score_mark: string | null;
}

/** A row with what comparisons need of the audit. */
export interface AuditRow {
  readonly id: string;
  readonly seal: string;
  readonly dealership_id: string;
  readonly quarter: string;
  readonly scope: string;
  readonly checklist_hash: string;
  readonly checklist_id: string;
  readonly year_starts: number;
  readonly year_named: string | null;
}

/** What is written of a score beside its content. */
interface ScoreHead {
  readonly audit_id: string;
  readonly scoring_version: number | null;
  readonly share: number | null;
  readonly coverage: number | null;
  readonly seal: string;
  readonly source: string | null;
  readonly content_hash: string | null;
}

/** The mark of a score: what it says, and the seal that it belongs to. */
export function markOfScore(
  hash: HashText,
  { audit_id, scoring_version, share, coverage, seal, source, content_hash }: ScoreHead,
  { at, by, previous }: Omit<Seal, 'hash'>,
): string {
  return markOf(
    hash,
    ...[audit_id, scoring_version, share, coverage, seal, source, content_hash],
    ...[at, by, previous],
  );
}

/** Whether a score is what was written, by the rules of today, under the seal that is there. */
export function isVouched(hash: HashText, row: HeadRow): boolean {
  return (
    row.scoring_version === SCORING_VERSION &&
    row.scored_seal === row.seal &&
    row.score_mark ===
      markOfScore(
        hash,
        { ...row, audit_id: row.id },
        { at: row.sealed_at, by: row.sealed_by, previous: row.previous },
      )
  );
}

/** Stands for no answers, draws and visits. */
export const NOTHING = '';

/** A hash of the answers, the visits and the draws, with what was withdrawn, of each audit that has some, or of one. */
export async function sourcesOf(
  queries: Queries,
  hash: HashText,
  audit?: string,
): Promise<ReadonlyMap<string, string>> {
  let answers = queries
    .selectFrom('answer')
    .select(['audit_id', 'item', 'revision', 'content', 'why', 'auditor', 'recorded_at'])
    .orderBy('audit_id')
    .orderBy('item')
    .orderBy('revision');
  let draws = queries
    .selectFrom('draw')
    .select(['audit_id', 'number', 'content'])
    .orderBy('audit_id')
    .orderBy('number');
  let withdrawals = queries
    .selectFrom('draw_withdrawal')
    .innerJoin('draw', 'draw.id', 'draw_withdrawal.draw_id')
    .select(['draw.audit_id', 'draw.number', 'draw_withdrawal.withdrawn_at'])
    .select(['draw_withdrawal.withdrawn_by', 'draw_withdrawal.why'])
    .orderBy('draw.audit_id')
    .orderBy('draw.number');
  let visits = queries
    .selectFrom('visit')
    .select(['audit_id', 'number', 'content'])
    .orderBy('audit_id')
    .orderBy('number');
  if (audit !== undefined) {
    visits = visits.where('audit_id', '=', audit);
    answers = answers.where('audit_id', '=', audit);
    draws = draws.where('audit_id', '=', audit);
    withdrawals = withdrawals.where('draw.audit_id', '=', audit);
  }
  const texts = new Map<string, string[]>();
  for (const query of [answers, draws, withdrawals, visits]) {
    for await (const row of query.stream()) {
      const own = texts.get(row.audit_id) ?? [];
      own.push(JSON.stringify(Object.values(row)));
      texts.set(row.audit_id, own);
    }
  }
  return new Map([...texts].map(([id, own]) => [id, hash(own.join('\n'))]));
}
