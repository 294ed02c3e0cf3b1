import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import type { Filled } from '../golden/fixture/audits.js';
import { filledFolder, fixtureAnswers, recordAudit, sealAudit } from '../golden/fixture/audits.js';
import { at, expectDone, expectRefused, listAt, parseJson, runCheckup } from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import { CHECKLISTS, fingerprint, tempFolder, writeFiles } from '../support/folders.js';
import { openStore } from '../support/stores.js';

const SIZE = 40;
const REFS = Array.from({ length: SIZE }, (_, index) => `RO ${String(1000 + index)}`);

/** Forty repair orders, the first with two lines, and a last line without a number. */
const ROS = [
  'RO number;Advisor;Comment',
  `${REFS[0] ?? ''};Ann;"two\r\nlines"`,
  ...REFS.map((ref, index) => `${ref};${index < 30 ? 'Ann' : 'Bob'};x`),
  ';Ann;no number',
  '',
].join('\r\n');

/** What a shell makes of a seed: each reference by its SHA-256, the lowest first. */
function byHand(seed: string, references: readonly string[]): string[] {
  const rank = (ref: string): string => createHash('sha256').update(`${seed}:${ref}`).digest('hex');
  return references.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** A folder with a sealed quarter, an open one, and the repair orders. */
async function desk(): Promise<Filled & { draw: (...args: string[]) => Promise<Ran> }> {
  const filled = await filledFolder(['2026-Q2']);
  const store = openStore(filled.db);
  await recordAudit(store, '2026-Q3', await fixtureAnswers('2026-Q3'));
  store.close();
  writeFiles(filled.folder, { 'ros.csv': ROS });
  return { ...filled, draw: async (...args) => runCheckup(['draw', ...args], filled.at) };
}

/** The draws that the database holds for the open quarter. */
async function keptDraws(db: string): Promise<readonly unknown[]> {
  const store = openStore(db);
  try {
    const open = (await store.audits.list()).find((audit) => audit.seal === null);
    return open === undefined ? [] : await store.draws.list(open);
  } finally {
    store.close();
  }
}

const lines = ({ stdout }: Ran): string[] => stdout.split('\n').slice(0, -1);

describe('checkup draw', () => {
  test('prints the lowest ranks one per line, says what it did, and keeps it', async () => {
    const { folder, db, draw } = await desk();
    const ran = expectDone(
      await draw('ros.csv', '--count', '10', '--seed', '4f2c', '--auditor', 'B'),
    );
    expect(lines(ran)).toEqual(byHand('4f2c', REFS).slice(0, 10));
    expect(ran.stderr).toBe(
      'The references are in RO number.\n' +
        'Drew 10 of 40 records of ros.csv (42 rows), seed 4f2c given with --seed, kept with the audit of Example Motors for 2026-Q3.\n' +
        '1 row without a reference left out.\n',
    );
    expect(await keptDraws(db)).toMatchObject([
      {
        file: 'ros.csv',
        fileHash: fingerprint(join(folder, 'ros.csv')),
        column: 'RO number',
        stratify: null,
        seed: '4f2c',
        seedGiven: true,
        from: 40,
        refs: lines(ran),
        item: null,
        by: 'B',
      },
    ]);
  });

  test('takes a random seed when none is given, and can be made again with it', async () => {
    const { db, draw } = await desk();
    const [one, other] = [
      await draw('ros.csv', '--count', '9'),
      await draw('ros.csv', '--count', '9'),
    ];
    const seeds = [one, other].map(
      (ran) => /random seed ([0-9a-f]{12}),/.exec(ran.stderr)?.[1] ?? '',
    );
    expect(seeds[0]).not.toBe(seeds[1]);
    expect(lines(one)).toEqual(byHand(seeds[0] ?? '', REFS).slice(0, 9));
    expect(lines(one)).not.toEqual(lines(other));
    // Of 12 hex digits too, a seed that somebody gave is told from one that nobody chose.
    const given = await draw('ros.csv', '--count', '9', '--seed', '0123456789ab');
    expect(given.stderr).toContain(', seed 0123456789ab given with --seed, kept');
    expect((await keptDraws(db)).map((each) => at(each, 'seedGiven'))).toEqual([
      false,
      false,
      true,
    ]);
    const again = await draw('ros.csv', '--count', '9', '--seed', seeds[0] ?? '');
    expect(again.stderr).toMatch(/random seed .*: the same draw as on/);
  });

  test('by strata takes from each in proportion', async () => {
    const { draw } = await desk();
    const ran = expectDone(
      await draw('ros.csv', '--count', '8', '--seed', 's', '--stratify', 'Advisor'),
    );
    const picked = [
      ...byHand('s', REFS.slice(0, 30)).slice(0, 6),
      ...byHand('s', REFS.slice(30)).slice(0, 2),
    ];
    expect(lines(ran)).toEqual(byHand('s', picked));
    expect(ran.stderr).toContain('By Advisor: Ann 6 of 30, Bob 2 of 10.');
  });

  test('for an item draws what the item asks for', async () => {
    const { db, draw } = await desk();
    expect(lines(expectDone(await draw('ros.csv', '--item', 'visits')))).toHaveLength(3);
    expect(lines(expectDone(await draw('ros.csv', '--item', 'callback')))).toHaveLength(12);
    const five = await draw('ros.csv', '--item', 'visits', '--count', '5');
    expect(lines(expectDone(five))).toHaveLength(5);
    const items = (await keptDraws(db)).map((draw) => at(draw, 'item'));
    expect(items).toEqual(['visits', 'callback', 'visits']);
  });

  test('made again keeps nothing new; another for the same item is kept and warned about', async () => {
    const { folder, db, draw } = await desk();
    const args = ['ros.csv', '--item', 'visits', '--seed'];
    const first = expectDone(await draw(...args, 'one'));
    expect(first.stderr).not.toContain('other draw');
    const again = expectDone(await draw(...args, 'one'));
    expect(again.stdout).toBe(first.stdout);
    expect(again.stderr).toMatch(/the same draw as on \d{4}-\d\d-\d\d, already kept/);
    expect(again.stderr).not.toMatch(/another draw|other draws/);
    expect(await keptDraws(db)).toHaveLength(1);
    // Said with --quiet too.
    const other = expectDone(await draw(...args, 'two', '--quiet'));
    expect(other.stderr).toBe(
      'For visits there is another draw in this audit. This one, the latest, counts. Every draw stays, and the report prints them all.\n',
    );
    const more = expectDone(await draw(...args, 'one', '--count', '6'));
    expect(lines(more).slice(0, 3)).toEqual(lines(first));
    expect(await keptDraws(db)).toHaveLength(3);

    expectDone(
      await runCheckup(['report', '--quarter', '2026-Q3', '--out', 'out', '--format', 'md,json'], {
        home: folder,
        cwd: folder,
        env: { CHECKUP_DB: db },
      }),
    );
    const read = (ending: string): string =>
      readFileSync(join(folder, 'out', `2026-Q3-small-checkup.${ending}`), 'utf8');
    expect(read('md').match(/^\*\*Draw \d, for Does a service visit go as…\.\*\*/gm)).toHaveLength(
      3,
    );
    for (const { stdout } of [first, other]) {
      expect(read('md')).toContain(`- drawn: \`${stdout.trim().split('\n').join('` · `')}\`\n`);
    }
    expect(listAt(parseJson(read('json')), 'draws').map((each) => at(each, 'seed'))).toEqual([
      'one',
      'two',
      'one',
    ]);
  });

  test('made again after another for the same item counts again, and says so', async () => {
    const { db, draw } = await desk();
    const args = ['ros.csv', '--item', 'visits', '--seed'];
    const first = expectDone(await draw(...args, 'one'));
    expect(first.stderr).not.toContain('counts');
    expectDone(await draw(...args, 'two'));
    const again = expectDone(await draw(...args, 'one'));
    expect(again.stdout).toBe(first.stdout);
    expect(again.stderr).toMatch(/seed one given with --seed, kept with/);
    expect(again.stderr).toContain('This one, the latest, counts.');
    expect((await keptDraws(db)).map((each) => at(each, 'seed'))).toEqual(['one', 'two', 'one']);
  });

  test('of more by the same seed is no rival, but which counts is said', async () => {
    const { draw } = await desk();
    const args = ['ros.csv', '--seed', 's', '--item', 'visits'];
    expectDone(await draw(...args));
    const five = expectDone(await draw(...args, '--count', '5'));
    expect(five.stderr).toMatch(/several draws of one seed\. This one, the latest, counts\./);
    expect(five.stderr).not.toContain('another draw');
  });

  test('draws the same from the same records in another order, with another delimiter', async () => {
    const { folder, draw } = await desk();
    writeFiles(folder, {
      'b.csv': `ID,RO number\n${REFS.toReversed().join(',1\n')},1\n`.replace(
        /^(RO \d+),1$/gm,
        '1,$1',
      ),
    });
    const one = expectDone(await draw('ros.csv', '--count', '7', '--seed', 's'));
    const other = expectDone(await draw('b.csv', '--count', '7', '--seed', 's'));
    expect(other.stdout).toBe(one.stdout);
  });

  test('of 100,000 rows is done', async () => {
    const { folder, draw } = await desk();
    const many = Array.from({ length: 100_000 }, (_, index) => `R${String(index)}`);
    writeFileSync(join(folder, 'many.csv'), `RO,"a, b"\n${many.join(',"x, y"\n')},z\n`);
    const ran = expectDone(await draw('many.csv', '--count', '20', '--seed', 's'));
    expect(lines(ran)).toEqual(byHand('s', many).slice(0, 20));
    expect(ran.stderr).toContain('Drew 20 of 100000 records of many.csv (100000 rows)');
  });

  test('prints formulas, any script and quotes as they are', async () => {
    const { folder, draw } = await desk();
    const strange = ['=HYPERLINK("http://x")', '+1', '@x', '修理 7', '🚗', '| a `b` <c>'];
    const rows = strange.map((cell) => `"${cell.replaceAll('"', '""')}",1`);
    writeFiles(folder, { 'strange.csv': `\uFEFF参照番号,x\r\n${rows.join('\r\n')}\r\n` });
    const ran = expectDone(
      await draw('strange.csv', '--column', '参照番号', '--count', '6', '--seed', ' Würfel  3 '),
    );
    expect(lines(ran)).toEqual(byHand('Würfel 3', strange));
    expect(ran.stderr).toContain('seed Würfel 3 given with --seed,');
  });
});

test('what a draw prints and keeps is what was hashed, blanks and spellings included', async () => {
  const { folder, db, draw } = await desk();
  writeFiles(folder, {
    'odd.csv': 'RO  no,x\nRO\u00a010234,1\nRO  10251,2\nro 10251,3\nRO 10234,4\nRO 10299,5\n',
  });
  const ran = expectDone(await draw('odd.csv', '--column', 'RO no', '--count', '3', '--seed', 's'));
  expect(lines(ran)).toEqual(byHand('s', ['RO 10234', 'RO 10251', 'RO 10299']));
  expect(ran.stderr).toContain('Drew 3 of 3 records of odd.csv (5 rows)');
  expect(await keptDraws(db)).toMatchObject([{ column: 'RO no', refs: lines(ran) }]);
});

describe('checkup draw refuses, and keeps nothing', () => {
  test.each<[string, string[], RegExp]>([
    ['more than there are', ['ros.csv', '--count', '41'], /only 40 records, .*draw 41\./],
    ['no count', ['ros.csv'], /is missing\.\n.*--count N, or --item ID/],
    [
      'a misspelt column',
      ['ros.csv', '--count', '1', '--column', 'RO numbr'],
      /Did you mean RO number\?/,
    ],
    [
      'an unknown column',
      ['ros.csv', '--count', '1', '--column', 'Vehicle'],
      /no column Vehicle\.\nIts columns: RO number, Advisor, Comment\./,
    ],
    [
      'a misspelt stratum',
      ['ros.csv', '--count', '1', '--stratify', 'Adviser'],
      /Did you mean Advisor\?/,
    ],
    [
      'strata of the references',
      ['ros.csv', '--count', '1', '--stratify', 'RO number'],
      /which holds the references/,
    ],
    [
      'a column that is not clear',
      ['unclear.csv', '--count', '1'],
      /not clear\.\n.*--column\. Its columns: a, b\./,
    ],
    [
      'a column that is there twice',
      ['twice.csv', '--count', '1', '--column', 'a'],
      /several columns called a/,
    ],
    [
      'a reference in two strata',
      ['two.csv', '--count', '1', '--stratify', 'x'],
      /7 stands in two strata: a and b\./,
    ],
    [
      'a control character',
      ['control.csv', '--count', '1'],
      /control\.csv:3:1 RO: holds a character .*\[U\+001B\]\[2J/,
    ],
    [
      'a reference that ends the cases of a walk',
      ['keys.csv', '--count', '1'],
      /keys\.csv:3:1 RO: is a full stop.*\n.*keys\.csv:4:1 RO: starts with -.*\n.*keys\.csv:5:1 RO: is one letter/,
    ],
    [
      'broken CSV',
      ['broken.csv', '--count', '1'],
      /broken\.csv:2:1: a quote that opens here is never closed/,
    ],
    [
      'a spreadsheet',
      ['ros.xlsx', '--count', '1'],
      /is a spreadsheet, not a CSV file\.\n.*save it as CSV/,
    ],
    ['no file', ['none.csv', '--count', '1'], /none\.csv does not exist/],
    ['a folder', ['.', '--count', '1'], /is a folder, not a file/],
    [
      'an unknown item',
      ['ros.csv', '--item', 'visit'],
      /visit is not an item of small-checkup\.\nDid you mean visits\?/,
    ],
    [
      'an item that looks at no records',
      ['ros.csv', '--item', 'owner', '--count', '1'],
      /owner is a yes-no item/,
    ],
    ['an empty seed', ['ros.csv', '--count', '1', '--seed', ' '], /--seed is empty/],
    [
      'a seed that acts',
      ['ros.csv', '--count', '1', '--seed', '\u001b[2J'],
      /--seed has control characters/,
    ],
    [
      'a sealed audit',
      ['ros.csv', '--count', '1', '--quarter', '2026-Q2'],
      /for 2026-Q2 is sealed and takes nothing more\.\nStart another with .*audit --dealership/,
    ],
    [
      'a quarter without an audit',
      ['ros.csv', '--count', '1', '--quarter', '2025-Q1'],
      /no such audit\.\nSee .* start one with/,
    ],
  ])('%s', async (_what, args, says) => {
    const { folder, db, draw } = await desk();
    writeFiles(folder, {
      'unclear.csv': 'a,b\n1,2\n',
      'twice.csv': 'a,a\n1,2\n',
      'two.csv': 'RO,x\n7,a\n7,b\n',
      'control.csv': 'RO,x\n7,a\n\u001b[2J,b\n',
      'keys.csv': 'RO,x\n7,a\n.,b\n-7,c\nq,d\n',
      'broken.csv': 'RO,x\n"7,a\n8,b\n',
      'ros.xlsx': 'PK\u0003\u0004 and so on',
    });
    const ran = expectRefused(await draw(...args), says);
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(ran.stderr).not.toMatch(/\u001b/);
    expect(await keptDraws(db)).toEqual([]);
  });

  test.each(['0', '-1', '1.5', 'ten', '1001', ''])(
    'a count of %j, as wrong usage',
    async (count) => {
      const { draw } = await desk();
      expect(await draw('ros.csv', '--count', count)).toMatchObject({ code: 2, stdout: '' });
    },
  );

  test('an item that only the full scope asks', async () => {
    const folder = tempFolder();
    const db = join(folder, 'checkup.db');
    const checklist = await requireChecklist(join(CHECKLISTS, 'quarterly-checkup'));
    const fullOnly = askedItems(checklist, 'full').find((item) => 'draw' in item && !item.core);
    const store = openStore(db);
    const dealership = await store.dealerships.add('D', { yearStarts: 1 }, new Date());
    await store.audits.start(
      { dealership, quarter: '2026-Q3', scope: 'core', checklist, auditor: 'A' },
      new Date(),
    );
    store.close();
    writeFiles(folder, { 'ros.csv': ROS });
    expectRefused(
      await runCheckup(['draw', 'ros.csv', '--item', fullOnly?.id ?? '', '--db', db], {
        home: folder,
        cwd: folder,
      }),
      /is not a core item\.\nOnly an audit of the full scope asks it\./,
    );
  });

  test('where nothing is open, or several audits are', async () => {
    const { folder, at: where } = await filledFolder(['2026-Q2', '2026-Q3']);
    writeFiles(folder, { 'ros.csv': ROS });
    const draw = ['draw', 'ros.csv', '--count', '1'];
    expectRefused(await runCheckup(draw, where), /No audit is open: all 2 are sealed\./);
    const store = openStore(where.env.CHECKUP_DB);
    for (const quarter of ['2026-Q4', '2027-Q1']) await recordAudit(store, quarter, new Map());
    expectRefused(
      await runCheckup(draw, where),
      /Several audits are open: .* for 2026-Q4 \(small-checkup\); .* for 2027-Q1 \(small-checkup\)\.\n.*--quarter/,
    );
    expectDone(await runCheckup([...draw, '--quarter', '2026-Q4'], where));
    const [open] = (await store.audits.list()).filter((audit) => audit.quarter === '2026-Q4');
    if (open === undefined) throw new Error('no audit');
    await store.audits.record(open, await fixtureAnswers('2026-Q3'), 'A', new Date());
    await sealAudit(store, open, 'A', new Date());
    store.close();
    expectDone(await runCheckup(draw, where));
  });

  test('without a database makes none', async () => {
    const folder = tempFolder();
    writeFiles(folder, { 'ros.csv': ROS });
    const where = { home: folder, cwd: folder };
    expectRefused(
      await runCheckup(['draw', 'ros.csv', '--count', '1'], where),
      /no dealership yet\.\n.*audit/,
    );
    expectRefused(
      await runCheckup(['draw', 'ros.csv', '--count', '1', '--db', 'x.db'], where),
      /There is no database at/,
    );
  });
});
