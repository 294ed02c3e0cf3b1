import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import { lastAuditor } from '../../src/core/audit/audit.js';
import type { Item } from '../../src/core/checklist/checklist.js';
import { routeOf } from '../../src/core/audit/route.js';
import type { Ask } from '../../src/interview/ask.js';
import { Interrupted } from '../../src/interview/ask.js';
import { walk } from '../../src/interview/walk.js';
import { openSession } from '../../src/usecases/audit-session.js';
import { recordAnswer } from '../../src/usecases/record-answer.js';
import { recordAnswers } from '../../src/usecases/record-answers.js';
import { fixtureAnswers, recordAudit, testStore } from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';
import { createStyle } from '../../src/terminal/style.js';

/** Every statement that any database is given from now on, one by one. */
function watchStatements(): string[] {
  const seen: string[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on its database below
  const { prepare } = Sqlite.prototype;
  const spy = vi.spyOn(Sqlite.prototype, 'prepare').mockImplementation(function (
    this: Sqlite.Database,
    text: string,
  ) {
    seen.push(text);
    return prepare.call(this, text);
  });
  onTestFinished(() => {
    spy.mockRestore();
  });
  return seen;
}

/** An audit of the fixture that nobody has answered, and somebody who works on it. */
async function openAudit(file: string) {
  const store = testStore(file);
  const summary = await recordAudit(store, '2026-Q3', new Map());
  const context = {
    store,
    now: () => new Date('2026-08-01T09:00:00Z'),
    evidence: join(file, '..', 'evidence'),
    resolve: (path: string) => path,
  };
  return { context, summary, session: await openSession(context, summary, 'One') };
}

const SKIPPED: Answer = { state: 'not-checked', reason: 'no time' };

test('recording an answer and showing the next item takes four statements at most, the walk through', async () => {
  const { session } = await openAudit(join(tempFolder(), 'checkup.db'));
  const statements = watchStatements();
  const perItem: number[] = [];
  const asked: string[] = [];
  const route = routeOf(session.checklist, session.scope, 'step');
  const ask: Ask = {
    show: () => undefined,
    page: () => {
      perItem.push(statements.length);
      statements.length = 0;
    },
    choose: () => Promise.reject(new Interrupted()),
    marks: () => Promise.reject(new Interrupted()),
    confirm: () => Promise.reject(new Interrupted()),
    text: () => Promise.resolve('no time'),
    entry: () => Promise.resolve('u'),
  };
  const ended = await walk(
    { items: session.items, again: false },
    {
      ...session,
      route,
      by: 'step',
      isOwn: () => true,
      answered: () => session.items.length - session.left().length,
      record: async (item, answer, after) => {
        asked.push(item.id);
        return session.record(item, answer, after, null);
      },
      before: () => Promise.resolve(null),
    },
    ask,
    { style: createStyle(false), isPlain: false, wrap: (text) => text },
  );
  expect(ended).toBe('finished');
  expect(asked).toEqual(route.map(({ item }) => item.id));
  expect(session.left()).toEqual([]);
  expect(perItem.length).toBe(session.items.length);
  expect(Math.max(...perItem)).toBeLessThanOrEqual(4);
  // The audit itself was read when it was opened, and never again.
  expect(statements.join('\n')).not.toContain('"checklist"');
});

test('what two record in turns, in any order, both see, and the score that the store has', async () => {
  const file = join(tempFolder(), 'checkup.db');
  const { context, summary, session: one } = await openAudit(file);
  const two = await openSession({ ...context, store: testStore(file) }, summary, 'Two');
  const answers = await fixtureAnswers('2026-Q3');
  for (const [index, item] of one.items.entries()) {
    const [writer, reader] = index % 3 === 0 ? [two, one] : [one, two];
    await writer.refresh();
    const answer = answers.get(item.id) ?? SKIPPED;
    expect(await writer.record(item, answer, 0, null)).toBe(true);
    expect(await reader.record(item, SKIPPED, 0, null)).toBe(false);
    await reader.refresh();
    expect(reader.current(item)).toEqual(writer.current(item));
    expect(reader.left()).toEqual(writer.left());
  }
  const again = await openSession(context, summary, 'Three');
  expect(one.result()).toEqual(again.result());
  expect(two.result()).toEqual(again.result());
});

test('looking again reads only what somebody else has recorded', async () => {
  const file = join(tempFolder(), 'checkup.db');
  const { context, summary, session: one } = await openAudit(file);
  const two = await openSession({ ...context, store: testStore(file) }, summary, 'Two');
  const [first, second] = one.items as readonly [Item, Item, ...Item[]];
  await one.record(first, SKIPPED, 0, null);
  await two.record(second, SKIPPED, 0, null);
  const statements = watchStatements();
  await one.refresh();
  const reads = statements.filter((text) => text.includes(`select * from "answer"`));
  expect(reads).toHaveLength(1);
  expect(one.current(second)).toMatchObject({ auditor: 'Two', revision: 1 });
});

test('answers from a file are not laid over one that was given in between', async () => {
  const file = join(tempFolder(), 'checkup.db');
  const { context, summary, session } = await openAudit(file);
  const [first, second] = session.items as readonly [Item, Item, ...Item[]];
  const answers = new Map([
    [second.id, SKIPPED],
    [first.id, SKIPPED],
  ]);
  const at = context.now();
  const other: Answer = { state: 'not-applicable', reason: 'not here' };
  const { store } = context;
  const load = store.audits.load.bind(store.audits);
  const spy = vi.spyOn(store.audits, 'load').mockImplementation(async (one) => {
    const loaded = await load(one);
    await session.record(first, other, 0, null);
    return loaded;
  });
  const done = recordAnswers(store, summary, answers, 'File', at);
  await expect(done).rejects.toThrow('Somebody else has just recorded one of these items');
  spy.mockRestore();
  expect(await store.audits.current(summary, first)).toMatchObject({ answer: other, revision: 1 });
  expect(await store.audits.current(summary, second)).toBeUndefined();
  expect(await recordAnswers(store, summary, answers, 'File', at)).toEqual({
    recorded: 2,
    corrected: [{ item: first.id, auditor: 'One' }],
  });
});

test('recording one answer reads that item alone, and goes on as who recorded last', async () => {
  const { context, summary, session } = await openAudit(join(tempFolder(), 'checkup.db'));
  const { store } = context;
  expect(await store.auditors.last(summary)).toBe(summary.auditor);
  const [first, second] = session.items as readonly [Item, Item, ...Item[]];
  await session.record(first, SKIPPED, 0, null);
  expect(await store.auditors.last(summary)).toBe('One');
  expect(lastAuditor(await store.audits.load(summary))).toBe('One');
  const statements = watchStatements();
  const said = { value: () => SKIPPED, readNote: (_: Item, note: string) => note };
  const done = await recordAnswer(context, summary, second.id, said);
  expect(done).toMatchObject({ kind: 'recorded', by: 'One', answer: SKIPPED });
  const reads = statements.filter((text) => text.startsWith('select * from "answer"'));
  expect(reads).toHaveLength(1);
  expect(reads[0]).toContain('"item" = ?');
});
