import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import type { Filled } from '../golden/fixture/audits.js';
import { filledFolder } from '../golden/fixture/audits.js';
import type { Ran } from '../support/cli.js';
import { at, expectDone, expectRefused, listAt, parseJson, runCheckup } from '../support/cli.js';
import { CHECKLISTS, FIXTURE } from '../support/folders.js';

const SEALED = ['void', '--quarter', '2026-Q3', '--why', 'the wrong month’s files'];

async function voided(quarters = ['2026-Q1', '2026-Q2', '2026-Q3']): Promise<Filled> {
  const filled = await filledFolder(quarters);
  expectDone(await runCheckup(SEALED, filled.at));
  return filled;
}

async function listed({ at: where }: Filled): Promise<readonly unknown[]> {
  return listAt(
    parseJson(expectDone(await runCheckup(['list', '--json'], where)).stdout),
    'audits',
  );
}

function score(ran: Ran): unknown {
  return at(parseJson(expectDone(ran).stdout), 'score');
}

describe('an audit that is void', () => {
  test('stays listed, with who, when and why, and without a score', async () => {
    const filled = await voided();
    const [, , third] = await listed(filled);
    expect(third).toMatchObject({
      quarter: '2026-Q3',
      state: 'void',
      score: null,
      voided: { by: 'A. Auditor', why: 'the wrong month’s files' },
    });
    const { stdout } = expectDone(await runCheckup(['list'], filled.at));
    expect(stdout).toMatch(/2026-Q3.*void since \d{4}-\d\d-\d\d/);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /2026-Q3, small-checkup: void since \S+, by A. Auditor: the wrong month’s files/,
    );
  });

  test('leaves the latest, comparisons, trends, groups and home to those that count', async () => {
    const filled = await voided();
    const [report, before] = [
      await runCheckup(['report', '--out', '-', '--format', 'json'], filled.at),
      await runCheckup(
        ['report', '--quarter', '2026-Q2', '--out', '-', '--format', 'json'],
        filled.at,
      ),
    ];
    expect(at(parseJson(expectDone(report).stdout), 'audit', 'quarter')).toBe('2026-Q2');
    expect(score(report)).toBe(score(before));
    const compared = expectDone(
      await runCheckup(['compare', '--out', '-', '--format', 'json'], filled.at),
    );
    expect(at(parseJson(compared.stdout), 'to', 'quarter')).toBe('2026-Q2');
    const trend = expectDone(
      await runCheckup(['compare', '--last', '8', '--out', '-', '--format', 'md'], filled.at),
    );
    expect(trend.stdout).not.toContain('2026-Q3');
    expect(expectDone(await runCheckup(['home'], filled.at)).stdout).not.toContain('2026-Q3');
  });

  test('leaves a group', async () => {
    const filled = await filledFolder(['2026-Q3'], ['One', 'Two', 'Three']);
    expectDone(
      await runCheckup(['void', '--dealership', 'two', '--why', 'not the shop'], filled.at),
    );
    const group = expectDone(
      await runCheckup(['compare', '--all', '--out', '-', '--format', 'json'], filled.at),
    );
    const json = parseJson(group.stdout);
    expect(listAt(json, 'places').map((one) => at(one, 'dealership'))).toEqual(['One', 'Three']);
    expect(at(json, 'missing')).toEqual(['Two']);
  });

  test('says so where it is asked for: no report, but its answers', async () => {
    const filled = await voided();
    expectRefused(
      await runCheckup(['report', '--quarter', '2026-Q3'], filled.at),
      /is void since \S+, by A. Auditor: the wrong month’s files/,
    );
    const shown = expectDone(
      await runCheckup(['answers', '--quarter', '2026-Q3', '--json'], filled.at),
    );
    expect(parseJson(shown.stdout)).toMatchObject({ state: 'void', sealHolds: true });
  });

  test('keeps its seal in the chain, and can be verified', async () => {
    const filled = await voided();
    const hash = String(at((await listed(filled))[2], 'seal'));
    expectDone(await runCheckup(['verify'], filled.at));
    const { stdout } = expectDone(await runCheckup(['verify', hash], filled.at));
    expect(stdout.replace(/\s+/g, ' ')).toContain('void since');
  });

  test('takes no answer, no draw, no seal, and no second void', async () => {
    const filled = await voided();
    expectRefused(
      await runCheckup(['answer', 'owner', 'yes', '--quarter', '2026-Q3'], filled.at),
      /no such audit/,
    );
    expectRefused(await runCheckup(SEALED, filled.at), /no such audit/);
    const sqlite = new Sqlite(filled.db);
    const insert = (text: string) => () => sqlite.exec(text);
    const audit = `(select audit_id from void)`;
    expect(
      insert(
        `insert into answer select 'x', audit_id, item, 9, content, null, auditor, recorded_at, null from answer where audit_id = ${audit} limit 1`,
      ),
    ).toThrow(/void|sealed/);
    expect(insert("update void set why = ''")).toThrow('a void is never changed');
    expect(insert('delete from void')).toThrow('a void is never deleted');
    sqlite.close();
  });

  test('makes room for another of its quarter, whose seal follows its own', async () => {
    const filled = await voided(['2026-Q2', '2026-Q3']);
    const hash = String(at((await listed(filled))[1], 'seal'));
    const again = ['audit', '--answers', 'again.json', '--seal'];
    const { stdout } = expectDone(
      await runCheckup(['answers', '--quarter', '2026-Q3', '--json'], filled.at),
    );
    expect(stdout).toContain('owner');
    writeFileSync(
      join(filled.folder, 'again.json'),
      JSON.stringify({
        dealership: 'Example Motors',
        quarter: '2026-Q3',
        auditor: 'B',
        answers: { owner: 'no' },
      }),
    );
    const checklist = ['--checklist', join(filled.folder, 'small.yaml')];
    copyFileSync(join(FIXTURE, 'small-checkup.yaml'), join(filled.folder, 'small.yaml'));
    expectDone(await runCheckup([...again, ...checklist], filled.at));
    const audits = await listed(filled);
    expect(audits.map((one) => at(one, 'state'))).toEqual(['sealed', 'void', 'sealed']);
    const sqlite = new Sqlite(filled.db);
    expect(
      sqlite
        .prepare('select previous from seal where hash = ?')
        .pluck()
        .get(String(at(audits[2], 'seal'))),
    ).toBe(hash);
    sqlite.close();
    expectDone(await runCheckup(['verify'], filled.at));
  });

  test('is refused where its row isn’t what was written: it decides what counts', async () => {
    const filled = await voided();
    const sqlite = new Sqlite(filled.db);
    sqlite.exec("drop trigger void_is_never_changed; update void set why = 'x'");
    sqlite.close();
    expectRefused(
      await runCheckup(['list'], filled.at),
      /the void of .* is not what checkup wrote/,
    );
    const verified = await runCheckup(['verify'], filled.at);
    expect(verified.code).toBe(1);
    expect(verified.stdout).toContain('void_is_never_changed');
  });
});

describe('taking back', () => {
  test('needs to know which, and why', async () => {
    const filled = await filledFolder();
    expectRefused(
      await runCheckup(['void', '--why', 'x'], filled.at),
      /Several audits could be meant/,
    );
    expectRefused(
      await runCheckup(['void', '--quarter', '2026-Q3'], filled.at),
      /Why .* no longer counts is missing/,
    );
    expectRefused(
      await runCheckup(['void', '--quarter', '2026-Q3', '--why', ' '], filled.at),
      /--why/,
    );
    expectRefused(
      await runCheckup(['void', '--dealership', 'nobody', '--why', 'x'], filled.at),
      /nobody/,
    );
    expect((await listed(filled)).map((one) => at(one, 'state'))).toEqual(['sealed', 'sealed']);
  });

  test('takes one away in which nothing was recorded, and voids one with an answer', async () => {
    const filled = await filledFolder([], []);
    const file = (answers: object): void => {
      writeFileSync(
        join(filled.folder, 'a.json'),
        JSON.stringify({ dealership: 'One', quarter: '2026-Q3', auditor: 'B', answers }),
      );
    };
    file({});
    const start = ['audit', '--answers', 'a.json', '--checklist', 'quick-checkup'];
    expectDone(await runCheckup(start, filled.at));
    expect(expectDone(await runCheckup(['void'], filled.at)).stderr).toMatch(
      /away; nothing was recorded/,
    );
    expect(await listed(filled)).toEqual([]);
    const [first] = askedItems(await requireChecklist(join(CHECKLISTS, 'quick-checkup')), 'full');
    file({ [first?.id ?? '']: { 'not-checked': 'closed' } });
    expectDone(await runCheckup(start, filled.at));
    expectRefused(await runCheckup(['void'], filled.at), /is missing/);
    expectDone(await runCheckup(['void', '--why', 'the wrong shop', '--auditor', 'C'], filled.at));
    expect(await listed(filled)).toMatchObject([
      { state: 'void', seal: null, voided: { by: 'C' } },
    ]);
  });
});
