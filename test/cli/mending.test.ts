import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { fixtureAnswers, recordAudit, testStore } from '../golden/fixture/audits.js';
import type { CallOptions, Ran } from '../support/cli.js';
import { at, expectDone, expectRefused, listAt, parseJson, runCheckup } from '../support/cli.js';
import { FIXTURE, tempFolder } from '../support/folders.js';

const SMALL = join(FIXTURE, 'small-checkup.yaml');

interface Place {
  readonly folder: string;
  readonly db: string;
  readonly call: (...args: string[]) => Promise<Ran>;
  readonly audits: () => Promise<readonly unknown[]>;
}

function place(): Place {
  const folder = tempFolder();
  const db = join(folder, 'checkup.db');
  const where: CallOptions = { home: folder, cwd: folder, env: { CHECKUP_DB: db } };
  const call = (...args: string[]): Promise<Ran> => runCheckup(args, where);
  return {
    folder,
    db,
    call,
    audits: async () =>
      listAt(parseJson(expectDone(await call('list', '--json')).stdout), 'audits'),
  };
}

/** An answers file, and the call that takes it. */
function answersIn({ folder, call }: Place, head: object, answers: object = { owner: 'yes' }) {
  writeFileSync(
    join(folder, 'a.json'),
    JSON.stringify({ quarter: '2026-Q3', auditor: 'Anna', ...head, answers }),
  );
  return (...flags: string[]) =>
    call('audit', '--answers', 'a.json', '--checklist', SMALL, ...flags);
}

describe('one notion of a name', () => {
  test('an auditor keeps the spelling in which they are known', async () => {
    const here = place();
    expectDone(await answersIn(here, { dealership: 'One' })());
    expectDone(await answersIn(here, { dealership: 'One', auditor: ' ANNA' }, { owner: 'no' })());
    const { stdout } = expectDone(
      await here.call('answers', '--item', 'owner', '--history', '--json'),
    );
    expect(listAt(parseJson(stdout), 'answers').map((one) => at(one, 'auditor'))).toEqual([
      'Anna',
      'Anna',
    ]);
  });

  test('a dealership is found with other blanks, letters and accents', async () => {
    const here = place();
    expectDone(await answersIn(here, { dealership: 'Harbour  Road Élan' })());
    expectDone(await answersIn(here, { dealership: 'HARBOUR road E\u0301lan' }, { owner: 'no' })());
    expect((await here.audits()).map((one) => at(one, 'dealership'))).toEqual([
      'Harbour Road Élan',
    ]);
  });

  test('one that is close to a known one is refused, unless it was added', async () => {
    const here = place();
    expectDone(await answersIn(here, { dealership: 'Harbour Road' })());
    const near = answersIn(here, { dealership: 'Harbor Road' });
    expectRefused(await near(), /There is no dealership Harbor Road\. Did you mean Harbour Road\?/);
    expect(await here.audits()).toHaveLength(1);
    expectDone(await here.call('dealership', 'add', 'Harbor Road'));
    expectDone(await near());
    expect(await here.audits()).toHaveLength(2);
  });
});

describe('a quarter more than a year back', () => {
  test('is refused unless a flag says that it is meant', async () => {
    const here = place();
    const old = answersIn(here, { dealership: 'One', quarter: '2025-Q3' });
    expectRefused(
      await old(),
      /2025-Q3, July to September 2025, lies more than a year back\.\n.*--past/,
    );
    expect(await here.audits()).toEqual([]);
    expectDone(await old('--past'));
    // A year back is as far as a comparison with the same season goes.
    expectDone(await answersIn(here, { dealership: 'One', quarter: '2025-Q4' })());
  });
});

describe('the scope', () => {
  test('can change until the first answer, and not after it', async () => {
    const here = place();
    expectDone(await answersIn(here, { dealership: 'One' }, {})());
    const changed = expectDone(await answersIn(here, { dealership: 'One' }, {})('--scope', 'full'));
    expect(changed.stderr).toContain('It asks in scope full from now on.');
    expect((await here.audits()).map((one) => at(one, 'scope'))).toEqual(['full']);
    expectDone(await answersIn(here, { dealership: 'One' })());
    expectRefused(
      await answersIn(here, { dealership: 'One' }, {})('--scope', 'core'),
      /was started in scope full/,
    );
    expectDone(await here.call('verify'));
  });
});

describe('a draw that is withdrawn', () => {
  const drawing = async (): Promise<Place> => {
    const here = place();
    expectDone(await answersIn(here, { dealership: 'One' })());
    const rows = Array.from({ length: 30 }, (_, i) => `RO ${String(100 + i)}`);
    writeFileSync(join(here.folder, 'ros.csv'), ['RO', ...rows].join('\n'));
    for (const seed of ['one', 'two']) {
      expectDone(
        await here.call('draw', 'ros.csv', '--item', 'callback', '--count', '3', '--seed', seed),
      );
    }
    return here;
  };
  const WITHDRAW = ['draw', '--withdraw', '2', '--why', 'the file of another month'];

  test('stays in the report with who, when and why, and the one before it counts', async () => {
    const here = await drawing();
    expectDone(await here.call(...WITHDRAW, '--auditor', 'anna'));
    expectDone(await here.call('audit', '--seal'));
    const { stdout } = expectDone(await here.call('report', '--out', '-', '--format', 'md'));
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toMatch(/Withdrawn by Anna on \d{4}-\d\d-\d\d: the file of another month\./);
    expect(text).not.toContain('took its place');
    expectDone(await here.call('verify'));
  });

  test('can be made again: then it counts', async () => {
    const here = await drawing();
    expectDone(await here.call(...WITHDRAW));
    expectDone(
      await here.call('draw', 'ros.csv', '--item', 'callback', '--count', '3', '--seed', 'two'),
    );
    expectDone(await here.call('audit', '--seal'));
    const { stdout } = expectDone(await here.call('report', '--out', '-', '--format', 'md'));
    expect(stdout.replace(/\s+/g, ' ')).toContain('Draw 3 took its place.');
  });

  test('is not withdrawn behind the program’s back: every list says that the seal is broken', async () => {
    const here = await drawing();
    expectDone(await here.call('audit', '--seal'));
    const sqlite = new Sqlite(here.db);
    sqlite.exec(`drop trigger closed_audit_takes_no_withdrawal;
      insert into draw_withdrawal select id, '2026-07-01T00:00:00.000Z', 'X', 'x', '' from draw where number = 2`);
    sqlite.close();
    expect((await here.audits()).map((one) => at(one, 'sealHolds'))).toEqual([false]);
    expect((await here.call('verify')).code).toBe(1);
  });

  test('is one that is there, open, and with a reason', async () => {
    const here = await drawing();
    expectRefused(
      await here.call('draw', '--withdraw', '3', '--why', 'x'),
      /no draw 3 .*it has 2 draws/,
    );
    expectRefused(
      await here.call('draw', '--withdraw', '2'),
      /Why draw 2 is taken back is missing/,
    );
    expectRefused(await here.call('draw', 'ros.csv', ...WITHDRAW.slice(1)), /without a file/);
    expectRefused(await here.call('draw'), /Which file to draw from is missing/);
    expectDone(await here.call(...WITHDRAW));
    expectRefused(await here.call(...WITHDRAW), /was withdrawn before/);
    expectDone(await here.call('audit', '--seal'));
    expectRefused(
      await here.call('draw', '--withdraw', '1', '--why', 'x'),
      /no audit is open|sealed/i,
    );
  });
});

describe('a dealership that is taken away', () => {
  test('has no answers', async () => {
    const here = place();
    expectDone(await here.call('dealership', 'add', 'Mistake'));
    expectDone(await answersIn(here, { dealership: 'One' })());
    expectDone(await answersIn(here, { dealership: 'One', quarter: '2026-Q2' }, {})());
    expectDone(await here.call('dealership', 'remove', 'Mistake'));
    expectRefused(
      await here.call('dealership', 'remove', 'One'),
      /One has answers, of 2026-Q3 for instance; it stays/,
    );
    const { stdout } = expectDone(await here.call('dealership', 'list', '--json'));
    expect(listAt(parseJson(stdout), 'dealerships').map((one) => at(one, 'name'))).toEqual(['One']);
    expect(await here.audits()).toHaveLength(2);
  });

  test('leaves its audits to the one that stays', async () => {
    const here = place();
    expectDone(await answersIn(here, { dealership: 'Right' })());
    expectDone(await here.call('dealership', 'add', 'Wrong'));
    expectDone(await answersIn(here, { dealership: 'Wrong', quarter: '2026-Q2' })());
    expectDone(await here.call('dealership', 'merge', 'Wrong', 'Right'));
    expect((await here.audits()).map((one) => [at(one, 'dealership'), at(one, 'quarter')])).toEqual(
      [
        ['Right', '2026-Q2'],
        ['Right', '2026-Q3'],
      ],
    );
    expectDone(await here.call('audit', '--quarter', '2026-Q2', '--seal'));
    expectDone(await here.call('verify'));
  });

  test('stays where it has a seal, where both have the quarter, and beside itself', async () => {
    const here = place();
    const store = testStore(here.db);
    const answers = await fixtureAnswers('2026-Q3');
    const sealed = await recordAudit(store, '2026-Q3', answers, { dealership: 'Sealed' });
    await store.seals.set(sealed, 'A', new Date('2026-07-11T09:00:00Z'));
    await recordAudit(store, '2026-Q3', answers, { dealership: 'Open' });
    const merge = (one: string, other: string): Promise<Ran> =>
      here.call('dealership', 'merge', one, other);
    expectRefused(await merge('Sealed', 'Open'), /a seal names its dealership/);
    expectRefused(await merge('Open', 'Sealed'), /Both have an audit of 2026-Q3 by small-checkup/);
    expectRefused(await merge('Open', 'open'), /can't be merged into itself/);
    expectDone(await here.call('dealership', 'add', 'Fiscal', '--year-starts', '4'));
    expectRefused(await merge('Open', 'Fiscal'), /aren’t counted alike/);
    expectDone(await here.call('void', '--dealership', 'Open', '--why', 'twice'));
    expectDone(await merge('Open', 'Sealed'));
    expect((await here.audits()).map((one) => at(one, 'state'))).toEqual(['sealed', 'void']);
    expectDone(await here.call('verify'));
  });
});
