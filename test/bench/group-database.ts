// Databases of whole groups for the benchmark, always the same from the same seed.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import type { Answer } from '../../src/core/audit/answer.js';
import { sealedContent } from '../../src/core/audit/seal.js';
import { canonicalJson } from '../../src/core/canonical.js';
import type { Checklist, Item } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import type { Quarter } from '../../src/core/quarter.js';
import { parseQuarter, shiftQuarter } from '../../src/core/quarter.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { sha256 } from '../../src/files/sha256.js';
import { someValue } from '../support/arbitraries.js';
import { foldName } from '../../src/core/names.js';
import { markOf, settingMarks } from '../../src/storage/marks.js';
import { openStore } from '../support/stores.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SEED = 20260930;
const QUARTERS = 8;
const LAST = '2026-Q3';
/** How many different answers there are to each item. */
const POOL = 64;

/** Numbers from 0 to 1, always the same ones from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Pool {
  readonly item: Item;
  /** From the lowest share to the highest. */
  readonly answers: readonly Answer[];
}

function poolOf(item: Item): Pool {
  const kind = kindOf(item);
  const answers = fc
    .sample(someValue(item), { seed: SEED, numRuns: POOL })
    .map((value): { answer: Answer; share: number } => ({
      answer: { state: 'answered', value },
      share: kind.share(item, value) ?? 0,
    }))
    .sort((a, b) => a.share - b.share)
    .map(({ answer }) => answer);
  return { item, answers };
}

/** The checklist of all these audits. */
export async function benchChecklist(): Promise<Checklist> {
  return requireChecklist(join(ROOT, 'checklists/quarterly-checkup'));
}

/** What was sealed, in order of the days, as the register has it. */
const REGISTER = `insert into seal_register
select row_number() over (order by seal.sealed_at, seal.rowid), seal.hash, audit.id, seal.dealership_id,
  audit.dealership_name, audit.quarter, audit.checklist_id, seal.sealed_at
from seal join audit on audit.id = seal.audit_id`;

/**
 * Makes a database in place of an earlier one: so many dealerships with eight sealed quarters of all
 * items each, and their scores.
 */
export async function makeGroupDatabase(file: string, dealerships: number): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  openStore(file).close();
  const sqlite = new Sqlite(file);
  const checklist = await benchChecklist();
  sqlite.transaction(() => {
    insertAll(sqlite, checklist, dealerships);
    sqlite.function('mark_of', { varargs: true }, (...fields) =>
      markOf(sha256, ...(fields as string[])),
    );
    sqlite.exec(settingMarks('dealership'));
    sqlite.exec(settingMarks('audit'));
    sqlite.exec(REGISTER);
  })();
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
  const store = openStore(file);
  // Makes and keeps the scores that are missing: all of them.
  await store.scores.list();
  store.close();
}

function insertAll(sqlite: Sqlite.Database, checklist: Checklist, dealerships: number): void {
  const insert = (table: string, columns: number): Sqlite.Statement =>
    sqlite.prepare(`insert into ${table} values (${Array(columns).fill('?').join(', ')})`);
  const [dealership, audit, answer, seal] = [
    insert('dealership', 8),
    insert('audit', 11),
    insert('answer', 9),
    insert('seal', 7),
  ];
  const content = canonicalJson(checklist);
  const hash = sha256(content);
  insert('checklist', 4).run(hash, checklist.id, checklist.version, content);
  const pools = askedItems(checklist, 'full').map(poolOf);
  const random = createRandom(SEED);
  for (let d = 0; d < dealerships; d++) {
    const number = String(d + 1).padStart(4, '0');
    const [id, name] = [`dealership-${number}`, `Dealership ${number}`];
    const quality = 0.15 + 0.7 * random();
    dealership.run(
      id,
      `d${number}`,
      name,
      1,
      '2024-01-02T09:00:00.000Z',
      `Group ${number[3] ?? ''}`,
      foldName(name),
      null,
    );
    let previous: string | null = null;
    for (const quarter of quartersUpTo(LAST)) {
      const auditId = `${id}-${quarter}`;
      const auditor = 'A. Auditor';
      const at = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}-10T09:00:00.000Z`;
      audit.run(auditId, id, name, quarter, 'full', hash, checklist.id, 1, auditor, at, null);
      const revisions = pools.map(({ item, answers }) => {
        const where = Math.min(0.999, Math.max(0, quality + (random() + random() - 1) * 0.6));
        const chosen = answers[Math.floor(where * answers.length)];
        if (chosen === undefined) throw new Error(`no answer to ${item.id}`);
        return { item: item.id, answer: chosen, why: null, auditor, at, revision: 1 };
      });
      for (const one of revisions) {
        const text = canonicalJson(one.answer);
        answer.run(`${auditId}-${one.item}`, auditId, one.item, 1, text, null, auditor, at, null);
      }
      const facts = { at, by: auditor, previous };
      const sealed = sealedContent(
        {
          dealership: { name, slug: `d${number}`, yearStarts: 1 },
          quarter,
          scope: 'full',
          checklist,
          auditor,
          startedAt: at,
          seal: null,
          revisions,
          draws: [],
          visits: [],
        },
        facts,
      );
      const sealHash = sha256(sealed);
      seal.run(`${auditId}-seal`, auditId, id, at, auditor, sealHash, previous);
      previous = sealHash;
    }
  }
}

function quartersUpTo(text: string): Quarter[] {
  const last = parseQuarter(text);
  if (last === null) throw new Error(`${text} is not a quarter`);
  return Array.from({ length: QUARTERS }, (_, q) => shiftQuarter(last, q + 1 - QUARTERS));
}
