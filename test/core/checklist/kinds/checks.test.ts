import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../../src/core/audit/answer.js';
import { kindOf } from '../../../../src/core/checklist/kinds/index.js';
import { expectIssues, issuesOf, makeItem, valueOf } from '../../../support/checklists.js';

const item = makeItem('checks', 'rules', {
  checks: ['Who', 'When', 'What', 'Cost'].map((text) => ({ id: text.toLowerCase(), text })),
});
const without = (checks: string[], ...none: string[]) => ({
  checks,
  'not-applicable-checks': none,
});

describe('a checks item', () => {
  it('earns passed ÷ applicable', () => {
    expect(kindOf(item).share(item, { checks: [] })).toBe(0);
    expect(kindOf(item).share(item, { checks: ['who'] })).toBe(0.25);
    expect(kindOf(item).share(item, without(['who'], 'cost', 'what'))).toBe(0.5);
    expect(kindOf(item).share(item, without(['who'], 'cost', 'what', 'when'))).toBe(1);
  });

  it('counts a check that is named twice once', () => {
    expect(kindOf(item).share(item, { checks: ['who', 'who'] })).toBe(0.25);
    expect(kindOf(item).share(item, without(['who'], 'cost', 'cost'))).toBeCloseTo(1 / 3, 12);
    expect(kindOf(item).words(item, without(['who', 'who'], 'cost', 'cost'))).toBe('1 of 3 checks');
  });

  it('does not care in which order they are named', () => {
    const shuffled = fc.shuffledSubarray(['who', 'when', 'what']);
    fc.assert(
      fc.property(shuffled, (checks) => {
        expect(kindOf(item).share(item, without(checks, 'cost'))).toBe(
          kindOf(item).share(item, without(checks.toSorted(), 'cost')),
        );
      }),
    );
  });

  it('says which checks failed and which do not apply', () => {
    const detail = (value: object): string => kindOf(item).detail(item, { ...value });
    expect(detail({ checks: ['who', 'cost'] })).toBe('Failed: When; What.');
    expect(detail(without(['who', 'when'], 'cost'))).toBe('Failed: What. Not applicable: Cost.');
    expect(detail(without(['who', 'when', 'what'], 'cost'))).toBe('Not applicable: Cost.');
    expect(detail({ checks: ['who', 'when', 'what', 'cost'] })).toBe('');
  });

  it('takes an empty list: nothing passes', () => {
    expect(valueOf(readAnswer(item, { checks: [] }))).toEqual({
      state: 'answered',
      value: { checks: [] },
    });
  });

  it.each<[unknown, string, RegExp]>([
    [{ checks: ['whoo'] }, 'checks.0', /not a check of this item \(did you mean who\?\)/],
    [{ checks: ['photograph'] }, 'checks.0', /\(use one of: who, when, what, cost\)/],
    [without([], 'costs'), 'not-applicable-checks.0', /did you mean cost\?/],
    [
      without(['who'], 'what', 'who'),
      'not-applicable-checks.1',
      /who cannot both pass and not apply/,
    ],
    [
      without([], 'who', 'when', 'what', 'cost'),
      'not-applicable-checks',
      /leaves nothing to score/,
    ],
    [{ checks: 'who' }, 'checks', /is text where a list belongs/],
    [{ checks: [true] }, 'checks.0', /put it in quotes/],
    [{ check: ['who'], checks: [] }, 'check', /did you mean checks\?/],
    [['who'], '', /has to be written with keys \(such as \{ checks: … \}\)/],
  ])('refuses %j', (input, path, says) => {
    expectIssues(issuesOf(readAnswer(item, input)), [path, says]);
  });

  it('does not call everything inapplicable because of a check it does not know', () => {
    const input = without([], 'who', 'when', 'what', 'photograph');
    expectIssues(issuesOf(readAnswer(item, input)), [
      'not-applicable-checks.3',
      /not a check of this item/,
    ]);
  });
});
