import {
  appendFileSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  AS_NOBODY,
  FIXTURE,
  filesIn,
  fingerprint,
  fingerprints,
  makePipe,
} from '../support/folders.js';
import { tempFolder, writeFiles } from '../support/folders.js';
import {
  BIN,
  at,
  expectDone,
  expectRefused,
  expectWrongUsage,
  listAt,
  parseJson,
  run,
  runCheckup,
  runProcess,
} from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import { KEY, READY, createDesk } from '../support/terminal.js';

const SMALL = join(FIXTURE, 'small-checkup.yaml');
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const HOSTILE = 'x](javascript:alert(1)) <b>\n\u001b[31m.jpg';

/** A folder with an open audit, and files to attach. */
async function place(): Promise<{
  folder: string;
  db: string;
  kept: string;
  checkup: (...args: string[]) => Promise<Ran>;
}> {
  const folder = tempFolder();
  const db = join(folder, 'data', 'checkup.db');
  const checkup = (...args: string[]): Promise<Ran> =>
    runCheckup(['--db', db, ...args], { home: folder, cwd: folder });
  writeFiles(folder, {
    'a.yaml':
      'dealership: Example Motors\nquarter: 2026-Q2\nauditor: A. Auditor\nanswers: { owner: yes, leaders: 2 }\n',
    'photo of the desk.jpg': JPEG,
    'log.txt': 'RO 10234 called back at 14:05\n',
    [HOSTILE]: Buffer.concat([JPEG, JPEG]),
  });
  expectDone(await checkup('audit', '--checklist', SMALL, '--answers', 'a.yaml'));
  return { folder, db, kept: join(dirname(db), 'evidence'), checkup };
}

async function evidenceOf(
  checkup: (...args: string[]) => Promise<Ran>,
  item: string,
): Promise<unknown[]> {
  const ran = expectDone(await checkup('answers', '--item', item, '--json'));
  return listAt(parseJson(ran.stdout), 'answers', 0, 'evidence');
}

describe('--evidence', () => {
  test('copies files beside the database, adds to what is there, and takes off one by name or hash', async () => {
    const { folder, kept, checkup } = await place();
    const photo = fingerprint(join(folder, 'photo of the desk.jpg'));
    const log = fingerprint(join(folder, 'log.txt'));
    const ran = expectDone(await checkup('answer', 'owner', '--evidence', 'photo of the desk.jpg'));
    expect(ran.stdout).toBe('owner: Yes → 100\n');
    expect(ran.stderr).toBe(
      `Recorded as A. Auditor with the audit of Example Motors for 2026-Q2.\nEvidence kept: photo of the desk.jpg (JPEG image, 22 bytes, ${photo.slice(0, 12)}).\n`,
    );
    // A pasted address, and one that is there already.
    const url = pathToFileURL(join(folder, 'photo of the desk.jpg')).href;
    expectDone(await checkup('answer', 'owner', 'no', '--evidence', url, '--evidence', 'log.txt'));
    expect(await evidenceOf(checkup, 'owner')).toEqual([
      {
        name: 'photo of the desk.jpg',
        sha256: photo,
        size: 22,
        type: 'image/jpeg',
        state: 'there',
      },
      { name: 'log.txt', sha256: log, size: 30, type: 'text/plain', state: 'there' },
    ]);
    const files = [`${photo}.jpg`, `${log}.txt`].sort();
    expect(filesIn(kept)).toEqual(files);
    // The same again records nothing.
    expect(expectDone(await checkup('answer', 'owner', '--evidence', 'log.txt')).stderr).toContain(
      'nothing new was recorded',
    );
    // An answers file keeps the evidence, as it keeps the note.
    writeFiles(folder, { 'b.yaml': 'answers: { owner: yes, leaders: 2 }\n' });
    expect(expectDone(await checkup('audit', '--answers', 'b.yaml')).stderr).toContain(
      '1 answer recorded, 1 already there.',
    );
    expect(await evidenceOf(checkup, 'owner')).toHaveLength(2);

    expectRefused(
      await checkup('answer', 'owner', '--without-evidence', 'log'),
      /owner has no evidence log\.\nIt has photo of the desk\.jpg \([0-9a-f]{12}\), log\.txt/,
    );
    expectDone(
      await checkup('answer', 'owner', '--without-evidence', 'log.txt', '--why', 'Another call'),
    );
    expect(await evidenceOf(checkup, 'owner')).toHaveLength(1);
    expectDone(await checkup('answer', 'owner', '--without-evidence', photo.slice(0, 6)));
    expect(await evidenceOf(checkup, 'owner')).toEqual([]);
    expect(filesIn(kept)).toEqual(files);
    const history = expectDone(await checkup('answers', '--item', 'owner', '--history'));
    expect(history.stdout).toMatch(/ 5 .*Another call +photo of the desk\.jpg \(there\)$/m);
  });

  test('is attached once under each of its names, and a hash takes all of that content off', async () => {
    const { folder, db, checkup } = await place();
    writeFiles(folder, { 'same.txt': 'RO 10234 called back at 14:05\n', 'b/log.txt': 'another' });
    const names = async (): Promise<unknown[]> =>
      (await evidenceOf(checkup, 'owner')).map((one) => at(one, 'name'));
    const attach = ['--evidence', 'log.txt', '--evidence', 'same.txt', '--evidence', 'log.txt'];
    expectDone(await checkup('answer', 'owner', ...attach));
    expect(await names()).toEqual(['log.txt', 'same.txt']);
    expectDone(await checkup('answer', 'owner', '--evidence', 'b/log.txt'));
    expectRefused(
      await checkup('answer', 'owner', '--without-evidence', 'log.txt'),
      /owner has 2 evidence files that log\.txt could mean: .*\nSay which by the start of its hash\./,
    );
    const hash = fingerprint(join(folder, 'log.txt')).slice(0, 8);
    expectDone(await checkup('answer', 'owner', '--without-evidence', hash));
    expect(await names()).toEqual(['log.txt']);
    expectDone(
      await runProcess(['--db', db, 'answer', 'owner', '--evidence=~/same.txt'], {
        home: folder,
        cwd: folder,
      }),
    );
    expectDone(await checkup('answer', 'owner', '--without-evidence', 'log.txt'));
    expect(await names()).toEqual(['same.txt']);
    const { stdout } = expectDone(await checkup('report', '--out', '-'));
    expect(stdout.match(/Evidence taken off by .*/g)).toEqual([
      'Evidence taken off by A. Auditor: log.txt',
      'Evidence taken off by A. Auditor: same.txt',
      'Evidence taken off by A. Auditor: log.txt',
    ]);
  });

  test('that is lost or altered is said before the seal', async () => {
    const { folder, db, kept, checkup } = await place();
    expectDone(await checkup('answer', 'owner', '--evidence', 'log.txt', '--evidence', HOSTILE));
    expectDone(await checkup('answer', 'leaders', '--evidence', 'photo of the desk.jpg'));
    rmSync(join(kept, `${fingerprint(join(folder, 'log.txt'))}.txt`));
    appendFileSync(join(kept, `${fingerprint(join(folder, HOSTILE))}.jpg`), 'more');
    const says = [
      'The evidence log.txt of Does somebody own it? is missing: the file is no longer kept.',
      'The evidence x](javascript:alert(1)) <b> [U+001B][31m.jpg of Does somebody own it? is altered: the file is no longer the one that was attached.',
    ];
    const desk = createDesk();
    onTestFinished(() => {
      desk.clear();
    });
    // In a terminal before the question.
    const sealing = desk.start(['--db', db, 'audit', '--only', 'critical'], { columns: 200 });
    await sealing.until(READY);
    for (let left = 0; left < 9 && !sealing.screen().includes('What next?'); left++) {
      await sealing.answer('s', new RegExp(`${READY.source}|What next`));
    }
    await sealing.answer(`${KEY.down.repeat(2)}${KEY.enter}`, /On which day/);
    await sealing.answer(KEY.enter, /Seal it\?/);
    const screen = sealing.screen();
    for (const line of says) {
      expect(screen).toContain(line);
      expect(screen.indexOf(line)).toBeLessThan(screen.indexOf('Seal it?'));
    }
    await sealing.answer(`n${KEY.enter}`, 'What next?');
    sealing.kill();
    // Without one before the seal itself, also with --quiet.
    const ran = expectDone(await checkup('audit', '--seal', '--quiet'));
    expect(ran.stderr).toBe(`${says.join('\n')}\n`);
  });

  test('may be all there is of an answer', async () => {
    const { checkup } = await place();
    expect(expectDone(await checkup('answer', 'callback', '--evidence', 'log.txt')).stdout).toBe(
      'callback: no answer yet\n',
    );
    expect(await evidenceOf(checkup, 'callback')).toHaveLength(1);
  });

  test('stays with the item when the walk answers it', async () => {
    const { db, checkup } = await place();
    expectDone(await checkup('answer', 'callback', '--evidence', 'log.txt'));
    const desk = createDesk();
    onTestFinished(() => {
      desk.clear();
    });
    const session = desk.start(['--db', db, 'audit']);
    await session.until(/Are calls returned\?[^]*or:\s+x\s+not\s+applicable/);
    await session.answer(`9/12${KEY.enter}`, '✓ saved: 9 of 12');
    await session.until(READY);
    await session.answer('q', 'Everything is saved');
    expect(await session.ended).toBe(0);
    const [current] = listAt(
      parseJson(expectDone(await checkup('answers', '--item', 'callback', '--json')).stdout),
      'answers',
    );
    expect(current).toMatchObject({ revision: 2, score: 75 });
    expect(at(current, 'evidence', 0, 'name')).toBe('log.txt');
  });

  test('refuses what is no evidence in one message, before anything is kept or recorded', async () => {
    const { folder, db, kept, checkup } = await place();
    const path = (name: string): string => join(folder, name);
    writeFileSync(path('huge'), '');
    truncateSync(path('huge'), 2 ** 31);
    writeFileSync(path('empty'), '');
    makePipe(path('pipe'));
    symlinkSync('log.txt', path('link'));
    symlinkSync('self', path('self'));
    const before = fingerprint(db);
    for (const [name, says] of [
      ['huge', /huge is too large: 2048 MiB, and evidence has at most 100 MiB\./],
      ['empty', /empty is empty\./],
      ['pipe', /pipe is not a plain file\./],
      ['/dev/zero', /\/dev\/zero is not a plain file\./],
      ['link', /link is a link, not a file\./],
      ['self', /self is a link, not a file\./],
      ['.', /\. is a folder, not a file\./],
      ['data/../log.txt', /log\.txt has \.\. in it\./],
      ['none\n\u001b', /none \[U\+001B\] does not exist\./],
    ] as const) {
      // A good file before it is not kept either.
      expectRefused(
        await checkup('answer', 'owner', 'no', '--evidence', 'log.txt', '--evidence', name),
        says,
      );
    }
    expect(fingerprint(db)).toBe(before);
    expect(filesIn(folder).filter((name) => name.startsWith(join('data', 'evidence')))).toEqual([]);
    expect(kept).toContain(folder);
  });

  test('says when a file may not be read, and when there is no room for its copy', async () => {
    const { folder, kept, checkup } = await place();
    writeFileSync(join(folder, 'secret'), 'mine', { mode: 0o600 });
    writeFileSync(join(folder, 'large'), Buffer.alloc(4_000_000, 1));
    expectDone(await run('chmod', ['-R', 'a+rwX', join(folder, 'data')]));
    const db = join(folder, 'data', 'checkup.db');
    const where = { home: folder, cwd: folder };
    expectRefused(
      await runProcess(['--db', db, 'answer', 'owner', '--evidence', 'secret'], {
        ...where,
        ...AS_NOBODY,
      }),
      AS_NOBODY.uid === undefined ? /error/ : /secret may not be read by you\./,
    );
    const args = [BIN, '--db', db, 'answer', 'owner', '--evidence', 'large'];
    expectRefused(
      await run(
        'bash',
        ['-c', `trap '' XFSZ; ulimit -f 2048; exec "$@"`, 'bash', process.execPath, ...args],
        where,
      ),
      /large was not copied to .*evidence: it is larger than you may write\./,
    );
    expect(filesIn(kept)).toEqual([]);
    expect(await evidenceOf(checkup, 'owner')).toEqual([]);
  });
});

describe('a report', () => {
  test('has copies of the evidence beside it, so that the folder can be handed over', async () => {
    const { folder, kept, checkup } = await place();
    expectDone(await checkup('answer', 'owner', '--evidence', HOSTILE, '--evidence', 'log.txt'));
    expectDone(await checkup('answer', 'leaders', '--evidence', 'log.txt'));
    const ran = expectDone(await checkup('report', '--out', 'out', '--format', 'md,json'));
    expect(ran.stderr).not.toContain('evidence');
    const copies = filesIn(join(folder, 'out', 'evidence'));
    expect(copies).toHaveLength(2);
    expect(fingerprints(join(folder, 'out', 'evidence'))).toEqual(fingerprints(kept));
    const markdown = readFileSync(join(folder, 'out', '2026-Q2-small-checkup.md'), 'utf8');
    const links = [...markdown.matchAll(/^> Evidence: \[(.*)\]\((evidence\/[^)]*)\) \((.*)\)$/gm)];
    expect(links.map(([, name]) => name)).toEqual([
      'x\\](javascript:alert(1)) \\<b> \\[U+001B\\]\\[31m.jpg',
      'log.txt',
      'log.txt',
    ]);
    expect([...new Set(links.map(([, , target]) => target))].sort()).toEqual(
      copies.map((name) => `evidence/${name}`),
    );
    const report = parseJson(
      readFileSync(join(folder, 'out', '2026-Q2-small-checkup.json'), 'utf8'),
    );
    const [, log] = listAt(report, 'items', 0, 'evidence');
    expect(log).toEqual({
      sha256: fingerprint(join(folder, 'log.txt')),
      name: 'log.txt',
      size: 30,
      type: 'text/plain',
      state: 'there',
      file: `evidence/${fingerprint(join(folder, 'log.txt'))}.txt`,
    });
    // Evidence is no change of the answer.
    expect(markdown).not.toContain('Changed from');
  });

  test('on standard output copies and links nothing', async () => {
    const { folder, checkup } = await place();
    expectDone(await checkup('answer', 'owner', '--evidence', 'log.txt'));
    const before = filesIn(folder);
    const markdown = expectDone(await checkup('report', '--out', '-')).stdout;
    expect(markdown).toContain('> Evidence: log.txt (text, 30 bytes, `');
    const json = parseJson(
      expectDone(await checkup('report', '--out', '-', '--format', 'json')).stdout,
    );
    expect(at(json, 'items', 0, 'evidence', 0)).toMatchObject({ state: 'there', file: null });
    expect(filesIn(folder)).toEqual(before);
  });

  test('says what was altered or lost after sealing, while the seal still holds', async () => {
    const { folder, kept, checkup } = await place();
    expectDone(await checkup('answer', 'owner', '--evidence', 'log.txt'));
    expectDone(await checkup('answer', 'leaders', '--evidence', HOSTILE));
    expectDone(await checkup('audit', '--seal'));
    appendFileSync(join(kept, `${fingerprint(join(folder, 'log.txt'))}.txt`), 'and more');
    rmSync(join(kept, `${fingerprint(join(folder, HOSTILE))}.jpg`));
    const ran = expectDone(
      await checkup('report', '--out', 'out', '--quiet', '--format', 'md,json'),
    );
    expect(ran.stderr.replace(/\s+/g, ' ').trim()).toBe(
      '! 2 evidence files are no longer what was attached. log.txt of Does somebody own it? is altered; x](javascript:alert(1)) <b> [U+001B][31m.jpg of Do leaders take part? is missing.',
    );
    expect(filesIn(join(folder, 'out'))).toEqual([
      '2026-Q2-small-checkup.json',
      '2026-Q2-small-checkup.md',
    ]);
    const markdown = readFileSync(join(folder, 'out', '2026-Q2-small-checkup.md'), 'utf8');
    expect(markdown).toMatch(
      /^> \*\*2 evidence files are no longer what was attached\.\*\* log\.txt of Does somebody own it\? is altered; .* of Do leaders take part\? is missing\.$/m,
    );
    expect(markdown).toMatch(/^> Evidence: log\.txt \(.*\) · \*\*altered\*\*/m);
    expect(markdown).toMatch(/^> Evidence: x\\\].*\) · \*\*missing\*\*/m);
    expect(markdown).not.toMatch(/seal .*is broken/i);
    const report = parseJson(
      readFileSync(join(folder, 'out', '2026-Q2-small-checkup.json'), 'utf8'),
    );
    expect(at(report, 'audit', 'sealHolds')).toBe(true);
    expect(at(report, 'items', 0, 'evidence', 0)).toMatchObject({ state: 'altered', file: null });
    const listed = expectDone(await checkup('answers')).stdout;
    expect(listed).toContain('log.txt (altered)');
    expect(listed).toContain('[31m.jpg (missing)');
  });

  test('says who took evidence off, and why', async () => {
    const { checkup } = await place();
    expectDone(await checkup('answer', 'owner', '--evidence', 'log.txt'));
    expectDone(
      await checkup(
        'answer',
        'owner',
        '--without-evidence',
        'log.txt',
        '--why',
        'Not *ours*',
        '--auditor',
        'B',
      ),
    );
    const { stdout } = expectDone(await checkup('report', '--out', '-'));
    expect(stdout).toContain('> Evidence taken off by B: log.txt: Not \\*ours\\*\n');
    expect(stdout).not.toContain('Evidence: ');
  });

  test('of what is no format, or to a place without room, copies nothing', async () => {
    const { folder, checkup } = await place();
    expectDone(await checkup('answer', 'owner', '--evidence', 'log.txt'));
    expectWrongUsage(
      await checkup('report', '--out', 'out', '--format', 'docx'),
      /is not a format/,
    );
    writeFileSync(join(folder, 'file'), '');
    expectRefused(
      await checkup('report', '--out', 'file'),
      /was not copied to .*a file stands where a folder is needed/,
    );
    expect(filesIn(folder).some((name) => name.startsWith('out'))).toBe(false);
  });
});

test.each([
  ['no list', '"evidence":{}'],
  [
    'a path for a hash',
    `"evidence":[{"sha256":"../../etc/passwd","name":"a","size":1,"type":"a"}]`,
  ],
  ['a key too few', `"evidence":[{"sha256":"${'a'.repeat(64)}"}]`],
  ['nothing', '"evidence":[null]'],
  ['not even an answer', null],
])('evidence that was spoiled in the database, %s, counts as damage', async (_what, evidence) => {
  const { db, checkup } = await place();
  const sqlite = new Sqlite(db);
  sqlite.exec('drop trigger answer_is_never_changed');
  sqlite
    .prepare("update answer set content = ? where item = 'owner'")
    .run(evidence === null ? 'null' : `{"state":"answered","value":"yes",${evidence}}`);
  sqlite.close();
  for (const args of [['answers'], ['report', '--out', '-'], ['answer', 'owner', 'no']]) {
    expectRefused(await checkup(...args), /The database is damaged/);
  }
});
