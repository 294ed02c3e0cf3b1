import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrations } from '../../src/storage/migrations.js';
import { sealHolds } from '../../src/usecases/seal-holds.js';
import type { StoredDealership } from '../../src/storage/dealerships.js';
import type { Store } from '../../src/storage/store.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';

const NOW = new Date('2026-01-01T00:00:00Z');

function emptyStore(): Store {
  return testStore(join(tempFolder(), 'checkup.db'));
}

/** What is kept of a dealership, by its slug. */
async function kept(store: Store, slug: string): Promise<StoredDealership | undefined> {
  return (await store.dealerships.list()).find((one) => one.slug === slug);
}

async function sealQuarter(store: Store, quarter: string, dealership: string): Promise<void> {
  const open = await recordAudit(store, quarter, await fixtureAnswers('2026-Q2'), { dealership });
  await sealAudit(store, open, 'A', new Date(`${open.startedAt.slice(0, 10)}T17:00:00Z`));
}

describe('a group', () => {
  test('is spelled as its first member has it, whatever the case and the accents', async () => {
    const store = emptyStore();
    await store.dealerships.add('One', { yearStarts: 1 }, NOW, ' Z\u00fcrich ');
    const two = await store.dealerships.add('Two', { yearStarts: 1 }, NOW, 'ZU\u0308RICH');
    const three = await store.dealerships.add('Three', { yearStarts: 1 }, NOW);
    expect([two.group, three.group]).toEqual(['Z\u00fcrich', null]);
    expect((await store.dealerships.edit(three, { group: 'z\u00fcrich' })).group).toBe(
      'Z\u00fcrich',
    );
    const names = async (group: string): Promise<string[]> =>
      (await store.dealerships.list({ group })).map(({ name }) => name);
    expect(await names('Z\u00dcRICH')).toEqual(['One', 'Three', 'Two']);
    expect(await names('Z')).toEqual([]);
    await store.dealerships.edit(two, { group: null });
    expect(await names('Z\u00fcrich')).toEqual(['One', 'Three']);
  });

  test('of one member takes the spelling it is given anew', async () => {
    const store = emptyStore();
    const one = await store.dealerships.add('One', { yearStarts: 1 }, NOW, 'north');
    await store.dealerships.edit(one, { group: 'North' });
    expect((await kept(store, 'one'))?.group).toBe('North');
  });

  test('is told with the audits of its members', async () => {
    const store = emptyStore();
    await store.dealerships.add('One', { yearStarts: 1 }, NOW, 'North');
    await recordAudit(store, '2026-Q1', new Map(), { dealership: 'One' });
    await recordAudit(store, '2026-Q1', new Map(), { dealership: 'Two' });
    const groups = (await store.audits.list()).map(({ dealership }) => dealership.group);
    expect(groups).toEqual(['North', null]);
  });
});

describe('a dealership that is edited', () => {
  test('keeps whatever isn’t said, and the slug when it is renamed', async () => {
    const store = emptyStore();
    const one = await store.dealerships.add('One', { yearStarts: 4 }, NOW, 'North');
    const edited = await store.dealerships.edit(one, { name: ' U\u0308no ' });
    expect(edited).toEqual({ ...one, name: '\u00dcno' });
    expect(await kept(store, 'one')).toEqual(edited);
    expect(await store.dealerships.edit(one, { slug: 'uno' })).toEqual({ ...edited, slug: 'uno' });
  });

  test('never gets the name or the slug of another, in whatever case', async () => {
    const store = emptyStore();
    const one = await store.dealerships.add('One', { yearStarts: 1 }, NOW);
    await store.dealerships.add('Two Motors', { yearStarts: 1 }, NOW);
    for (const changes of [
      { name: 'two MOTORS' },
      { name: 'two-motors' },
      { slug: 'two-motors' },
      { name: 'Three', slug: 'two-motors', group: 'North' },
    ]) {
      await expect(store.dealerships.edit(one, changes)).rejects.toThrow(
        /is taken by Two Motors \(two-motors\)/,
      );
    }
    expect(await kept(store, 'one')).toEqual(one);
    expect((await store.dealerships.edit(one, { name: 'ONE' })).name).toBe('ONE');
  });

  test('starts its year in another month only while it has no audit', async () => {
    const store = emptyStore();
    const one = await store.dealerships.add('One', { yearStarts: 1 }, NOW);
    expect((await store.dealerships.edit(one, { yearStarts: 4 })).yearStarts).toBe(4);
    await recordAudit(store, '2026-Q1', new Map(), { dealership: 'One' });
    await expect(store.dealerships.edit(one, { yearStarts: 5, name: 'Two' })).rejects.toThrow(
      'One has audits',
    );
    expect((await kept(store, 'one'))?.name).toBe('One');
    // The month it has is no change.
    expect((await store.dealerships.edit(one, { yearStarts: 4, name: 'Two' })).name).toBe('Two');
  });

  test('keeps its seals whole: each audit has the name it was made under', async () => {
    const store = emptyStore();
    await sealQuarter(store, '2026-Q1', 'One');
    const open = await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'), {
      dealership: 'One',
    });
    const one = await kept(store, 'one');
    if (one === undefined) throw new Error('no dealership');
    await store.dealerships.edit(one, { name: 'Uno', slug: 'uno', group: 'North' });
    await sealAudit(store, open, 'A', new Date('2026-06-01T00:00:00Z'));
    await sealQuarter(store, '2026-Q3', 'Uno');
    const summaries = await store.audits.list();
    expect(new Set(summaries.map(({ dealership }) => dealership.name))).toEqual(new Set(['Uno']));
    const audits = await Promise.all(summaries.map((summary) => store.audits.load(summary)));
    expect(audits.map(({ dealership }) => dealership.name)).toEqual(['One', 'One', 'Uno']);
    expect(audits.map(sealHolds)).toEqual([true, true, true]);
    expect(audits.map(({ seal }) => seal?.previous)).toEqual([
      null,
      audits[0]?.seal?.hash,
      audits[1]?.seal?.hash,
    ]);
  });
});

test('a database from before there were groups is brought up to date', async () => {
  const file = join(tempFolder(), 'checkup.db');
  const sqlite = new Sqlite(file);
  sqlite.exec(
    'create table migration (version integer primary key, name text not null, applied_at text not null) strict',
  );
  for (const { version, name, sql } of migrations.slice(0, 2)) {
    sqlite.exec(sql);
    sqlite.prepare("insert into migration values (?, ?, '2026')").run(version, name);
  }
  sqlite.exec("insert into dealership values ('d', 'd', 'D', 4, '2026-01-01T00:00:00.000Z')");
  sqlite.pragma('user_version = 2');
  sqlite.pragma(`application_id = ${String(0x434b5550)}`);
  sqlite.close();
  const store = testStore(file);
  const old = { id: 'd', slug: 'd', name: 'D', yearStarts: 4, group: null };
  expect(await store.dealerships.list()).toEqual([old]);
  expect((await store.dealerships.edit(old, { group: 'North' })).group).toBe('North');
});
