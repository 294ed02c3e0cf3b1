import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Link, Registered } from '../../../src/core/audit/chain.js';
import { chainFaults } from '../../../src/core/audit/chain.js';
import type { Quarter } from '../../../src/core/quarter.js';

const QUARTERS: readonly Quarter[] = ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'];

/** Four seals, each after the other. */
const REGISTER = QUARTERS.map((quarter): Registered => ({
  hash: `seal-${quarter}`,
  audit: { dealership: 'One', quarter, checklist: 'c', at: `${quarter.slice(0, 4)}-01-01` },
}));
const LINKS = REGISTER.map(({ hash, audit }, i): Link => ({
  hash,
  audit,
  previous: REGISTER[i - 1]?.hash ?? null,
}));

const told = (links: readonly Link[], register = REGISTER): string[] =>
  chainFaults(links, register).map(({ fault, audit }) => `${fault} ${audit.quarter}`);

describe('a chain of seals', () => {
  test('is whole, in whatever order its seals come', () => {
    expect(told(LINKS)).toEqual([]);
    expect(told(LINKS.toReversed())).toEqual([]);
    expect(told([], [])).toEqual([]);
  });

  test.each(QUARTERS.map((quarter, i) => ({ quarter, i })))(
    'names the audit of $quarter when it is gone, and nothing else',
    ({ quarter, i }) => {
      expect(told(LINKS.toSpliced(i, 1))).toEqual([`gone ${quarter}`]);
    },
  );

  test('names all of them when all are gone', () => {
    expect(told([])).toEqual(QUARTERS.map((quarter) => `gone ${quarter}`));
  });

  test('has a gap where seal and register are both without one', () => {
    expect(told(LINKS.toSpliced(1, 1), REGISTER.toSpliced(1, 1))).toEqual(['gap 2026-Q1']);
    expect(told(LINKS.slice(1), REGISTER.slice(1))).toEqual(['gap 2025-Q4']);
  });

  test('has every seal where it was set', () => {
    const moved = LINKS.map((link, i) => (i === 2 ? { ...link, previous: null } : link));
    expect(told(moved)).toEqual(['misplaced 2026-Q1']);
    expect(told(LINKS, REGISTER.slice(0, 3))).toEqual(['unregistered 2026-Q2']);
  });

  test('by law is whole only with every seal in its place', () => {
    fc.assert(
      fc.property(fc.subarray(LINKS), (links) => {
        expect(told(links).length === 0).toBe(links.length === LINKS.length);
      }),
    );
  });
});
