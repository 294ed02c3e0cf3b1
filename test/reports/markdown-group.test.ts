import { describe, expect, test } from 'vitest';
import stringWidth from 'fast-string-width';
import type { GroupMember } from '../../src/core/compare/group.js';
import { compareGroup } from '../../src/core/compare/group.js';
import { maskComparison } from '../../src/core/compare/masked.js';
import { groupJson, maskedJson } from '../../src/reports/json-group.js';
import { groupMarkdown } from '../../src/reports/markdown-group.js';
import { maskedMarkdown } from '../../src/reports/markdown-masked.js';
import { at, listAt, parseJson } from '../support/cli.js';
import { FRAME, makeMember, uncapped } from '../support/groups.js';

const HOSTILE = '<b>*N|rd*\u001b[31m';

const VARIANCE = 0.0016;

/** What every view has, with seals that hold. */
const VIEW = { ...FRAME, seals: { checked: true, broken: [] } };

function before(share: number): GroupMember['before'] {
  return uncapped(share, VARIANCE);
}

/** Five dealerships, and one without a score. */
const MEMBERS: readonly GroupMember[] = [
  makeMember('Best', 0.9, { variance: VARIANCE, before: before(0.6) }),
  makeMember('Good', 0.85, { variance: VARIANCE, before: before(0.84), coverage: 0.64 }),
  makeMember('Almost', 0.796, { before: before(0.9) }),
  makeMember(HOSTILE, 0.5, { slug: 'nord' }),
  makeMember('Poor', 0.3),
  makeMember('Nothing', null, { coverage: null }),
];

const COMPARISON = compareGroup(MEMBERS);

function groupText(own: { readonly missing?: readonly string[] } = {}): string {
  return groupMarkdown({ ...VIEW, comparison: COMPARISON, missing: [], leftOut: [], ...own });
}

/** The rows of the first table below a heading, cell by cell, without the rule. */
function rowsBelow(text: string, heading: string): string[][] {
  const [, below = ''] = text.split(`${heading}\n`);
  const [table = ''] = /(?:^\|.*\n)+/m.exec(below) ?? [];
  return table
    .trimEnd()
    .split('\n')
    .filter((_, i) => i !== 1)
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const escaped = '\\<b>\\*N\\|rd\\*\\[U+001B\\]\\[31m';

describe('the group in Markdown', () => {
  test('says what it is, what the group scored, and who is missing', () => {
    const text = groupText({ missing: ['Late', HOSTILE] });
    expect(text).toMatch(/^# North, 2026-Q3: 6 dealerships\n/);
    expect(text).toContain('- **Group score 67:** the plain mean of 5 dealerships, each with');
    expect(text).toContain(
      '- Half of them stand between 50 and 85, the middle at 79.6, the lowest at 30, the highest at 90.',
    );
    expect(text).toContain('- At or above 80: 2 of 5 (40 %). Below 40: 1 of 5 (20 %).');
    expect(text).toMatch(/\*\*Not among them,\*\* .* 2026-Q3: Late, \\<b>/);
    expect(groupText()).not.toContain('Not among them');
    expect(
      groupMarkdown({ ...VIEW, group: null, comparison: COMPARISON, missing: [], leftOut: [] }),
    ).toMatch(/^# All dealerships, /);
  });

  test('has a row for each dealership: place, range, score, interval, change', () => {
    expect(rowsBelow(groupText(), '## Places')).toEqual([
      ['Place', 'Could be', 'Dealership', 'Score', '95 %', 'Coverage', 'Change'],
      ['1', '1–2', 'Best', '90', '82–98', '100 %', '+30'],
      ['1', '1–3', 'Good', '85', '77–93', '64 % only', '? +1'],
      ['2', '2–3', 'Almost', '79.6', '79.6', '100 %', '−10.4'],
      ['4', '4', escaped, '50', '50', '100 %', '–'],
      ['5', '5', 'Poor', '30', '30', '100 %', '–'],
      ['–', '–', 'Nothing', 'not scored', '–', '–', '–'],
    ]);
  });

  test('names those who were audited otherwise, with what they were audited by', () => {
    const leftOut = [{ name: 'Core', why: 'scope core' }];
    const view = { ...VIEW, comparison: COMPARISON, missing: [], leftOut };
    expect(groupMarkdown(view)).toContain(
      '- **Left out,** because their audits of 2026-Q3 were made otherwise: Core (scope core).\n',
    );
    expect(groupText()).not.toContain('Left out');
    expect(at(parseJson(groupJson(view)), 'leftOut')).toEqual([
      { dealership: 'Core', why: 'scope core' },
    ]);
  });

  test('has a column for each step with a legend, and names who could teach it', () => {
    const text = groupText();
    expect(text).toContain(
      '1. **Step one**, mean 67; could teach the others: Best (90), Good (85).\n2. **Step two**',
    );
    const [head, best, , almost, , , nothing] = rowsBelow(text, '## Steps');
    expect(head).toEqual(['Dealership', '1', '2', '3']);
    expect(best).toEqual(['Best', '**90**', '**90**', '**90**']);
    expect(almost).toEqual(['Almost', '79.6', '79.6', '79.6']);
    expect(nothing).toEqual(['Nothing', '–', '–', '–']);
    const alike = compareGroup([makeMember('A', 0.5), makeMember('B', 0.5)]);
    expect(groupMarkdown({ ...VIEW, comparison: alike, missing: [], leftOut: [] })).toContain(
      '1. **Step one**, mean 50; the data cannot tell anyone apart.',
    );
  });

  test('marks capped steps, in a legend too, and tells JSON of them and of thin coverage', () => {
    const members = MEMBERS.map((one) => ({
      ...one,
      steps: one.steps.map((step) => ({ ...step, uncapped: one.name === 'Poor' ? 0.8 : null })),
    }));
    const view = { ...VIEW, comparison: compareGroup(members), missing: [], leftOut: [] };
    const legend = '\n\\* A critical item that failed caps the step.\n';
    expect(rowsBelow(groupMarkdown(view), '## Steps')[5]).toEqual([
      'Poor',
      '30\\*',
      '30\\*',
      '30\\*',
    ]);
    expect(groupMarkdown(view)).toContain(legend);
    expect(groupText()).not.toContain(legend);
    const masked = { ...VIEW, comparison: maskComparison(view.comparison, 'poor') };
    expect(maskedMarkdown(masked)).toContain(legend);
    expect(at(parseJson(maskedJson(masked)), 'steps', 0, 'capped')).toBe(true);
    const json = parseJson(groupJson(view));
    expect(at(json, 'places', 1)).toMatchObject({ slug: 'good', coverage: 64, thin: true });
    expect(at(json, 'places', 4, 'steps', 0, 'capped')).toBe(true);
    expect(at(json, 'places', 3, 'steps', 0, 'capped')).toBe(false);
  });

  test('says since when only where somebody has a change', () => {
    const still = compareGroup([makeMember('A', 0.5)]);
    const view = { ...VIEW, comparison: still, missing: [], leftOut: [] };
    expect(groupMarkdown(view)).not.toContain('Change: since');
    expect(groupText()).toContain('Change: since 2026-Q2; “?” marks');
  });

  test('names five who lead a step and counts the others; lists ten who moved likewise', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      makeMember(`M${String(i)}`, i < 7 ? 0.9 : 0.2, { before: before(0.1) }),
    );
    const text = groupMarkdown({
      ...VIEW,
      comparison: compareGroup(many),
      missing: [],
      leftOut: [],
    });
    expect(text).toContain('M0 (90), M1 (90), M2 (90), M3 (90), M4 (90) and 2 more.');
    expect(rowsBelow(text, '## Biggest movers since 2026-Q2')).toHaveLength(11);
    expect(text).toContain('\nAnd 2 more.\n');
  });

  test('lists who moved, what is clear before what isn’t', () => {
    expect(rowsBelow(groupText(), '## Biggest movers since 2026-Q2')).toEqual([
      ['Dealership', '2026-Q2', '2026-Q3', 'Change', ''],
      ['Best', '60', '90', '+30', 'rose'],
      ['Almost', '90.0', '79.6', '−10.4', 'fell'],
      ['Good', '84', '85', '+1', 'no clear change'],
    ]);
    const still = compareGroup([makeMember('A', 0.5)]);
    expect(groupMarkdown({ ...VIEW, comparison: still, missing: [], leftOut: [] })).toContain(
      'Nobody moved, or nobody was audited in both quarters.',
    );
  });

  test('of nobody says so, without empty tables', () => {
    const text = groupMarkdown({
      ...VIEW,
      comparison: compareGroup([]),
      missing: ['Late'],
      leftOut: [],
    });
    expect(text).toMatch(/^# North, 2026-Q3: 0 dealerships\n[^]*No dealership has a score\./);
    expect(text).not.toContain('| ');
  });

  test('keeps its tables within 80 columns, with six steps and names of 20', () => {
    const steps = [1, 2, 3, 4, 5, 6].map((n) => ({
      id: `s${String(n)}`,
      title: `Step ${String(n)}`,
      estimate: uncapped(1),
      uncapped: 1,
      failedCritical: [],
    }));
    const members = ['x', 'y'].map((letter, i) =>
      makeMember(letter.repeat(20), 0.91 - i, { steps, variance: 0.04, before: before(0) }),
    );
    const text = groupMarkdown({
      ...VIEW,
      comparison: compareGroup(members),
      missing: [],
      leftOut: [],
    });
    const lines = text.split('\n').filter((line) => line.startsWith('|'));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
  });

  test('lets nothing act that somebody typed', () => {
    const own = { title: HOSTILE, group: HOSTILE };
    const frame = { ...VIEW, ...own, checklist: { ...VIEW.checklist, title: HOSTILE } };
    const hostile = MEMBERS.map((one) => ({
      ...one,
      name: HOSTILE,
      steps: one.steps.map((step) => ({ ...step, title: HOSTILE })),
    }));
    const comparison = compareGroup(hostile);
    for (const text of [
      groupMarkdown({
        ...frame,
        comparison,
        missing: [HOSTILE],
        leftOut: [{ name: HOSTILE, why: HOSTILE }],
        seals: { checked: true, broken: [HOSTILE] },
      }),
      maskedMarkdown({ ...frame, comparison: maskComparison(comparison, 'nord') }),
    ]) {
      expect(text).toContain('\\<b>');
      expect(text).not.toMatch(/(?<!\\)<b>/);
      expect(text).not.toContain('\u001b');
    }
    for (const text of [
      groupJson({
        ...frame,
        comparison,
        missing: [HOSTILE],
        leftOut: [{ name: HOSTILE, why: HOSTILE }],
        seals: { checked: true, broken: [HOSTILE] },
      }),
      maskedJson({ ...frame, comparison: maskComparison(comparison, 'nord') }),
    ]) {
      expect(text).not.toContain('\u001b');
      expect(at(parseJson(text), 'group')).toBe(HOSTILE);
    }
  });
});

test('the group in Markdown says of nobody that it stood still where only the checklist changed', () => {
  const members = MEMBERS.map((one) => ({ ...one, redefined: true }));
  const view = { ...VIEW, comparison: compareGroup(members), missing: [], leftOut: [] };
  const text = groupMarkdown(view);
  expect(text).not.toContain('Nobody moved');
  expect(text).toContain(
    '**Without a verdict,** the checklist changed, see compare: Almost (◆ −10.4), Best (◆ +30), Good (◆ +1).',
  );
});

describe('the masked group in Markdown', () => {
  test('gives no verdict over a change of the checklist', () => {
    const members = MEMBERS.map((one) => ({ ...one, redefined: true }));
    const view = { ...VIEW, comparison: maskComparison(compareGroup(members), 'almost') };
    expect(maskedMarkdown(view)).toContain(
      'change since 2026-Q2: ◆ −10.4 (the checklist changed, see compare).',
    );
    expect(at(parseJson(maskedJson(view)), 'change')).toMatchObject({
      clear: null,
      checklistChanged: true,
    });
  });

  const text = maskedMarkdown({ ...VIEW, comparison: maskComparison(COMPARISON, 'almost') });

  test('shows one dealership among figures', () => {
    expect(text).toMatch(/^# Almost among the others, 2026-Q3\n/);
    expect(text).toContain(
      '- Score 79.6, 95 % interval 79.6, coverage 100 %; change since 2026-Q2: −10.4.',
    );
    expect(rowsBelow(text, '# Almost among the others, 2026-Q3')[1]).toEqual([
      '**Overall**',
      '79.6',
      '2 of 5',
      '2–3',
      '50–85',
      '80',
    ]);
    expect(text).toContain('- **Overall**: 90, 85, 50, 30\n- Step one: 90, 85, 50, 30\n');
  });

  test('prints the others as whole numbers, whatever band they are in', () => {
    const view = { ...VIEW, comparison: maskComparison(COMPARISON, 'best') };
    expect(maskedMarkdown(view)).toContain('- **Overall**: 85, 80, 50, 30\n');
    expect(at(parseJson(maskedJson(view)), 'overall')).toMatchObject({
      others: [85, 80, 50, 30],
      quartiles: { lowest: 30, lower: 50, median: 80, upper: 85, highest: 90 },
    });
  });

  test('names nobody else', () => {
    for (const { name, slug } of MEMBERS.filter((one) => one.slug !== 'almost')) {
      expect(text).not.toContain(name);
      expect(text).not.toContain(slug);
    }
    expect(text).not.toContain('N\\|rd');
  });

  test('says where too few have a score to be shown', () => {
    const members = MEMBERS.map((one) =>
      one.slug === 'best'
        ? { ...one, steps: one.steps.map((step) => ({ ...step, estimate: null })) }
        : one,
    );
    const few = maskedMarkdown({
      ...VIEW,
      comparison: maskComparison(compareGroup(members), 'almost'),
    });
    expect(few).toContain('- Step one: not shown, fewer than 5 have a score\n');
    expect(rowsBelow(few, '# Almost among the others, 2026-Q3')[2]).toEqual([
      'Step one',
      '79.6',
      '–',
      '–',
      '–',
      '–',
    ]);
  });
});

describe('the group in JSON', () => {
  test('carries every figure unrounded, on 0 to 100 or null', () => {
    const json = parseJson(
      groupJson({ ...VIEW, comparison: COMPARISON, missing: ['Late'], leftOut: [] }),
    );
    expect(json).toMatchObject({
      format: 'checkup-group',
      formatVersion: 1,
      group: 'North',
      quarter: '2026-Q3',
      dealerships: 6,
      scored: 5,
      strong: { from: 80, dealerships: 2 },
      weak: { below: 40, dealerships: 1 },
      missing: ['Late'],
      leftOut: [],
    });
    expect(at(json, 'score')).toBeCloseTo(66.92, 10);
    expect(at(json, 'quartiles', 'median')).toBeCloseTo(79.6, 10);
    expect(listAt(json, 'places').map((row) => at(row, 'slug'))).toEqual([
      'best',
      'good',
      'almost',
      'nord',
      'poor',
      'nothing',
    ]);
    expect(at(json, 'places', 1, 'rank')).toEqual({ place: 1, last: 3, of: 5, shared: true });
    expect(at(json, 'places', 5)).toMatchObject({ score: null, interval: null, rank: null });
    expect(at(json, 'steps', 0, 'leaders')).toEqual(['best', 'good']);
    expect(at(json, 'movers', 0)).toMatchObject({ slug: 'best', clear: true });
    expect(at(json, 'movers', 0, 'difference')).toBeCloseTo(30, 10);
  });

  test('masked names one dealership and no other', () => {
    const text = maskedJson({ ...VIEW, comparison: maskComparison(COMPARISON, 'almost') });
    expect(parseJson(text)).toMatchObject({
      format: 'checkup-masked',
      dealership: 'Almost',
      slug: 'almost',
      overall: { rank: { place: 2, of: 5 }, others: [90, 85, 50, 30] },
    });
    for (const { slug } of MEMBERS.filter((one) => one.slug !== 'almost')) {
      expect(text).not.toContain(`"${slug}"`);
    }
    expect(listAt(parseJson(text), 'steps')).toHaveLength(3);
  });
});
