import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filledFolder, fixtureAnswers, recordAudit } from '../golden/fixture/audits.js';
import {
  expectDone,
  expectRefused,
  expectWrongUsage,
  parseJson,
  runCheckup,
} from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import { FIXTURE, changed, filesIn, fingerprints, tempFolder } from '../support/folders.js';
import { openStore } from '../support/stores.js';

const SMALL = join(FIXTURE, 'small-checkup.yaml');

/** An empty folder as home and current folder, and `checkup` run in it. */
function place(): { folder: string; checkup: (...args: string[]) => Promise<Ran> } {
  const folder = tempFolder();
  return { folder, checkup: (...args) => runCheckup(args, { home: folder, cwd: folder }) };
}

const names = (ran: Ran): string[] => expectDone(ran).stdout.trimEnd().split('\n');

describe('checkup form', () => {
  test('without anything known writes the blank core check-up, and makes no database', async () => {
    const { folder, checkup } = place();
    const written = names(await checkup('form'));
    expect(written).toEqual(
      ['md', 'html', 'yaml'].map((ending) =>
        join('reports', 'forms', `quarterly-checkup-form.${ending}`),
      ),
    );
    expect(filesIn(folder).sort()).toEqual([...written].sort());
    const [markdown = '', , yaml = ''] = written.map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );
    expect(markdown).toContain('36 items, scope core');
    expect(markdown).toMatch(/\*\*Dealership:\*\* _{20}/);
    expect(yaml).toMatch(/^dealership:\nquarter:\nauditor:\nscope: core\n/m);
    // The same again is the same.
    const before = fingerprints(folder);
    expect(names(await checkup('form'))).toEqual(written);
    expect(fingerprints(folder)).toEqual(before);
  });

  test('takes what flags say, a dealership nobody has kept yet among it', async () => {
    const { folder, checkup } = place();
    const flags = ['--dealership', 'Über Autos', '--quarter', '2026q3', '--auditor', 'A. B.'];
    expect(names(await checkup('form', '--full', ...flags, '--by', 'department'))).toEqual(
      ['md', 'html', 'yaml'].map((ending) =>
        join('reports', 'ueber-autos', `2026-Q3-quarterly-checkup-form.${ending}`),
      ),
    );
    const printed = expectDone(
      await checkup('form', ...flags, '--checklist', SMALL, '--format', 'yaml', '--out', '-'),
    );
    expect(printed.stdout).toContain(`checkup audit --checklist ${SMALL} --answers FILE`);
    expect(printed.stdout).toMatch(
      /^dealership: "Über Autos"\nquarter: 2026-Q3\nauditor: "A. B."$/m,
    );
    expect(names(await checkup('form', '--checklist', 'quick-checkup', '--out', 'o'))).toEqual(
      ['md', 'html', 'yaml'].map((ending) => join('o', `quick-checkup-form.${ending}`)),
    );
    expect(filesIn(folder)).toHaveLength(6);
  });

  test('filled in half, comes in as an audit', async () => {
    const { folder, checkup } = place();
    const [file = ''] = names(await checkup('form', '--checklist', SMALL, '--format', 'yaml'));
    const blank = readFileSync(join(folder, file), 'utf8');
    const half = changed(
      changed(changed(blank, '\n  owner:\n', '\n  owner: yes\n'), 'dealership:', 'dealership: E'),
      'auditor:\n',
      'auditor: A. B.\n',
    );
    writeFileSync(join(folder, file), half);
    const ran = expectDone(
      await checkup('audit', '--checklist', SMALL, '--answers', file, '--quarter', '2026-Q3'),
    );
    expect(ran.stderr).toContain('1 answer recorded.');
    const list = parseJson(expectDone(await checkup('list', '--json')).stdout);
    expect(list).toMatchObject({
      audits: [{ dealership: 'E', quarter: '2026-Q3', state: 'open' }],
    });
  });

  test('never writes over an answers file that was filled in, and then writes nothing', async () => {
    const { folder, checkup } = place();
    const [, , file = ''] = names(await checkup('form', '--out', 'o'));
    const [id = ''] = /^ {2}[a-z-]+:$/m.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
    const filled = changed(readFileSync(join(folder, file), 'utf8'), `\n${id}\n`, `\n${id} yes\n`);
    writeFileSync(join(folder, file), filled);
    writeFileSync(join(folder, 'o', 'quarterly-checkup-form.md'), 'old');
    const before = fingerprints(folder);
    expectRefused(
      await checkup('form', '--out', 'o'),
      /quarterly-checkup-form\.yaml is there already and may be filled in; nothing was written\.\n.*--answers/,
    );
    expect(fingerprints(folder)).toEqual(before);
    // What is only printed may be written again.
    expect(names(await checkup('form', '--out', 'o', '--format', 'md,html'))).toHaveLength(2);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(filled);
    expect(readFileSync(join(folder, 'o', 'quarterly-checkup-form.md'), 'utf8')).not.toBe('old');
  });

  test('writes over a form in which nothing is answered, and over nothing else', async () => {
    const { folder, checkup } = place();
    const again = ['form', '--checklist', SMALL, '--format', 'yaml'];
    const [file = ''] = names(await checkup(...again));
    const blank = readFileSync(join(folder, file), 'utf8');
    expect(names(await checkup(...again, '--full'))).toEqual([file]);
    expect(readFileSync(join(folder, file), 'utf8')).not.toBe(blank);
    for (const other of [
      changed(blank, '\n  owner:\n', '\n  owner: yes\n'),
      // What can't be read may hold anything.
      changed(blank, '\n  owner:\n', '\n  owner: [\n'),
      'a shopping list',
      'answers: [1]',
      '',
    ]) {
      writeFileSync(join(folder, file), other);
      expectRefused(await checkup(...again), /may be filled in; nothing was written/);
      expect(readFileSync(join(folder, file), 'utf8')).toBe(other);
    }
  });

  test('after a draw is written anew, with the records, by whom recorded last', async () => {
    const { db, folder, at: where } = await filledFolder(['2026-Q2']);
    const store = openStore(db);
    const open = await recordAudit(store, '2026-Q3', new Map());
    await store.audits.record(open, await fixtureAnswers('2026-Q2'), 'B. Second', new Date());
    store.close();
    writeFileSync(join(folder, 'ros.csv'), 'RO\nRO 71\nRO 72\nRO 73\n');
    const form = ['form', '--format', 'yaml'];
    const [file = ''] = names(await runCheckup(form, where));
    expect(readFileSync(join(folder, file), 'utf8')).toMatch(/^auditor: "B. Second"$/m);
    expectDone(await runCheckup(['draw', 'ros.csv', '--item', 'visits', '--count', '2'], where));
    expect(names(await runCheckup(form, where))).toEqual([file]);
    expect(readFileSync(join(folder, file), 'utf8')).toMatch(/#> .*ref: "RO 7\d"/);
  });

  test('does not give an open audit another scope than its own', async () => {
    const { folder, checkup } = place();
    writeFileSync(
      join(folder, 'a.yaml'),
      'dealership: D\nquarter: 2026-Q1\nauditor: A\nanswers: { owner: yes }\n',
    );
    expectDone(await checkup('audit', '--answers', 'a.yaml', '--checklist', SMALL));
    expectRefused(
      await checkup('form', '--full'),
      /for 2026-Q1 was started in scope core\.\nAn audit keeps its scope/,
    );
    expect(existsSync(join(folder, 'reports'))).toBe(false);
    expect(names(await checkup('form', '--format', 'md'))).toHaveLength(1);
  });

  test('without an open audit is by the checklist that the dealership used last', async () => {
    const { folder, at: where } = await filledFolder(['2026-Q2']);
    const [file = ''] = names(await runCheckup(['form', '--format', 'yaml'], where));
    expect(file).toBe(join('reports', 'example-motors', 'small-checkup-form.yaml'));
    expect(readFileSync(join(folder, file), 'utf8')).toContain(
      'checkup audit --checklist PATH --answers FILE',
    );
    const other = ['form', '--format', 'md', '--checklist', 'quick-checkup'];
    expect(names(await runCheckup(other, where))).toEqual([
      join('reports', 'example-motors', 'quick-checkup-form.md'),
    ]);
  });

  test('prints the open audit: its own checklist, scope and people', async () => {
    const { db, folder, at: where } = await filledFolder(['2026-Q2'], ['One', 'Two']);
    const store = openStore(db);
    const answers = await fixtureAnswers('2026-Q2');
    await recordAudit(store, '2026-Q3', answers, { dealership: 'One' });
    store.close();
    const kept = fingerprints(folder);
    const ran = await runCheckup(['form'], where);
    expect(names(ran)).toContain(join('reports', 'one', '2026-Q3-small-checkup-form.html'));
    expect(ran.stderr).toContain('The form of the open audit of One for 2026-Q3.');
    const yaml = readFileSync(
      join(folder, 'reports', 'one', '2026-Q3-small-checkup-form.yaml'),
      'utf8',
    );
    expect(yaml).toMatch(
      /^dealership: "One"\nquarter: 2026-Q3\nauditor: "A. Auditor"\nscope: full$/m,
    );
    expect(yaml).toMatch(/^ {2}anniversary:$/m);
    expect(fingerprints(folder)).toMatchObject(kept);

    // A flag that it doesn't fit means a blank one.
    for (const [flags, file] of [
      [['--quarter', '2026-Q4'], join('forms', '2026-Q4-quarterly-checkup-form.md')],
      [['--dealership', 'two'], join('two', 'small-checkup-form.md')],
      [['--checklist', 'quick-checkup'], join('forms', 'quick-checkup-form.md')],
    ] as const) {
      const other = await runCheckup(['form', '--format', 'md', ...flags], where);
      expect(names(other)).toEqual([join('reports', file)]);
      expect(other.stderr).toBe('');
    }
  });

  test('with several audits open is for the one that the flags choose, or says that it is for none', async () => {
    const { db, at: where } = await filledFolder(['2026-Q2'], ['One']);
    const store = openStore(db);
    for (const quarter of ['2026-Q3', '2026-Q4']) {
      await recordAudit(store, quarter, await fixtureAnswers('2026-Q2'), { dealership: 'One' });
    }
    store.close();
    const blank = await runCheckup(['form', '--format', 'md'], where);
    expect(names(blank)).toEqual([join('reports', 'one', 'small-checkup-form.md')]);
    expect(blank.stderr).toMatch(
      /^2 audits are open: One for 2026-Q3; One for 2026-Q4\. .*none of them/,
    );
    const chosen = await runCheckup(['form', '--format', 'md', '--quarter', '2026-Q4'], where);
    expect(names(chosen)).toEqual([join('reports', 'one', '2026-Q4-small-checkup-form.md')]);
  });

  test('refuses what it cannot take, and writes nothing', async () => {
    const { folder, checkup } = place();
    expectWrongUsage(
      await checkup('form', '--format', 'xml'),
      /use one or more of md, html, pdf, yaml/,
    );
    expectWrongUsage(
      await checkup('form', '--out', '-', '--format', 'md,yaml'),
      /only one format fits on standard output; choose one with --format md or --format html or --format yaml/,
    );
    expectRefused(await checkup('form', '--quarter', 'soon'), /is not a quarter/);
    expectRefused(await checkup('form', '--dealership', ' '), /--dealership is empty/);
    expectRefused(await checkup('form', '--auditor', 'a\nb'), /--auditor has control characters/);
    expectRefused(
      await checkup('form', '--checklist', 'quikc-checkup'),
      /Did you mean quick-checkup/,
    );
    expect((await checkup('form', '--by', 'mood')).code).toBe(2);
    expectRefused(await checkup('form', '--db', 'none.db'), /none\.db/);
    expect(existsSync(join(folder, 'reports'))).toBe(false);
    expect(filesIn(folder)).toEqual([]);
  });
});
