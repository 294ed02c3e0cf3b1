import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import type { AuditSession } from '../../src/usecases/audit-session.js';
import { openSession } from '../../src/usecases/audit-session.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';

test('two who work on one audit see each other, and neither writes over what they had not seen', async () => {
  const folder = tempFolder();
  const store = testStore(join(folder, 'checkup.db'));
  const answers = await fixtureAnswers('2026-Q2');
  const earlier = await recordAudit(store, '2026-Q2', answers);
  await sealAudit(store, earlier, 'A', new Date('2026-05-01T09:00:00Z'));
  const summary = await recordAudit(store, '2026-Q3', new Map());
  const context = {
    store,
    now: () => new Date('2026-08-01T09:00:00Z'),
    evidence: join(folder, 'evidence'),
    resolve: (path: string) => join(folder, path),
  };
  const session = (who: string): Promise<AuditSession> => openSession(context, summary, who);
  const [one, two] = [await session('One'), await session('Two')];
  const [item] = one.items;
  const answer = item === undefined ? undefined : answers.get(item.id);
  if (item === undefined || answer === undefined) throw new Error('the fixture has answers');
  expect(one.left()).toHaveLength(one.items.length);
  expect(await one.record(item, answer, 0, null)).toBe(true);
  const mine: Answer = { state: 'not-checked', reason: 'no time' };
  expect(await two.record(item, mine, 0, null)).toBe(false);
  expect(two.current(item)).toBeUndefined();
  await two.refresh();
  expect(two.current(item)).toMatchObject({ answer, auditor: 'One', revision: 1 });
  expect(two.left()).toHaveLength(two.items.length - 1);
  expect(await two.record(item, mine, 1, 'it was mine')).toBe(true);
  await one.refresh();
  expect(one.current(item)).toMatchObject({ auditor: 'Two', revision: 2, why: 'it was mine' });
  expect(await one.before(item)).toMatchObject({ quarter: '2026-Q2', answer });
  writeFileSync(join(folder, 'proof.txt'), 'seen');
  expect(await one.attach('proof.txt')).toMatchObject({ name: 'proof.txt', size: 4 });
});
