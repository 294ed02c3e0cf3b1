import { expect, test } from 'vitest';
import { group } from '../../../src/documents/group/index.js';
import { masked } from '../../../src/documents/masked/index.js';
import { groupView } from '../../../src/usecases/views/group-view.js';
import { maskedView } from '../../../src/usecases/views/masked-view.js';
import { filledFolder, testStore } from '../../golden/fixture/audits.js';
import { treeText } from '../../support/tree-text.js';

const NAMES = ['Ash Autos', 'Birch Cars', 'Cedar Motors', 'Elm Garage', 'Fir Motors'];

async function filled(names: readonly string[] = NAMES) {
  const { db } = await filledFolder(['2026-Q2', '2026-Q3'], names);
  return testStore(db);
}

test('gathers a group with its seals, what failed and what is short in most houses', async () => {
  const store = await filled();
  const view = await groupView(store, undefined, {});
  expect(view).toMatchObject({
    group: null,
    quarter: '2026-Q3',
    before: '2026-Q2',
    scope: 'full',
    year: { yearStarts: 1 },
    seals: { checked: true, broken: [], chain: [] },
    missing: [],
    leftOut: [],
  });
  expect(view.comparison.rows).toHaveLength(NAMES.length);
  const summaries = (await store.audits.list()).filter(({ quarter }) => quarter === '2026-Q3');
  for (const { dealership, seal } of summaries) {
    expect(view.sealOf.get(dealership.slug)).toBe(seal?.hash);
  }
  const failed = view.comparison.rows.flatMap(({ steps }) =>
    steps.flatMap((s) => s.failedCritical),
  );
  for (const id of failed) expect(view.failedNames.has(id)).toBe(true);
  // All of them answered alike: what is short in one is short in all.
  expect(view.common?.length).toBeGreaterThan(0);
  for (const { short, houses } of view.common ?? []) expect(short).toBe(houses.length);
  expect(treeText(group.document(view))).toContain('The five dealerships cannot be told apart');
});

test('takes a quarter as it was typed, and says which there are', async () => {
  const store = await filled(['Ash Autos', 'Birch Cars']);
  expect((await groupView(store, 'q2 2026', {})).quarter).toBe('2026-Q2');
  await expect(groupView(store, '2024-Q1', {})).rejects.toThrow(/no sealed audit in 2024-Q1/);
  await expect(groupView(store, undefined, { group: 'North' })).rejects.toThrow(/no group North/);
});

test('shows one of them a masked group that names no other', async () => {
  const view = await groupView(await filled(), undefined, {});
  const own = maskedView(view, 'birch-cars');
  expect(own.seal).toBe(view.sealOf.get('birch-cars'));
  const all = `${treeText(masked.document(own))}${JSON.stringify(masked.data(own))}`;
  for (const name of NAMES.filter((one) => one !== 'Birch Cars')) expect(all).not.toContain(name);
  const seals = [...view.sealOf].filter(([slug]) => slug !== 'birch-cars');
  for (const [, seal] of seals) expect(all).not.toContain(seal);
  const broken = maskedView(
    { ...view, seals: { checked: true, broken: ['Ash Autos'], chain: [] } },
    'birch-cars',
  );
  expect(broken.seals.broken).toEqual(['at least one of the others']);
});
