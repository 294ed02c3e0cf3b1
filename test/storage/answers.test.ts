import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import { currentAnswers } from '../../src/core/audit/audit.js';
import { sealHolds } from '../../src/usecases/seal-holds.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';

test('any text at all is kept exactly, and a seal over it holds', async () => {
  const file = join(tempFolder(), 'checkup.db');
  const store = testStore(file);
  const summary = await recordAudit(store, '2026-Q2', new Map());
  // From here on `x` keeps a text of blanks from being none.
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  const control = fc.string({ unit: fc.nat(0xa0).map((code) => String.fromCharCode(code)) });
  const texts = fc
    .sample(fc.oneof(anything, control), { numRuns: 200, seed: 7 })
    .map((text) => `x${text}`);
  for (const note of texts) {
    await store.audits.record(
      summary,
      new Map<string, Answer>([['owner', { state: 'not-checked', reason: note, note }]]),
      'A',
      new Date('2026-04-10T10:00:00Z'),
    );
  }
  const loaded = await testStore(file).audits.load(summary);
  const answers = [...loaded.revisions]
    .sort((a, b) => a.revision - b.revision)
    .map(({ answer }) => answer);
  expect(answers).toEqual(texts.map((note) => ({ state: 'not-checked', reason: note, note })));
  const sealed = await sealAudit(store, summary, 'A', new Date('2026-04-11T10:00:00Z'));
  expect(sealHolds(await testStore(file).audits.load(sealed))).toBe(true);
});

test('evidence is kept as it was attached, under the seal, and one that was swapped breaks it', async () => {
  const file = join(tempFolder(), 'checkup.db');
  const store = testStore(file);
  const evidence = [{ sha256: 'ab'.repeat(32), name: 'a.jpg', size: 1, type: 'image/jpeg' }];
  const answer: Answer = { state: 'answered', value: 'yes', evidence };
  const summary = await recordAudit(store, '2026-Q2', new Map([['owner', answer]]));
  const sealed = await sealAudit(store, summary, 'A', new Date('2026-04-11T10:00:00Z'));
  const loaded = await testStore(file).audits.load(sealed);
  expect(loaded.revisions.map((one) => one.answer)).toEqual([answer]);
  expect(sealHolds(loaded)).toBe(true);
  const sqlite = new Sqlite(file);
  sqlite.exec('drop trigger answer_is_never_changed');
  sqlite.exec("update answer set content = replace(content, 'abab', 'cdcd')");
  sqlite.close();
  expect(sealHolds(await testStore(file).audits.load(sealed))).toBe(false);
});

test('a correction is a new revision, and the latest revision counts', async () => {
  const file = join(tempFolder(), 'checkup.db');
  const store = testStore(file);
  const summary = await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'));
  const record = (value: string, at: string): Promise<void> =>
    store.audits.record(
      summary,
      new Map<string, Answer>([['owner', { state: 'answered', value }]]),
      'B',
      new Date(at),
    );
  await record('yes', '2026-04-11T09:00:00Z');
  // By a clock that was wrong: later all the same.
  await record('no', '2020-01-01T09:00:00Z');
  const audit = await store.audits.load(summary);
  expect(currentAnswers(audit).get('owner')).toMatchObject({
    revision: 3,
    answer: { state: 'answered', value: 'no' },
  });
  const sqlite = new Sqlite(file, { readonly: true });
  expect(
    sqlite
      .prepare(
        "select revision, json_extract(content, '$.value') as value, auditor from answer where item = 'owner' order by revision",
      )
      .all(),
  ).toEqual([
    { revision: 1, value: 'no', auditor: 'A. Auditor' },
    { revision: 2, value: 'yes', auditor: 'B' },
    { revision: 3, value: 'no', auditor: 'B' },
  ]);
  sqlite.close();
});

test('answers that cannot all be kept are kept not at all', async () => {
  const store = testStore(join(tempFolder(), 'checkup.db'));
  const summary = await recordAudit(store, '2026-Q2', new Map());
  const answers = new Map<string, Answer>([
    ['owner', { state: 'answered', value: 'yes' }],
    ['leaders', { state: 'answered', value: Number.NaN }],
  ]);
  await expect(store.audits.record(summary, answers, 'A', new Date())).rejects.toThrow('NaN');
  expect((await store.audits.load(summary)).revisions).toEqual([]);
});

test('a second audit of the same quarter by the same checklist is refused in words', async () => {
  const file = join(tempFolder(), 'checkup.db');
  const [one, two] = [testStore(file), testStore(file)];
  await recordAudit(one, '2026-Q2', new Map());
  await expect(recordAudit(two, '2026-Q2', new Map())).rejects.toThrow(/2026-Q2/);
});

test('dealerships are found by name and slug, whatever the case', async () => {
  const store = testStore(join(tempFolder(), 'checkup.db'));
  const now = new Date('2026-01-01T00:00:00Z');
  const added = await store.dealerships.add('Müller & Söhne', { yearStarts: 1 }, now);
  await store.dealerships.add('🚗🚗', { yearStarts: 1 }, now);
  await store.dealerships.add('CON', { yearStarts: 1 }, now);
  await store.dealerships.add('../../etc', { yearStarts: 1 }, now);
  expect(added.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  for (const name of ['Müller & Söhne', 'MÜLLER & SÖHNE', ` ${added.slug} `]) {
    expect((await store.dealerships.find(name))?.id, name).toBe(added.id);
  }
  for (const { slug } of await store.dealerships.list()) {
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(slug).not.toBe('con');
  }
});

test('a name is the same whether its accents are typed as one letter or as two', async () => {
  const store = testStore(join(tempFolder(), 'checkup.db'));
  const added = await store.dealerships.add(
    'M\u00fcller',
    { yearStarts: 1 },
    new Date('2026-01-01T00:00:00Z'),
  );
  // What macOS makes of file names, and some editors of texts.
  expect((await store.dealerships.find('Mu\u0308ller'))?.id).toBe(added.id);
});
