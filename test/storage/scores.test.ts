import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Watch } from '../../src/core/progress.js';
import { compareAudits } from '../../src/core/compare/compare.js';
import { keptChange } from '../../src/core/compare/kept-change.js';
import { variancesOf } from '../../src/core/score/ranges.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { auditorsOf } from '../../src/documents/words/auditors.js';
import type { SealedScore } from '../../src/storage/kept-score.js';
import { keptAudit } from '../../src/storage/kept-score.js';
import type { KeptScore } from '../../src/storage/scores.js';
import type { Store } from '../../src/storage/store.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { tempFolder } from '../support/folders.js';
import { openStore } from '../support/stores.js';

const NOW = new Date('2026-09-15T09:00:00Z');

/** Two in a group and one in none, each with two sealed quarters; one more is open. */
async function filledStore(file: string): Promise<Store> {
  const store = testStore(file);
  for (const [name, group] of [
    ['One', 'North'],
    ['Two', 'North'],
    ['Three', null],
  ] as const) {
    await store.dealerships.add(name, { yearStarts: 1 }, NOW, group);
    for (const quarter of ['2026-Q2', '2026-Q3']) {
      const open = await recordAudit(store, quarter, await fixtureAnswers(quarter), {
        dealership: name,
      });
      await sealAudit(store, open, 'A', NOW);
    }
  }
  await recordAudit(store, '2026-Q4', await fixtureAnswers('2026-Q2'), { dealership: 'One' });
  return store;
}

test('a kept score is the score, with what the whole and every step are told apart by, and who answered', async () => {
  const store = await filledStore(join(tempFolder(), 'checkup.db'));
  const sealed = await store.scores.sealed({ group: null, quarters: null });
  expect(sealed).toHaveLength(6);
  for (const summary of (await store.audits.list()).filter(({ seal }) => seal !== null)) {
    const kept = sealed.find(
      (one) => one.dealership === summary.dealership.id && one.quarter === summary.quarter,
    );
    const result = scoreAudit(await store.audits.load(summary));
    const variances = variancesOf(result);
    expect(kept?.standing).toEqual({ share: result.share, variance: variances.overall });
    expect(kept?.apart).toBe(result.apart);
    expect(kept?.steps.map(({ id, standing }) => [id, standing])).toEqual(
      result.steps.map(({ step, share }) => [
        step.id,
        share === null ? null : { share, variance: variances.steps.get(step.id) },
      ]),
    );
    expect(kept?.steps.map((step) => step.failedCritical)).toEqual(
      result.steps.map((step) => step.failedCritical),
    );
    expect(kept?.auditors).toEqual(auditorsOf(result));
    expect(kept?.seal).toBe(summary.seal?.hash);
    expect(await store.scores.checklist(kept?.checklistHash ?? '')).toEqual(result.checklist);
  }
});

test('scores are asked for by group and quarter', async () => {
  const store = await filledStore(join(tempFolder(), 'checkup.db'));
  const { scores } = store;
  expect(await scores.sealed({ group: 'North', quarters: ['2026-Q3'] })).toHaveLength(2);
  expect(await scores.sealed({ group: 'North', quarters: [] })).toEqual([]);
  expect(await scores.sealed({ group: 'South', quarters: null })).toEqual([]);
  const both = ['2026-Q2', '2026-Q3'].map((quarter) => ({ quarter, yearStarts: 1 }));
  expect(await scores.quarters(null)).toEqual(both);
  expect(await scores.quarters('South')).toEqual([]);
  expect(await scores.quarters('North', 'small-checkup')).toEqual(both);
  expect(await scores.quarters('North', 'other')).toEqual([]);
});

/** The figures of scores, however they came about. */
function figuresOf(scores: ReadonlyMap<string, KeptScore>): unknown[] {
  return [...scores]
    .map(([id, { share, coverage }]) => ({ id, share, coverage }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function comparable(scores: readonly SealedScore[]): unknown[] {
  return scores
    .map(({ sealHolds, ...score }) => ({ ...score, isBroken: sealHolds === false }))
    .sort((a, b) => (a.audit < b.audit ? -1 : 1));
}

describe('a kept score', () => {
  const ALL = { group: null, quarters: null };

  test('that is gone or asked for in part is made anew, and kept', async () => {
    const file = join(tempFolder(), 'checkup.db');
    const store = await filledStore(file);
    const before = figuresOf(await store.scores.list());
    const sqlite = new Sqlite(file);
    const number = (): unknown => sqlite.prepare('select count(*) from score').pluck().get();
    sqlite.exec('delete from score');
    const part = await store.scores.sealed({ group: 'North', quarters: ['2026-Q2'] });
    expect([part.length, number()]).toEqual([2, 2]);
    expect(figuresOf(await store.scores.list())).toEqual(before);
    expect(number()).toBe(6);
    sqlite.close();
  });

  test.each([
    'scoring_version = 3',
    'scoring_version = 99',
    'share = 0.99',
    'share = null',
    'coverage = 0.1',
    "seal = 'another'",
    "source = 'another'",
    "content = 'spoiled'",
    "content = ''",
    "content = replace(content, '0', '1')",
    "content_hash = 'another'",
    "mark = 'another'",
    "content = '{}', content_hash = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'",
    '(share, coverage, seal, source, content, content_hash, mark) = (select other.share, other.coverage, other.seal, other.source, other.content, other.content_hash, other.mark from score as other where other.audit_id <> score.audit_id limit 1)',
  ])('by update score set %s changes no figure, and is made anew', async (spoilt) => {
    const file = join(tempFolder(), 'checkup.db');
    const store = await filledStore(file);
    const [list, sealed] = [await store.scores.list(), await store.scores.sealed(ALL)];
    const sqlite = new Sqlite(file);
    const rows = (): unknown[] => sqlite.prepare('select * from score order by audit_id').all();
    const kept = rows();
    const update = `update score set ${spoilt}`;
    sqlite.exec(update);
    expect(rows()).not.toEqual(kept);
    expect(comparable(await store.scores.sealed(ALL))).toEqual(comparable(sealed));
    expect(rows()).toEqual(kept);
    sqlite.exec(update);
    expect(figuresOf(await store.scores.list())).toEqual(figuresOf(list));
    sqlite.close();
  });

  test('of an audit that was moved to another quarter or dealership is not taken for it', async () => {
    for (const moved of [
      "quarter = '2025-Q1'",
      "dealership_id = (select id from dealership where name = 'Four')",
      "scope = case scope when 'full' then 'core' else 'full' end",
      'year_starts = 7',
    ]) {
      const file = join(tempFolder(), 'checkup.db');
      const store = await filledStore(file);
      await store.dealerships.add('Four', { yearStarts: 1 }, NOW);
      const sqlite = new Sqlite(file);
      sqlite.exec(
        `update audit set ${moved} where quarter = '2026-Q3' and dealership_name = 'One'`,
      );
      sqlite.close();
      const sealed = await store.scores.sealed(ALL);
      expect(
        sealed.filter(({ sealHolds }) => sealHolds === false),
        moved,
      ).toHaveLength(1);
    }
  });

  test('of an audit whose answers were changed says each time that its seal is broken', async () => {
    const file = join(tempFolder(), 'checkup.db');
    const store = await filledStore(file);
    const sqlite = new Sqlite(file);
    sqlite.exec(
      "drop trigger answer_is_never_changed; update answer set auditor = 'X' where audit_id = (select audit_id from seal limit 1)",
    );
    for (let round = 0; round < 2; round++) {
      const broken = [...(await store.scores.list()).values()].filter(
        ({ sealHolds }) => sealHolds === false,
      );
      expect(broken).toHaveLength(1);
    }
    sqlite.close();
  });
});

test('making scores anew is watched, audit by audit; where none is missing there is nothing to watch', async () => {
  const file = join(tempFolder(), 'checkup.db');
  await filledStore(file);
  const sqlite = new Sqlite(file);
  sqlite.exec('delete from score');
  sqlite.close();
  const seen: string[] = [];
  const progress: Watch = (what, total) => {
    seen.push(`${what}: ${String(total)}`);
    return { step: () => seen.push('step'), done: () => seen.push('done') };
  };
  const store = openStore(file, { progress });
  onTestFinished(() => {
    store.close();
  });
  await store.scores.sealed({ group: 'North', quarters: null });
  expect(seen.splice(0)).toEqual(['Scoring audits: 4', 'step', 'step', 'step', 'step', 'done']);
  await store.scores.sealed({ group: 'North', quarters: null });
  expect(seen).toEqual([]);
});

test('what became of a dealership is found from what is kept, as a comparison of the two finds it', async () => {
  const store = await filledStore(join(tempFolder(), 'checkup.db'));
  const sealed = await store.scores.sealed({ group: 'North', quarters: null });
  const audits = (await store.audits.list()).filter(({ seal }) => seal !== null);
  const of = async (quarter: string) => {
    const summary = audits.find((one) => one.dealership.name === 'One' && one.quarter === quarter);
    const kept = sealed.find(({ audit }) => audit === summary?.id);
    if (summary === undefined || kept === undefined) throw new Error(quarter);
    return { kept: keptAudit(kept), result: scoreAudit(await store.audits.load(summary)) };
  };
  const [from, to] = [await of('2026-Q2'), await of('2026-Q3')];
  const { published, likeForLike } = compareAudits(from.result, to.result);
  const found = keptChange(from.kept, to.kept);
  expect(found.published).toEqual(published);
  expect(found.likeForLike.verdict).toBe(likeForLike.verdict);
  for (const figure of ['difference', 'standardError', 'lower', 'upper'] as const) {
    expect(found.likeForLike.change?.[figure]).toBeCloseTo(likeForLike.change?.[figure] ?? NaN, 12);
  }
});
