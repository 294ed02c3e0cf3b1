// One audit and one comparison in every format, held against test/golden/.
// After a change that is meant: vitest run test/reports -u, then read the diff of test/golden/.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/core/audit/evidence.js';
import { auditView, comparisonView } from '../../src/usecases/views/checked-audit.js';
import { formats } from '../../src/reports/index.js';
import type { AuditView, ComparisonView, FoundEvidence } from '../../src/reports/view.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { makeDraw } from '../support/draws.js';
import { ROOT, tempFolder } from '../support/folders.js';

const GOLDEN = join(ROOT, 'test', 'golden');

const ANY = makeDraw({
  file: 'ros | <b>.csv',
  from: 40,
  strata: [{ name: '', from: 40, drawn: 2 }],
  refs: ['RO 8', '=cmd|"/c calc"!A1'],
  by: 'B. <Auditor>',
});
const FOR_VISITS = {
  ...ANY,
  stratify: 'Advisor',
  strata: [
    { name: '', from: 1, drawn: 0 },
    { name: 'A | *B*', from: 29, drawn: 2 },
    { name: '漢字', from: 10, drawn: 1 },
  ],
  refs: ['RO 7 | "a"', 'RO 8', 'RO 9 <b>'],
  item: 'visits',
};

/** Evidence of the later quarter: one file is there, one altered, and nobody found the third. */
const EVIDENCE: Readonly<Record<string, readonly Evidence[]>> = {
  owner: [
    { sha256: 'a1'.repeat(32), name: 'desk | <b>](x).jpg', size: 2_345_678, type: 'image/jpeg' },
    { sha256: 'b2'.repeat(32), name: 'call log.pdf', size: 45_678, type: 'application/pdf' },
  ],
  callback: [{ sha256: 'c3'.repeat(32), name: 'recording', size: 999, type: 'audio/x-thing' }],
};

const FOUND: ReadonlyMap<string, FoundEvidence> = new Map([
  ['a1'.repeat(32), { state: 'there', file: `evidence/${'a1'.repeat(32)}.jpg` }],
  ['b2'.repeat(32), { state: 'altered', file: null }],
]);

/** Two quarters of the fixture, sealed at fixed times. */
async function views(): Promise<{ audit: AuditView; comparison: ComparisonView }> {
  const store = testStore(join(tempFolder(), 'checkup.db'));
  const second = await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'));
  const from = await sealAudit(store, second, 'A. Auditor', new Date('2026-04-11T15:30:00Z'));
  const answers = await fixtureAnswers('2026-Q3');
  for (const [id, evidence] of Object.entries(EVIDENCE)) {
    const answer = answers.get(id);
    if (answer !== undefined) answers.set(id, { ...answer, evidence });
  }
  const third = await recordAudit(store, '2026-Q3', answers, { auditor: 'B. <Auditor>' });
  for (const draw of [ANY, FOR_VISITS]) await store.draws.add(third, draw);
  const to = await sealAudit(store, third, 'B. <Auditor>', new Date('2026-07-11T15:30:00Z'));
  return {
    audit: { ...(await auditView(store, to, [from, to])), evidence: FOUND },
    comparison: await comparisonView(store, from, to),
  };
}

describe('the report of the fixture is what was read and approved', () => {
  test.each(formats.map((format) => [format.name, format] as const))(
    'as %s',
    async (name, format) => {
      const { audit, comparison } = await views();
      await expect(format.audit(audit)).toMatchFileSnapshot(join(GOLDEN, `audit.${name}`));
      await expect(format.comparison(comparison)).toMatchFileSnapshot(
        join(GOLDEN, `comparison.${name}`),
      );
    },
  );

  test('and the same, byte for byte, when it is made again', async () => {
    const [one, two] = [await views(), await views()];
    for (const format of formats) {
      expect(format.audit(one.audit)).toBe(format.audit(two.audit));
      expect(format.comparison(one.comparison)).toBe(format.comparison(two.comparison));
    }
  });
});
