import { describe, expect, test } from 'vitest';
import { bandOf, coverageFloor, isApart, isThin, reaches } from '../../../src/core/score/limits.js';
import { makeChecklist, makeItem, makeStep } from '../../support/checklists.js';

const checklist = makeChecklist([makeStep('one', [makeItem('yes-no', 'a')])]);

/** The checklist with a floor of its own. */
function withFloor(floor: number): typeof checklist {
  return { ...checklist, scoring: { ...checklist.scoring, coverage: { floor } } };
}

describe('a limit', () => {
  test('that is missed by binary dust alone is reached', () => {
    expect([reaches(0.6, 60), reaches(0.6 - 1e-12, 60), reaches(0.599, 60)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(reaches(0.1 + 0.2, 30)).toBe(true);
    expect(reaches(0.58 - 1e-7, 58)).toBe(false);
  });

  test('between bands is the start of the higher one', () => {
    const bands = [
      { from: 0, name: 'low' },
      { from: 60, name: 'high' },
    ];
    expect([0, 0.5999, 0.6, 1].map((share) => bandOf(share, bands)?.name)).toEqual([
      'low',
      'low',
      'high',
      'high',
    ]);
    expect(bandOf(null, bands)).toBeNull();
  });

  test('of coverage is the checklist’s, else 60 per cent, under which an audit stands apart', () => {
    expect([coverageFloor(checklist), coverageFloor(withFloor(25))]).toEqual([0.6, 0.25]);
    expect([0, 0.59, 0.6, 1].map((one) => isApart(one, checklist))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isApart(0.6 - 1e-12, checklist)).toBe(false);
    expect(isApart(0.3, withFloor(25))).toBe(false);
    // Where nothing applies, nothing was left out.
    expect(isApart(null, checklist)).toBe(false);
  });

  test('of a warning is 80 per cent of coverage', () => {
    const thin = [0, 0.79, 0.8, 1, null].map((coverage) => isThin({ coverage }));
    expect(thin).toEqual([true, true, false, false, false]);
  });
});
