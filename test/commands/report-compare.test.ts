import { describe, expect, test } from 'vitest';
import {
  filledFolder,
  fixtureAnswers,
  recordAudit,
  sealAudit,
  smallChecklist,
} from '../golden/fixture/audits.js';
import { at, expectDone, expectRefused, listAt, parseJson, runCheckup } from '../support/cli.js';
import { tempFolder } from '../support/folders.js';
import { openStore } from '../support/stores.js';

const JSON_OUT = ['--format', 'json', '--out', '-', '--quiet'];

/** Adds an open audit to a database. */
async function addOpen(db: string, quarter: string): Promise<void> {
  const store = openStore(db);
  await recordAudit(store, quarter, await fixtureAnswers('2026-Q2'));
  store.close();
}

describe('checkup report', () => {
  test('is of the latest sealed audit unless a quarter is named', async () => {
    const { db, at: where } = await filledFolder();
    await addOpen(db, '2026-Q4');
    const of = async (...args: string[]): Promise<unknown> =>
      parseJson(expectDone(await runCheckup(['report', ...JSON_OUT, ...args], where)).stdout);
    const latest = await of();
    expect(at(latest, 'audit')).toMatchObject({ quarter: '2026-Q3', state: 'sealed' });
    expect(at(latest, 'previous', 'quarter')).toBe('2026-Q2');
    expect(at(latest, 'score')).toBeCloseTo(64.93055555555556, 10);
    for (const quarter of ['2026-Q2', '2026q2', 'Q2 2026']) {
      const named = await of('--quarter', quarter);
      expect(at(named, 'audit', 'quarter')).toBe('2026-Q2');
      expect(at(named, 'previous')).toBeNull();
    }
    const draft = await of('--quarter', '2026-Q4');
    expect(at(draft, 'audit')).toMatchObject({ state: 'open', seal: null, sealedAt: null });
  });

  test('has all that the design promises in JSON', async () => {
    const { at: where } = await filledFolder();
    const report = parseJson(expectDone(await runCheckup(['report', ...JSON_OUT], where)).stdout);
    for (const key of ['dealership', 'quarter', 'scope', 'state', 'sealedAt', 'seal']) {
      expect(at(report, 'audit', key), key).toEqual(expect.any(String));
    }
    for (const key of ['score', 'coverage', 'band']) at(report, key);
    const steps = listAt(report, 'steps');
    expect(steps.map((step) => at(step, 'id'))).toEqual([
      'culture',
      'response',
      'communication',
      'appreciation',
      'after-sale',
      'measurement',
    ]);
    for (const step of steps) {
      for (const key of ['score', 'uncapped', 'coverage', 'interval']) at(step, key);
    }
    const items = listAt(report, 'items');
    expect(items).toHaveLength(10);
    for (const item of items) {
      for (const key of [
        'id',
        'step',
        'kind',
        'state',
        'score',
        'weight',
        'critical',
        'stake',
        'answer',
        'note',
      ])
        at(item, key);
    }
  });

  test('says the shortest way to a target, on the screen and in the report', async () => {
    const { at: where } = await filledFolder();
    const report = async (...args: string[]) =>
      expectDone(await runCheckup(['report', '--out', '-', ...args], where));
    const far = await report('--target', '80');
    expect(far.stderr).toMatch(/^The shortest way to 80 is 2 items: made full/m);
    expect(far.stdout).toContain('\n## The shortest way to 80\n');
    const asJson = parseJson((await report('--target', '80', '--format', 'json')).stdout);
    const reached = Number(at(asJson, 'target', 'reached'));
    expect(at(asJson, 'target')).toMatchObject({ score: 80, exact: true });
    expect(reached).toBeGreaterThanOrEqual(80);
    // The fixture's steps are not capped, so the gains of the list add up.
    const gains = listAt(asJson, 'target', 'items').map((id) =>
      Number(
        at(
          listAt(asJson, 'items').find((item) => at(item, 'id') === id),
          'stake',
          'overall',
        ),
      ),
    );
    expect(gains).toHaveLength(2);
    const sum = gains.reduce((total, gain) => total + gain, Number(at(asJson, 'score')));
    expect(sum).toBeCloseTo(reached, 10);

    const near = await report('--target', '60');
    expect(near.stderr).toContain('The target of 60 is reached already: the overall score is 65.');
    expect((await report()).stdout).not.toContain('shortest way');
    for (const wrong of ['0', '0.5', '100.5', '1e2', '-5', 'all', '80,5', '']) {
      const ran = await runCheckup(['report', `--target=${wrong}`], where);
      expect(ran, wrong).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr).toContain('It must be a score from 1 to 100, such as 80.');
    }
  });

  test('of what is not there says what to do', async () => {
    const { at: where } = await filledFolder();
    const refused = async (args: readonly string[], says: RegExp): Promise<void> => {
      expectRefused(await runCheckup(args, where), says);
    };
    await refused(['report', '--quarter', '2020-Q1'], /no such audit in 2020-Q1\.\nSee \S.* list/);
    await refused(
      ['report', '--quarter', 'soon'],
      /--quarter soon is not a quarter\.\nWrite it as 2026-Q3/,
    );
    await refused(
      ['report', '--dealership', 'Exampel Motors'],
      /There is no dealership Exampel Motors\.\nDid you mean Example Motors\?/,
    );
    await refused(['report', '--checklist', 'quarterly-checkup'], /no.* audit/);
    const empty = tempFolder();
    expectRefused(
      await runCheckup(['report'], { home: empty, cwd: empty }),
      /There is no dealership yet\.\nStart the first audit with \S.* audit/,
    );
  });

  test('among several dealerships names the flag to give, and takes name or slug', async () => {
    const { at: where } = await filledFolder(['2026-Q2', '2026-Q3'], ['Örtel & Söhne', 'Two']);
    for (const command of ['report', 'compare']) {
      for (const args of [[command], [command, '--no-input']]) {
        expectRefused(
          await runCheckup(args, where),
          /Several dealerships are known.*\nGive --dealership NAME\./,
        );
      }
      for (const name of ['two', 'TWO', 'oertel-and-soehne', 'Örtel & Söhne']) {
        expectDone(await runCheckup([command, '--dealership', name, '--quiet'], where));
      }
    }
  });
});

describe('checkup compare', () => {
  test('takes the latest two sealed quarters, or those that are named, in either order', async () => {
    const { db, at: where } = await filledFolder(['2025-Q4', '2026-Q1', '2026-Q3']);
    await addOpen(db, '2026-Q4');
    const of = async (...args: string[]): Promise<string[]> => {
      const ran = expectDone(await runCheckup(['compare', ...args, ...JSON_OUT], where));
      const compared = parseJson(ran.stdout);
      return [String(at(compared, 'from', 'quarter')), String(at(compared, 'to', 'quarter'))];
    };
    expect(await of()).toEqual(['2026-Q1', '2026-Q3']);
    expect(await of('2025-Q4')).toEqual(['2025-Q4', '2026-Q3']);
    expect(await of('2025-Q4', '2026-Q1')).toEqual(['2025-Q4', '2026-Q1']);
    expect(await of('2026-Q3', '2025q4')).toEqual(['2025-Q4', '2026-Q3']);
    expect(await of('2026-Q3', '2026-Q4')).toEqual(['2026-Q3', '2026-Q4']);
  });

  test('adds up: the difference is that of the two reports', async () => {
    const { at: where } = await filledFolder();
    const compared = parseJson(
      expectDone(await runCheckup(['compare', ...JSON_OUT], where)).stdout,
    );
    const score = async (quarter: string): Promise<number> => {
      const ran = await runCheckup(['report', '--quarter', quarter, ...JSON_OUT], where);
      return Number(at(parseJson(expectDone(ran).stdout), 'score'));
    };
    const [from, to] = [await score('2026-Q2'), await score('2026-Q3')];
    expect(at(compared, 'overall', 'published')).toMatchObject({ from, to });
    expect(at(compared, 'overall', 'published', 'difference')).toBeCloseTo(to - from, 10);
    const tags = listAt(compared, 'changes').map((change) => [
      at(change, 'item'),
      at(change, 'change'),
    ]);
    expect(Object.fromEntries(tags)).toEqual({
      owner: 'rose',
      // One person’s level, one median of unknown many: that can be chance.
      leaders: 'no-clear-change',
      callback: 'rose',
      'first-reply': 'rose',
      // Two cases and three cases: that can be chance.
      visits: 'no-clear-change',
      welcome: 'no-clear-change',
      'call-after': 'became-checked',
      anniversary: 'became-applicable',
      satisfied: 'fell',
    });
  });

  test('without two quarters says which there are', async () => {
    const { at: where } = await filledFolder(['2026-Q2']);
    const refused = async (args: readonly string[], says: RegExp): Promise<void> => {
      expectRefused(await runCheckup(['compare', ...args], where), says);
    };
    await refused([], /has no sealed audit before 2026-Q2/);
    await refused(['2026-Q1', '2026-Q2'], /There is no audit in 2026-Q1\.\nThere are: 2026-Q2\./);
    await refused(['2026-Q2', '2026-Q2'], /cannot be compared with itself/);
    await refused(['2026-Q9'], /2026-Q9 is not a quarter\.\nWrite it as 2026-Q3/);
  });
});

test('where the latest quarter was sealed by two checklists, one has to be named', async () => {
  const { db, at: where } = await filledFolder();
  const store = openStore(db);
  const dealership = await store.dealerships.find('Example Motors');
  if (dealership === null) throw new Error('the fixture has no dealership');
  const moment = new Date('2026-07-12T09:00:00Z');
  const other = await store.audits.start(
    {
      dealership,
      quarter: '2026-Q3',
      scope: 'full',
      checklist: { ...smallChecklist, id: 'another' },
      auditor: 'B. Auditor',
    },
    moment,
  );
  await store.audits.record(other, await fixtureAnswers('2026-Q3'), 'B. Auditor', moment);
  await sealAudit(store, other, 'B. Auditor', moment);
  store.close();
  for (const args of [['report'], ['compare'], ['compare', '--last', '2']]) {
    expectRefused(
      await runCheckup(args, where),
      /has several audits in 2026-Q3: .*\nSay which with --checklist ID\./,
    );
    expectDone(await runCheckup([...args, '--checklist', 'small-checkup'], where));
  }
});
