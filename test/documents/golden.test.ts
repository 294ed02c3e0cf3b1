// An audit, a comparison and a trend as they are read, held against test/golden/.
// After a change that is meant: vitest run test/documents -u, then read the diff of test/golden/.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../src/core/audit/evidence.js';
import { auditReport } from '../../src/documents/audit/index.js';
import type { AuditView, FoundEvidence } from '../../src/documents/audit/view.js';
import { comparisonReport } from '../../src/documents/comparison/index.js';
import type { ComparisonView } from '../../src/documents/comparison/view.js';
import { trend } from '../../src/documents/trend/index.js';
import { html } from '../../src/formats/html/html.js';
import { json } from '../../src/formats/json.js';
import { markdown } from '../../src/formats/markdown/markdown.js';
import { auditView, comparisonView } from '../../src/usecases/views/audit-view.js';
import { fixtureAnswers, recordAudit, sealAudit, testStore } from '../golden/fixture/audits.js';
import { makeDraw } from '../support/draws.js';
import { ROOT, tempFolder } from '../support/folders.js';
import { printed } from '../support/printed.js';
import { trendExample } from '../support/trends.js';

const GOLDEN = join(ROOT, 'test', 'golden');

/** Those that are read as they are. */
const FORMATS = [markdown, html, json];

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
    audit: { ...(await auditView(store, to)), evidence: FOUND },
    comparison: await comparisonView(store, from, to),
  };
}

describe('what is printed of the fixture is what was read and approved', () => {
  test.each(FORMATS)('as $name', async (format) => {
    const { audit, comparison } = await views();
    const files = {
      audit: printed(format, auditReport, audit),
      comparison: printed(format, comparisonReport, comparison),
      trend: printed(format, trend, trendExample('Small')),
    };
    for (const [name, text] of Object.entries(files)) {
      await expect(text).toMatchFileSnapshot(join(GOLDEN, `${name}.${format.name}`));
    }
  });

  test('and the same, byte for byte, when it is made again', async () => {
    const [one, two] = [await views(), await views()];
    for (const format of FORMATS) {
      expect(printed(format, auditReport, one.audit)).toBe(printed(format, auditReport, two.audit));
      expect(printed(format, comparisonReport, one.comparison)).toBe(
        printed(format, comparisonReport, two.comparison),
      );
    }
  });
});
