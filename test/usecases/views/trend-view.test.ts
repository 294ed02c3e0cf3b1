import { expect, test } from 'vitest';
import { trendAudits, trendView } from '../../../src/usecases/views/trend-view.js';
import { filledFolder } from '../../golden/fixture/audits.js';
import { testStore } from '../../golden/fixture/audits.js';

const QUARTERS = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q2', '2026-Q3'];

async function audits(quarters: readonly string[]) {
  const { db } = await filledFolder(quarters);
  const store = testStore(db);
  return { store, audits: await store.audits.list() };
}

test('loads the last so many, the same quarter last year and the best ever', async () => {
  const { store, audits: all } = await audits(QUARTERS);
  const view = await trendView(store, trendAudits(all), 2);
  expect(view.trend.audits.map(({ quarter }) => quarter)).toEqual(['2026-Q2', '2026-Q3']);
  expect(view.trend.lastYear?.quarter).toBe('2025-Q3');
  expect(view.seals.map(({ quarter }) => quarter)).toEqual(
    expect.arrayContaining(['2025-Q3', '2026-Q2', '2026-Q3']),
  );
  expect(view.seals.every(({ sealHolds, seal }) => sealHolds && seal !== null)).toBe(true);
  const { best } = view.trend;
  expect(view.seals.some(({ quarter }) => quarter === best?.quarter)).toBe(true);
});

test('needs two sealed audits by one checklist', async () => {
  const { audits: one } = await audits(['2026-Q3']);
  expect(() => trendAudits(one)).toThrow(/has only one sealed audit by the checklist/);
  expect(() => trendAudits([], 'other')).toThrow(
    'There is no sealed audit yet by the checklist other.',
  );
});
