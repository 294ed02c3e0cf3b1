import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupMember } from '../../../src/core/compare/group-member.js';
import { compareGroup } from '../../../src/core/compare/group.js';
import { maskComparison } from '../../../src/core/compare/masked.js';
import { masked } from '../../../src/documents/masked/index.js';
import type { MaskedView } from '../../../src/documents/masked/view.js';
import { BANDS } from '../../support/checklists.js';
import { at, listAt } from '../../support/cli.js';
import { FRAME, makeMember, makeChange, someMembers } from '../../support/groups.js';
import { linesOf, marksIn, rowsOf, tableOf, textOf, treeText } from '../../support/tree-text.js';

const VARIANCE = 0.0016;
const SEAL = '5c'.repeat(32);

const MEMBERS: readonly GroupMember[] = [
  makeMember('Best', 0.9, { variance: VARIANCE }),
  makeMember('Good', 0.85, { variance: VARIANCE }),
  makeMember('Almost', 0.796, { change: makeChange(0.9, 0.796, 0.0008), coverage: 0.7 }),
  makeMember('Nord', 0.504),
  makeMember('Poor', 0.3),
];

function viewOf(
  members: readonly GroupMember[],
  slug: string,
  own: Partial<MaskedView> = {},
): MaskedView {
  return {
    ...FRAME,
    year: { yearStarts: 1 },
    checklist: { id: 'test-checklist', title: 'Test checklist', bands: BANDS, steps: [] },
    comparison: maskComparison(compareGroup(members), slug),
    seals: { checked: true, broken: [], chain: [] },
    seal: SEAL,
    ...own,
  };
}

const VIEW = viewOf(MEMBERS, 'almost');

describe('the masked document', () => {
  const tree = masked.document(VIEW);
  const text = treeText(tree);

  test('says where it stands', () => {
    expect(textOf(tree.headline)).toBe('Place 2 or 3 of 5');
    expect(text).toContain('Your score: 79.6. Since Q2 2026: ▼ −10.4.');
    expect(text).toContain('Only 70 % of the weight that applied was checked of you');
    expect(text).toContain(SEAL);
  });

  test('says where somebody else audited some of the others', () => {
    const other = makeMember('Other', 0.4, { auditors: ['B. Auditor'] });
    const own = viewOf([...MEMBERS, other], 'almost');
    expect(treeText(masked.document(own))).toContain(
      'You were audited by A. Auditor, some of the others by somebody else',
    );
    expect(masked.data(own)).toMatchObject({ auditors: ['A. Auditor'], othersByOthers: true });
    expect(text).not.toContain('somebody else');
    expect(JSON.stringify(masked.data(own))).not.toContain('B. Auditor');
  });

  test('has a strip a step: its own dot, the others hollow, the middle half shaded', () => {
    expect(rowsOf(tableOf(tree.blocks, 'Your score, the middle'))[0]).toEqual([
      'Overall',
      '    You',
      '79.6',
      '80',
      '50 to 85',
      '2 or 3 of 5',
    ]);
    const [overall] = marksIn(tree.blocks);
    expect(overall).toMatchObject({ mark: 'dots', span: { lower: 0.5, upper: 0.85 } });
    if (overall?.mark !== 'dots') throw new Error('no dots');
    expect(overall.dots.map(({ at: place, tone }) => [place, tone])).toEqual([
      [0.9, 'other'],
      [0.85, 'other'],
      [0.5, 'other'],
      [0.3, 'other'],
      [0.796, 'own'],
    ]);
  });

  test('names nobody else, and has no decimals of theirs', () => {
    const all = [text, JSON.stringify(masked.data(VIEW)), JSON.stringify(masked.tables?.(VIEW))];
    for (const one of all) {
      expect(one).not.toMatch(/Best|best"|Good|Nord|Poor|nord|poor/);
      expect(one).not.toContain('50.4');
    }
    expect(text).toContain('Overall: 90, 85, 50, 30');
  });

  test('says that a place cannot be told where it could be any of more than half', () => {
    const wide = MEMBERS.map((one) =>
      one.slug === 'nord' ? makeMember('Nord', 0.5, { variance: 0.05 }) : one,
    );
    const view = viewOf(wide, 'nord');
    expect(textOf(masked.document(view).headline)).toBe('Your place among 5 cannot be told');
    expect(linesOf(masked.summary(view))).toEqual([
      'Nord, Q3 2026: Your place among 5 cannot be told.',
    ]);
  });

  test('says where too few have a score to be shown', () => {
    const few = MEMBERS.map((one) =>
      one.slug === 'best'
        ? { ...one, steps: one.steps.map((step) => ({ ...step, standing: null })) }
        : one,
    );
    const { blocks } = masked.document(viewOf(few, 'almost'));
    expect(rowsOf(tableOf(blocks, 'Your score'))[1]).toEqual([
      'Step one',
      'You',
      '79.6',
      '–',
      '–',
      '–',
    ]);
    expect(linesOf(blocks)).toContain('Step one: not shown, fewer than 5 have a score');
  });

  test('tells of no other’s seal', () => {
    const view = viewOf(MEMBERS, 'almost', {
      seals: { checked: true, broken: ['at least one of the others'], chain: [] },
    });
    const changed = treeText(masked.document(view));
    expect(changed).toContain('The seal of at least one of the others is broken:');
    expect(at(masked.data(view), 'seals')).toEqual({
      checked: true,
      ownHolds: true,
      othersHold: false,
    });
  });
});

test('by law hangs on nothing that says who the others are', () => {
  fc.assert(
    fc.property(
      someMembers(5).filter(
        (members) => members.filter((one) => one.standing !== null && !one.apart).length >= 5,
      ),
      (members) => {
        const own = members.find((one) => one.standing !== null && !one.apart);
        if (own === undefined) return;
        const renamed = members.map((one, i) =>
          one === own ? one : { ...one, name: `X${String(i)}`, slug: `x${String(99 - i)}` },
        );
        const [first, second] = [viewOf(members, own.slug), viewOf(renamed.reverse(), own.slug)];
        expect(masked.document(second)).toEqual(masked.document(first));
        expect(masked.data(second)).toEqual(masked.data(first));
      },
    ),
  );
});

test('the data have own figures unrounded, coverage from 0 to 1, others as printed', () => {
  const json = masked.data(VIEW);
  expect(json).toMatchObject({
    format: 'checkup-masked',
    formatVersion: 3,
    dealership: 'Almost',
    slug: 'almost',
    seal: SEAL,
    coverage: 0.7,
    thin: true,
    overall: { rank: { place: 2, of: 5 }, place: '2 or 3 of 5', others: [90, 85, 50, 30] },
  });
  expect(at(json, 'overall', 'score')).toBeCloseTo(79.6, 10);
  expect(listAt(json, 'steps')).toHaveLength(3);
});
