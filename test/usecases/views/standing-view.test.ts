import { expect, test } from 'vitest';
import type { Checklist } from '../../../src/core/checklist/checklist.js';
import { auditsSoFar } from '../../../src/usecases/audits-so-far.js';
import { standingView } from '../../../src/usecases/views/standing-view.js';
import type { SealedStanding } from '../../../src/documents/standing/view.js';
import {
  filledFolder,
  fixtureAnswers,
  sealAudit,
  smallChecklist,
  testStore,
} from '../../golden/fixture/audits.js';

/** How a dealership stands after an audit of one quarter and, by this checklist, of the next. */
async function standingAfter(checklist: Checklist): Promise<SealedStanding | null | undefined> {
  const { db } = await filledFolder(['2026-Q1']);
  const store = testStore(db);
  const [dealership] = await store.dealerships.list();
  if (dealership === undefined) throw new Error('nobody there');
  const at = new Date('2026-04-10T09:00:00Z');
  const summary = await store.audits.start(
    { dealership, quarter: '2026-Q2', scope: 'full', checklist, auditor: 'A. Auditor' },
    at,
  );
  await store.audits.record(summary, await fixtureAnswers('2026-Q3'), 'A. Auditor', at);
  await sealAudit(store, summary, 'A. Auditor', at);
  return (await standingView(store, await auditsSoFar(store))).dealerships[0]?.sealed;
}

test('a change by one checklist has a verdict', async () => {
  const sealed = await standingAfter(smallChecklist);
  expect(sealed?.quarter).toBe('2026-Q2');
  expect(sealed?.change?.likeForLike.verdict).not.toBeNull();
});

test('a change across two contents of a checklist is judged like for like', async () => {
  const sealed = await standingAfter({ ...smallChecklist, version: 2, title: 'Another' });
  expect(sealed?.quarter).toBe('2026-Q2');
  const { change } = (await standingAfter(smallChecklist)) ?? {};
  expect(sealed?.change).toEqual(change);
});
