import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditSummary } from '../../src/storage/audit-summary.js';
import type { Store } from '../../src/storage/store.js';
import { findOpenAudit, findReported } from '../../src/usecases/find-audit.js';
import { findEarlier, findLater, inOrder } from '../../src/usecases/find-compared.js';
import { findDealership } from '../../src/usecases/find-dealership.js';
import type { Found } from '../../src/usecases/found.js';
import { oneOrNull } from '../../src/usecases/found.js';
import {
  fixtureAnswers,
  recordAudit,
  sealAudit,
  smallChecklist,
  testStore,
} from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';

function emptyStore(): Store {
  return testStore(join(tempFolder(), 'checkup.db'));
}

/** `one 2026-Q3`, `several 2026-Q3 2026-Q4`, or `none` with what is said then. */
function said({ ...found }: Found<AuditSummary>): string {
  if (found.kind === 'none') return `none: ${found.why.message}`;
  const all = found.kind === 'one' ? [found.one] : found.all;
  return [found.kind, ...all.map(({ quarter }) => quarter)].join(' ');
}

async function open(store: Store, quarter: string, dealership = 'One'): Promise<AuditSummary> {
  return recordAudit(store, quarter, await fixtureAnswers('2026-Q2'), { dealership });
}

async function sealed(store: Store, quarter: string, dealership = 'One'): Promise<AuditSummary> {
  const audit = await open(store, quarter, dealership);
  return sealAudit(store, audit, 'A', new Date(`${audit.startedAt.slice(0, 10)}T17:00:00Z`));
}

/** The same quarter by another checklist. */
async function sealedByOther(store: Store, { dealership, quarter }: AuditSummary): Promise<void> {
  const checklist = { ...smallChecklist, id: 'other' };
  const at = new Date('2026-07-12T09:00:00Z');
  const facts = { dealership, quarter, scope: 'full', checklist, auditor: 'A' } as const;
  const audit = await store.audits.start(facts, at);
  await store.audits.record(audit, await fixtureAnswers('2026-Q2'), 'A', at);
  await sealAudit(store, audit, 'A', at);
}

describe('a dealership', () => {
  test('is the one that is named, by name or slug, or the only one there is', async () => {
    const store = emptyStore();
    expect(await findDealership(store, undefined)).toMatchObject({
      kind: 'none',
      why: { message: 'There is no dealership yet.' },
    });
    const at = new Date();
    const one = await store.dealerships.add('Müller Motors', { yearStarts: 1 }, at);
    expect(await findDealership(store, undefined)).toEqual({ kind: 'one', one });
    const two = await store.dealerships.add('Other Cars', { yearStarts: 1 }, at);
    expect(await findDealership(store, undefined)).toMatchObject({
      kind: 'several',
      all: [one, two],
      why: { hint: 'Give --dealership NAME.' },
    });
    for (const name of ['MÜLLER motors', one.slug]) {
      expect(await findDealership(store, name), name).toEqual({ kind: 'one', one });
    }
    expect(await findDealership(store, 'Other Car')).toMatchObject({
      kind: 'none',
      why: { hint: 'Did you mean Other Cars?' },
    });
  });
});

describe('an open audit', () => {
  test('is one, several or none, and none says why', async () => {
    const store = emptyStore();
    const find = async (wanted = {}): Promise<string> => said(await findOpenAudit(store, wanted));
    expect(await find()).toBe('none: There is no dealership yet.');
    await sealed(store, '2026-Q1');
    expect(await find()).toBe(
      'none: The audit of One for 2026-Q1 is sealed and takes nothing more.',
    );
    expect(await find({ quarter: '2026-Q2' })).toBe('none: There is no such audit.');
    await sealed(store, '2026-Q2');
    expect(await find()).toBe('none: No audit is open: all 2 are sealed.');
    await open(store, '2026-Q3');
    expect(await find()).toBe('one 2026-Q3');
    await open(store, '2026-Q4', 'Two');
    expect(await find()).toBe('several 2026-Q3 2026-Q4');
    expect(await find({ dealership: 'two' })).toBe('one 2026-Q4');
    expect(await find({ quarter: '2026q3' })).toBe('one 2026-Q3');
    expect(await find({ checklist: 'other' })).toBe('none: There is no such audit.');
    expect(await find({ dealership: 'three' })).toBe('none: There is no dealership three.');
  });
});

describe('the audit of a report', () => {
  test('is the latest sealed one, else the latest, else that of the quarter', async () => {
    const store = emptyStore();
    expect(said(findReported([], undefined))).toBe('none: There is no audit yet.');
    const first = await open(store, '2026-Q1');
    expect(said(findReported([first], undefined))).toBe('one 2026-Q1');
    const [second, third] = [await sealed(store, '2026-Q2'), await open(store, '2026-Q3')];
    const all = [first, second, third];
    expect(said(findReported(all, undefined))).toBe('one 2026-Q2');
    expect(said(findReported([], '2026-Q4'))).toBe('none: There is no such audit in 2026-Q4.');
    await sealedByOther(store, second);
    const both = findReported(await store.audits.list(), undefined);
    expect(said(both)).toBe('several 2026-Q2 2026-Q2');
    expect(() => oneOrNull(both)).toThrow('One has several audits in 2026-Q2');
  });
});

describe('two audits to compare', () => {
  test('are the latest two by one checklist, or those that are named', async () => {
    const store = emptyStore();
    expect(said(findLater([], undefined))).toBe('none: There is no sealed audit to compare yet.');
    const [one, two] = [await sealed(store, '2026-Q1'), await sealed(store, '2026-Q2')];
    const three = await open(store, '2026-Q3');
    const all = [one, two, three];
    const pair = (from?: string, to?: string): string => {
      const later = findLater(all, to);
      if (later.kind !== 'one') return said(later);
      return `${said(findEarlier(all, { from, to }, later.one))}, ${said(later)}`;
    };
    expect(pair()).toBe('one 2026-Q1, one 2026-Q2');
    expect(pair('2026-Q1')).toBe('one 2026-Q1, one 2026-Q2');
    // The latest alone means: with the one before.
    expect(pair('2026-Q2')).toBe('one 2026-Q1, one 2026-Q2');
    expect(pair('2026-Q3')).toBe('one 2026-Q3, one 2026-Q2');
    expect(pair('2026-Q2', '2026-Q3')).toBe('one 2026-Q2, one 2026-Q3');
    expect(pair(undefined, '2026-Q1')).toMatch(/^none: One has no sealed audit before 2026-Q1/);
    expect(pair('2025-Q1')).toMatch(/^none: There is no audit in 2025-Q1\./);
    expect(inOrder(two, one)).toEqual([one, two]);
    expect(() => inOrder(one, one)).toThrow('2026-Q1 cannot be compared with itself.');
  });
});
