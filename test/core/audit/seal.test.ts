import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audit, Seal } from '../../../src/core/audit/audit.js';
import { sealHolds, sealedContent } from '../../../src/core/audit/seal.js';
import { someAnswered } from '../../support/arbitraries.js';
import {
  answered,
  makeAudit,
  makeChecklist,
  makeItem,
  makeStep,
} from '../../support/checklists.js';
import { makeDraw } from '../../support/draws.js';

const checklist = makeChecklist([
  makeStep('one', [makeItem('yes-no', 'a'), makeItem('yes-no', 'b')]),
]);
const audit: Audit = {
  ...makeAudit(checklist, { a: answered('yes'), b: { ...answered('no'), note: 'n' } }),
};
const seal: Omit<Seal, 'hash'> = {
  at: '2026-10-01T10:00:00.000Z',
  by: 'A. Auditor',
  previous: null,
};

describe('what a seal is made of', () => {
  it('is canonical JSON that anyone can make again', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist: any, answers }) => {
        const content = sealedContent(makeAudit(any, answers), seal);
        expect(canonicalize(JSON.parse(content))).toBe(content);
      }),
    );
  });

  it('holds checklist, answers and facts in full', () => {
    expect(JSON.parse(sealedContent(audit, seal))).toEqual({
      format: 1,
      dealership: 'Example Motors',
      yearStarts: 1,
      quarter: '2026-Q3',
      scope: 'full',
      startedAt: audit.startedAt,
      startedBy: 'A. Auditor',
      checklist: JSON.parse(JSON.stringify(checklist)) as unknown,
      answers: audit.revisions.map((revision) => ({ ...revision })),
      sealedAt: seal.at,
      sealedBy: seal.by,
      previous: null,
    });
  });

  it('does not depend on the order in which revisions are read', () => {
    fc.assert(
      fc.property(someAnswered, ({ checklist: any, answers }) => {
        const one = makeAudit(any, answers);
        const revisions = one.revisions.flatMap((first) => [{ ...first, revision: 2 }, first]);
        expect(sealedContent({ ...one, revisions: revisions.toReversed() }, seal)).toBe(
          sealedContent({ ...one, revisions }, seal),
        );
      }),
    );
  });

  it('does not depend on a seal that the audit already has', () => {
    expect(sealedContent({ ...audit, seal: { ...seal, hash: 'ab' } }, seal)).toBe(
      sealedContent(audit, seal),
    );
  });

  it('does not depend on the slug, which one database may give otherwise than another', () => {
    const other = { ...audit, dealership: { ...audit.dealership, slug: 'example-motors-2' } };
    expect(sealedContent(other, seal)).toBe(sealedContent(audit, seal));
  });

  const [first, ...others] = audit.revisions;
  if (first === undefined) throw new Error('no revision');
  const dealership = audit.dealership;
  it.each<[string, Partial<Audit>, Partial<Seal>]>([
    ['the name of the dealership', { dealership: { ...dealership, name: 'Other' } }, {}],
    ['the quarter', { quarter: '2026-Q4' }, {}],
    ['the scope', { scope: 'core' }, {}],
    ['the start', { startedAt: '2026-08-02T08:00:00.000Z' }, {}],
    ['who started it', { auditor: 'B' }, {}],
    ['a word of the checklist', { checklist: { ...checklist, title: 'Other' } }, {}],
    ['an answer', { revisions: [{ ...first, answer: answered('no') }, ...others] }, {}],
    [
      'a note',
      { revisions: [{ ...first, answer: { ...first.answer, note: 'x' } }, ...others] },
      {},
    ],
    ['who answered', { revisions: [{ ...first, auditor: 'B' }, ...others] }, {}],
    [
      'when it was answered',
      { revisions: [{ ...first, at: '2026-08-09T09:00:00.000Z' }, ...others] },
      {},
    ],
    ['the number of a revision', { revisions: [{ ...first, revision: 2 }, ...others] }, {}],
    ['a revision that is taken out', { revisions: others }, {}],
    ['a draw', { draws: [makeDraw({})] }, {}],
    ['when it was sealed', {}, { at: '2026-10-02T10:00:00.000Z' }],
    ['who sealed it', {}, { by: 'B' }],
    ['the seal before it', {}, { previous: 'ab' }],
  ])('changes with %s', (_name, changed, sealed) => {
    expect(sealedContent({ ...audit, ...changed }, { ...seal, ...sealed })).not.toBe(
      sealedContent(audit, seal),
    );
  });

  it('changes with whether the seed of a draw was given', () => {
    const [given, random] = [true, false].map((seedGiven) =>
      sealedContent({ ...audit, draws: [makeDraw({ seedGiven })] }, seal),
    );
    expect(given).not.toBe(random);
  });
});

describe('a seal', () => {
  const hash = (text: string): string => `of ${text}`;
  const sealed: Audit = { ...audit, seal: { ...seal, hash: hash(sealedContent(audit, seal)) } };

  it('holds while nothing was changed, and an audit without one has none that is broken', () => {
    expect(sealHolds(audit, hash)).toBe(true);
    expect(sealHolds(sealed, hash)).toBe(true);
    expect(sealHolds({ ...sealed, quarter: '2026-Q4' }, hash)).toBe(false);
  });
});
