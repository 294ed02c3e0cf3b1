import { describe, expect, test } from 'vitest';
import { scoreAudit } from '../../src/core/score/score.js';
import { diffChecklists } from '../../src/core/compare/checklist-diff.js';
import { answers } from '../../src/documents/answers/index.js';
import { dealerships } from '../../src/documents/dealerships/index.js';
import { diff } from '../../src/documents/diff/index.js';
import type { DocumentKind } from '../../src/documents/document.js';
import { list } from '../../src/documents/list/index.js';
import type { ListedAudit } from '../../src/documents/list/view.js';
import { standing } from '../../src/documents/standing/index.js';
import type { Standing } from '../../src/documents/standing/view.js';
import { printMarkdown } from '../../src/formats/markdown/markdown.js';
import { smallChecklist } from '../golden/fixture/audits.js';
import { NOT_CHECKED, answered, makeAudit } from '../support/checklists.js';
import { makeChange } from '../support/groups.js';

function textOf<View>(kind: DocumentKind<View>, view: View): string {
  return printMarkdown(kind.document(view));
}

const AUDIT: ListedAudit = {
  dealership: { name: 'One | *', slug: 'one', yearStarts: 1 },
  quarter: '2026-Q3',
  checklist: { id: 'small-checkup', version: 1 },
  scope: 'core',
  startedAt: '2026-07-10T09:00:00.000Z',
  seal: null,
  voided: null,
  unanswered: 2,
  share: 0.416,
  coverage: 0.5,
  sealHolds: true,
};

describe('the list of audits', () => {
  const seal = { at: '2026-07-11T15:30:00.000Z', by: 'A', hash: 'ab'.repeat(32), previous: null };
  const view = { audits: [AUDIT, { ...AUDIT, seal, unanswered: null, share: null }], chain: [] };

  test('says how far each is, with names that do nothing', () => {
    const text = textOf(list, view);
    expect(text).toContain('# 2 audits');
    expect(text).toMatch(
      /One \\\| \\\* .*2026-Q3.*small-checkup core.*open, 2 to answer.*50 %.*42/,
    );
    expect(text).toMatch(/sealed 2026-07-11.*not scored/);
    expect(textOf(list, { audits: [AUDIT], chain: [] })).toContain('# 1 audit\n');
  });

  test('gives programs coverage from 0 to 1 and scores from 0 to 100', () => {
    expect(list.data(view)).toMatchObject({
      format: 'checkup-list',
      formatVersion: 1,
      audits: [
        { state: 'open', coverage: 0.5, score: 41.6, seal: null },
        { state: 'sealed', score: null, seal: seal.hash, sealedAt: seal.at },
      ],
    });
    const [table] = list.tables?.(view) ?? [];
    for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
  });
});

describe('what is wrong with what is kept', () => {
  const gone = {
    fault: 'gone',
    hash: 'cd'.repeat(32),
    audit: {
      dealership: 'One | *',
      quarter: '2026-Q2',
      checklist: 'small-checkup',
      at: '2026-04-11T15:30:00.000Z',
    },
  } as const;
  const seal = { at: '2026-07-11T15:30:00.000Z', by: 'A', hash: 'ab'.repeat(32), previous: null };

  test('stands before the list, and in the data', () => {
    const view = { audits: [{ ...AUDIT, seal, sealHolds: false }], chain: [gone] };
    const text = textOf(list, view);
    expect(text).toMatch(/Sealed and gone:.* the audit of One .* for Q2 2026 by small-checkup/);
    expect(text).toMatch(/The seal of One .*, Q3 2026, is broken:/);
    expect(list.data(view)).toMatchObject({
      audits: [{ sealHolds: false }],
      chain: [{ fault: 'gone', quarter: '2026-Q2', sealedAt: gone.audit.at }],
    });
  });

  test('is told of five, and counted from there on', () => {
    const text = textOf(list, { audits: [], chain: Array.from({ length: 7 }, () => gone) });
    expect(text.split('Sealed and gone:')).toHaveLength(6);
    expect(text).toContain('2 more are named by checkup verify.');
  });
});

test('the dealerships are listed with group, year and audits', () => {
  const one = {
    name: 'Sud',
    slug: 'sud',
    group: null,
    yearStarts: 4,
    yearNamed: 'last',
    audits: 2,
    latestSealed: '2026-Q2',
  } as const;
  expect(textOf(dealerships, { dealerships: [one] })).toMatch(/Sud .*sud .*April.*2 .*2026-Q2/);
  expect(dealerships.data({ dealerships: [one] })).toEqual({
    format: 'checkup-dealerships',
    formatVersion: 1,
    dealerships: [one],
  });
});

describe('the answers of an audit', () => {
  const audit = makeAudit(smallChecklist, {
    callback: answered({ passed: 9, of: 12 }),
    owner: NOT_CHECKED,
  });
  const lines = scoreAudit(audit)
    .steps.flatMap(({ items }) => items)
    .flatMap(({ item, recorded, share }) =>
      recorded === undefined ? [] : [{ item, recorded, share, evidence: [] }],
    );
  const facts = { voided: null, sealHolds: true, chain: [] };
  const view = { audit, ...facts, isHistory: false, lines, unanswered: 8 };

  test('name the item and the id to type, and leave out columns where nothing stands', () => {
    const text = textOf(answers, view);
    expect(text).toContain('# open: 2 answers, 8 items unanswered');
    expect(text).toMatch(/Are calls returned\?.*`callback`.*9 of 12.*75/);
    expect(text).toMatch(/not checked: No time/);
    expect(text).not.toContain('Evidence');
    expect(text).not.toContain('No.');
  });

  test('are numbered where their history stands', () => {
    const text = textOf(answers, { ...view, isHistory: true, unanswered: null });
    expect(text).toContain('# open: 2 revisions\n');
    expect(text).toContain('No.');
    expect(answers.data(view)).toMatchObject({ format: 'checkup-answers', formatVersion: 1 });
  });
});

test('checklists compared say first how much stays, and give programs all of it', () => {
  const sources = { from: 'here', to: 'there' };
  const view = { diff: diffChecklists(smallChecklist, smallChecklist), sources };
  const text = textOf(diff, view);
  expect(text).toContain('# 9 of 9 items stay comparable, 8 of 8 in the core');
  expect(text).not.toContain('Breaks');
  expect(diff.data(view)).toMatchObject({
    format: 'checkup-diff',
    from: { id: 'small-checkup', source: 'here' },
    to: { source: 'there' },
  });
  expect(diff.tables?.(view)[0]?.rows).toHaveLength(16);
});

describe('where things stand', () => {
  const SOUND = { brokenSeals: [], chain: [] };
  const one: Standing = {
    name: 'One',
    slug: 'one',
    yearStarts: 1,
    audits: 2,
    sealed: {
      quarter: '2026-Q3',
      share: 0.42,
      coverage: 0.5,
      change: makeChange(0.65, 0.42),
    },
    open: [{ quarter: '2026-Q4', unanswered: 3 }],
  };

  test('is a line a dealership, with the sign of what changed', () => {
    const text = textOf(standing, { dealerships: [one], ...SOUND });
    expect(text).toContain('# 2 audits of 1 dealership');
    expect(text).toMatch(/One .*2026-Q3.*42.*▼ −23.*50 %.*2026-Q4: 3 to answer/);
    expect(standing.data({ dealerships: [one], ...SOUND })).toMatchObject({
      format: 'checkup-standing',
      dealerships: [{ sealed: { score: 42, coverage: 0.5, verdict: 'fell' } }],
    });
  });

  test('has no verdict where one of the two stands apart', () => {
    const change = makeChange(0.65, 0.42);
    const likeForLike = { ...change.likeForLike, verdict: null };
    const sealed = one.sealed && { ...one.sealed, change: { ...change, likeForLike } };
    const view = { dealerships: [{ ...one, sealed }], ...SOUND };
    expect(textOf(standing, view)).toMatch(/42 \| +−23 \|/);
    expect(standing.data(view)).toMatchObject({
      dealerships: [{ sealed: { score: 42, verdict: null } }],
    });
    expect(standing.tables?.(view)[0]?.rows[0]?.slice(6, 8)).toEqual([expect.closeTo(-23), null]);
  });

  test('on the screen is of ten at most, and says how to begin where there is nothing', () => {
    const many = Array.from({ length: 12 }, () => one);
    const shown = standing.summary({ dealerships: many, ...SOUND });
    expect(JSON.stringify(shown)).toContain('and 2 dealerships more: \u2060checkup list');
    expect(JSON.stringify(standing.summary({ dealerships: [], ...SOUND }))).toContain(
      'Nothing is recorded yet.',
    );
  });
});
