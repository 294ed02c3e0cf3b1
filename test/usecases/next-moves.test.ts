import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AuditSummary } from '../../src/storage/audit-summary.js';
import type { NextMove } from '../../src/usecases/next-moves.js';
import { nextMoves } from '../../src/usecases/next-moves.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';

/** `go-on 2026-Q4`, `compare 2026-Q2 2026-Q3`, … */
function said(move: NextMove): string {
  const quarters =
    'audit' in move ? [move.audit] : move.move === 'compare' ? [move.from, move.to] : [];
  return [move.move, ...quarters.map(({ quarter }) => quarter)].join(' ');
}

test('what can be done next follows from where the audits stand, the most sensible first', async () => {
  const store = testStore(join(tempFolder(), 'checkup.db'));
  const answers = await fixtureAnswers('2026-Q2');
  const next = async (): Promise<string[]> =>
    nextMoves(
      (await store.audits.list()).map((summary) => ({
        summary,
        unanswered: summary.seal === null ? 3 : null,
        isBare: false,
      })),
    ).map(said);
  const seal = (audit: AuditSummary, day: string): Promise<AuditSummary> =>
    sealAudit(store, audit, 'A', new Date(`${day}T09:00:00Z`));
  expect(await next()).toEqual(['example', 'start']);
  const first = await recordAudit(store, '2026-Q1', answers);
  expect(await next()).toEqual(['go-on 2026-Q1', 'start', 'void', 'example']);
  await seal(first, '2026-02-01');
  expect(await next()).toEqual(['report 2026-Q1', 'start', 'void', 'example']);
  const second = await recordAudit(store, '2026-Q2', answers);
  expect(await next()).toEqual(['go-on 2026-Q2', 'report 2026-Q1', 'start', 'void', 'example']);
  await seal(second, '2026-05-01');
  expect(await next()).toEqual([
    'compare 2026-Q1 2026-Q2',
    'report 2026-Q2',
    'start',
    'void',
    'example',
  ]);
  // The one that was sealed last counts, whosever it is; it has none before it.
  await seal(await recordAudit(store, '2026-Q1', answers, { dealership: 'Two' }), '2026-06-01');
  expect(await next()).toEqual(['report 2026-Q1', 'start', 'void', 'example']);
});

test('a report that is written is opened, behind what comes next', async () => {
  const store = testStore(join(tempFolder(), 'checkup.db'));
  const first = await recordAudit(store, '2026-Q1', await fixtureAnswers('2026-Q2'));
  const sealed = await sealAudit(store, first, 'A', new Date('2026-02-01T09:00:00Z'));
  const standing = [{ summary: sealed, unanswered: null, isBare: false }];
  const moves = (isWritten: boolean) => nextMoves(standing, () => isWritten).map(said);
  expect(moves(false)).toEqual(['report 2026-Q1', 'start', 'void', 'example']);
  expect(moves(true)).toEqual(['start', 'report 2026-Q1', 'void', 'example']);
});
