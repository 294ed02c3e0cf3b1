import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupMember } from '../../../src/core/compare/group-member.js';
import { compareGroup } from '../../../src/core/compare/group.js';
import { commonShortfalls } from '../../../src/core/compare/common-shortfalls.js';
import { group } from '../../../src/documents/group/index.js';
import type { GroupView } from '../../../src/documents/group/view.js';
import { answered, makeChecklist, makeItem, makeStep, resultOf } from '../../support/checklists.js';
import { at, listAt } from '../../support/cli.js';
import { FRAME, makeChange, makeMember, someMembers } from '../../support/groups.js';
import {
  linesOf,
  marksIn,
  rowsOf,
  tableOf,
  textOf,
  treeText,
  wrongPlurals,
} from '../../support/tree-text.js';

const VARIANCE = 0.0016;

const CHECKLIST = makeChecklist([
  makeStep(
    'one',
    [
      makeItem('yes-no', 'i-calls', { critical: true, name: 'Calls returned' }),
      makeItem('rating', 'i-greeting', { name: 'Warm greeting' }),
    ],
    { title: 'How quickly are customers answered?', name: 'Response' },
  ),
  makeStep('two', [makeItem('rating', 'i-two')], { title: 'Two' }),
  makeStep('three', [makeItem('rating', 'i-three')], { title: 'Three' }),
]);

function viewOf(members: readonly GroupMember[], own: Partial<GroupView> = {}): GroupView {
  return {
    ...FRAME,
    year: { yearStarts: 1 },
    checklist: CHECKLIST,
    seals: { checked: true, broken: [], chain: [] },
    comparison: compareGroup(members, CHECKLIST.steps),
    sealOf: new Map(members.map(({ slug }, i) => [slug, `${String(i)}b`.repeat(32)])),
    failedNames: new Map([['i-calls', 'Calls returned']]),
    common: [],
    missing: [],
    leftOut: [],
    ...own,
  };
}

/** Five dealerships, and one without a score. */
const MEMBERS: readonly GroupMember[] = [
  makeMember('Best', 0.9, { variance: VARIANCE, change: makeChange(0.6, 0.9, VARIANCE) }),
  makeMember('Good', 0.85, {
    variance: VARIANCE,
    change: makeChange(0.84, 0.85, VARIANCE),
    coverage: 0.64,
  }),
  makeMember('Almost', 0.796, { change: makeChange(0.9, 0.796, 0.0008) }),
  makeMember('Nord', 0.5),
  makeMember('Poor', 0.3),
  makeMember('Nothing', null, { coverage: null }),
];

/** The same, where a must-not-fail check of Poor failed. */
const WITH_FAILED = MEMBERS.map((one) => ({
  ...one,
  steps: one.steps.map((step) =>
    one.name === 'Poor' && step.id === 'one'
      ? { ...step, uncapped: 0.8, failedCritical: ['i-calls'] }
      : step,
  ),
}));

const headlineOf = (...members: readonly GroupMember[]): string =>
  textOf(group.document(viewOf(members)).headline);

describe('the headline', () => {
  test('says who leads, and who cannot be told apart', () => {
    const near = (name: string, share: number): GroupMember =>
      makeMember(name, share, { variance: VARIANCE });
    expect(headlineOf(near('A', 0.9), near('B', 0.6), near('C', 0.58), near('D', 0.2))).toBe(
      'A leads; B and C cannot be told apart',
    );
    expect(headlineOf(near('A', 0.9), near('B', 0.6), near('C', 0.2))).toBe('A leads, B follows');
    expect(headlineOf(near('A', 0.9), near('B', 0.88), near('C', 0.2))).toBe(
      'A and B lead and cannot be told apart',
    );
    expect(headlineOf(near('A', 0.9), near('B', 0.88))).toBe('A and B cannot be told apart');
    expect(headlineOf(near('A', 0.9), ...['B', 'C', 'D', 'E'].map((name) => near(name, 0.5)))).toBe(
      'A leads; the four others cannot be told apart',
    );
  });

  test('doesn’t call a leader who can’t be told from one of whom little is known', () => {
    expect(
      headlineOf(
        makeMember('A', 0.9, { variance: VARIANCE }),
        makeMember('Wide', 0.6, { variance: 0.04 }),
        makeMember('C', 0.5, { variance: VARIANCE }),
      ),
    ).toBe('A is ahead of most, but cannot be told from Wide');
  });
});

describe('the document', () => {
  const tree = group.document(viewOf(WITH_FAILED, { missing: ['Late', 'Later'] }));
  const text = treeText(tree);

  test('says what the group scored, and who is missing', () => {
    expect(text).toContain('North: the plain mean of 5 dealerships, each with an equal voice.');
    expect(text).toContain(
      'Half of them stand between 50 and 85; the lowest at 30, the middle at 79.6, the highest at 90.',
    );
    expect(text).toContain('At or above 80: 2 of 5 (40 %). Below 40: 1 of 5 (20 %).');
    expect(text).toContain(
      'Not among them, for want of a sealed audit of Q3 2026: Late and Later.',
    );
  });

  test('has a row for each dealership: place, range, score, change, what failed', () => {
    expect(rowsOf(tableOf(tree.blocks, 'Places, scores'))).toEqual([
      ['1 Best', '1 or 2 of 5', 'Best', '90', '80 to 100', '▲ +30', 'none'],
      ['2 Good only 64 % checked', '1 to 3 of 5', 'Good', '85', '75 to 95', '≈ +1', 'none'],
      ['3 Almost', '2 or 3 of 5', 'Almost', '79.6', '', '▼ −10.4', 'none'],
      ['4 Nord', '4 of 5', 'Nord', '50', '', '–', 'none'],
      ['5 Poor', '5 of 5', 'Poor', '30', '', '–', '1: Calls returned'],
      ['Nothing', '–', '', '–', '', '–', '–'],
    ]);
    const dots = marksIn(tree.blocks).filter((mark) => mark.mark === 'dots');
    expect(dots.map((mark) => mark.span !== null)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('names teachers only where clearly better than all others, and strong', () => {
    expect(linesOf(tree.blocks)).toContain('Response: Best (90) and Good (85)');
    expect(rowsOf(tableOf(tree.blocks, 'The score of each dealership in each step'))).toEqual([
      ['Mean', '67', '67', '67'],
      ['Best', '▲ 90', '▲ 90', '▲ 90'],
      ['Good', '▲ 85', '▲ 85', '▲ 85'],
      ['Almost', '▲ 79.6', '▲ 79.6', '▲ 79.6'],
      ['Nord', '▼ 50', '▼ 50', '▼ 50'],
      ['Poor', '▼ 30 held', '▼ 30', '▼ 30'],
      ['Nothing', '–', '–', '–'],
    ]);
    const alike = group.document(viewOf([makeMember('A', 0.5), makeMember('B', 0.5)]));
    expect(treeText(alike)).toContain('No step has a clear teacher');
  });

  test('lists only those who clearly moved, and the others in a sentence', () => {
    expect(rowsOf(tableOf(tree.blocks, 'Who clearly moved'))).toEqual([
      ['Best', '60', '90', '▲ +30'],
      ['Almost', '90.0', '79.6', '▼ −10.4'],
    ]);
    expect(linesOf(tree.blocks)).toContain('Two dealerships have clearly moved since Q2 2026');
    expect(text).toContain('One other stayed the same, or moved no further than chance could.');
    const still = treeText(group.document(viewOf([makeMember('A', 0.5), makeMember('B', 0.4)])));
    expect(still).toContain('Nobody has clearly moved since Q2 2026');
    expect(still).toContain('Nobody was scored in both quarters.');
  });

  test('sets apart who was checked too little, and says by whom all were audited', () => {
    const together = [
      ...MEMBERS,
      makeMember('Hardly', 1, { apart: true, coverage: 0.03, auditors: ['B. Auditor'] }),
    ];
    const some = treeText(group.document(viewOf(together)));
    expect(some).toContain('Hardly stands apart: only 3 % of what applied was scored.');
    const cells = rowsOf(tableOf(group.document(viewOf(together)).blocks, 'The score of each'));
    expect(cells.find(([name]) => name === 'Hardly')).toEqual([
      'Hardly',
      '100 apart',
      '100 apart',
      '100 apart',
    ]);
    expect(some).toContain('Apart: too little of it was scored; it isn’t in the mean.');
    expect(text).not.toContain('Apart:');
    expect(some).toContain('They were audited by A. Auditor and B. Auditor: the order may be');
    expect(text).not.toContain('They were audited by');
  });

  test('shows a dot a house for what fails in most of them', () => {
    const house = (name: string, level: number, yes: string) => ({
      name,
      slug: name.toLowerCase(),
      result: resultOf(CHECKLIST, {
        'i-calls': answered(yes),
        'i-greeting': answered(level),
        'i-two': answered(4),
        'i-three': answered(4),
      }),
    });
    const common = commonShortfalls(
      [house('Best', 4, 'yes'), house('Nord', 1, 'no'), house('Poor', 1, 'no')],
      CHECKLIST,
    );
    const { blocks } = group.document(viewOf(MEMBERS, { common }));
    expect(linesOf(blocks)).toContain('Two items are under 60 in at least half of the houses');
    expect(rowsOf(tableOf(blocks, 'Items under 60'))).toEqual([
      [
        'Calls returned · Response · must-not-fail',
        'Nord Poor Best',
        '2 of 3',
        '33',
        'all but Best',
      ],
      ['Warm greeting · Response', 'Nord Poor Best', '2 of 3', '50', 'all but Best'],
    ]);
    const tones = marksIn(blocks).flatMap((mark) =>
      mark.mark === 'dots' && mark.dots.length === 3 ? [mark.dots.map(({ tone }) => tone)] : [],
    );
    expect(tones).toEqual([
      ['worse', 'worse', 'plain'],
      ['plain', 'plain', 'plain'],
    ]);
  });

  test('names those who were audited otherwise, and a seal that is broken', () => {
    const other = treeText(
      group.document(
        viewOf(MEMBERS, {
          leftOut: [{ name: 'Core', why: 'scope core' }],
          seals: { checked: true, broken: ['Nord'], chain: [] },
          versions: [1, 2],
        }),
      ),
    );
    expect(other).toContain('their audits of Q3 2026 were made otherwise: Core (scope core).');
    expect(other).toContain('The seal of Nord is broken:');
    expect(other).toContain('Versions 1 and 2 of the checklist: not all items are the same.');
  });

  test('has the whole seal of every ranked audit', () => {
    for (let i = 0; i < MEMBERS.length; i++) expect(text).toContain(`${String(i)}b`.repeat(32));
  });

  test('says no id, and none of the words that only we use', () => {
    expect(text.match(/\bi-[a-z]+/g)).toBeNull();
    expect(text).not.toMatch(/\b(?:critical|capped|caps|95 %)\b/);
  });

  test('of nobody says so, without empty tables', () => {
    const empty = group.document(viewOf([], { missing: ['Late'] }));
    expect(textOf(empty.headline)).toBe('No dealership has a score');
    expect(treeText(empty)).not.toContain('|  |');
  });
});

test('by law no count is at odds with its noun, and no range has no width', () => {
  fc.assert(
    fc.property(someMembers(), (members) => {
      const view = viewOf(members);
      for (const text of [
        treeText(group.document(view)),
        linesOf(group.summary(view)).join('\n'),
      ]) {
        expect(wrongPlurals(text)).toEqual([]);
        expect(text).not.toMatch(/(?<![\d.])(\d+(?:\.\d+)?) (?:to|or) \1(?![\d.])/);
      }
    }),
  );
});

describe('the summary', () => {
  test('has at most 40 rows', () => {
    const many = Array.from({ length: 60 }, (_, i) => makeMember(`M${String(i)}`, i / 100));
    const blocks = group.summary(viewOf(many));
    expect(rowsOf(tableOf(blocks, 'Places and scores'))).toHaveLength(30);
    expect(linesOf(blocks)).toContain(
      'The first 20 and the last 10; the 30 between them are in the report.',
    );
  });

  test('says what fails, and where seals were not checked', () => {
    const lines = linesOf(
      group.summary(
        viewOf(WITH_FAILED, { common: null, seals: { checked: false, broken: [], chain: [] } }),
      ),
    );
    expect(lines).toContain('Poor | 5 of 5 | 30 |  | – | 1');
    expect(lines.some((line) => line.includes('the seals were not checked'))).toBe(true);
  });
});

describe('the data', () => {
  const json = group.data(viewOf(WITH_FAILED, { missing: ['Late'] }));

  test('carries every figure unrounded, coverage from 0 to 1 and whole seals', () => {
    expect(json).toMatchObject({
      format: 'checkup-group',
      formatVersion: 3,
      group: 'North',
      quarter: '2026-Q3',
      dealerships: 6,
      ranked: 5,
      strong: { from: 80, dealerships: 2 },
      weak: { below: 40, dealerships: 1 },
      missing: ['Late'],
    });
    expect(at(json, 'score')).toBeCloseTo(66.92, 10);
    expect(at(json, 'places', 1)).toMatchObject({ slug: 'good', coverage: 0.64, thin: true });
    expect(at(json, 'places', 1, 'rank')).toEqual({ position: 2, place: 1, last: 3, of: 5 });
    expect(at(json, 'places', 0, 'seal')).toMatch(/^[0-9a-f]{64}$/);
    expect(at(json, 'places', 4, 'failedCritical')).toEqual(['i-calls']);
    expect(at(json, 'failedCritical')).toEqual([{ id: 'i-calls', name: 'Calls returned' }]);
    expect(at(json, 'places', 4, 'steps', 0, 'capped')).toBe(true);
    expect(at(json, 'places', 5)).toMatchObject({ score: null, interval: null, rank: null });
    expect(at(json, 'steps', 0, 'teachers')).toEqual(['best', 'good']);
    expect(at(json, 'movers', 0)).toMatchObject({
      slug: 'best',
      change: { likeForLike: { verdict: 'rose' } },
    });
    expect(listAt(json, 'places').map((row) => at(row, 'slug'))).toEqual([
      'best',
      'good',
      'almost',
      'nord',
      'poor',
      'nothing',
    ]);
  });

  test('stands in tidy tables, too', () => {
    const tables = group.tables?.(viewOf(WITH_FAILED)) ?? [];
    expect(tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['places', 6],
      ['steps', 18],
      ['common-shortfalls', 0],
    ]);
    for (const { columns, rows } of tables) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });
});
