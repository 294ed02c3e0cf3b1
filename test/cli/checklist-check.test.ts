import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { expectDone, expectNoStack, expectRefused, parseJson, runCheckup } from '../support/cli.js';
import type { Ran } from '../support/cli.js';
import {
  CHECKLISTS,
  FIXTURE,
  changed,
  filesIn,
  fingerprints,
  makePipe,
  placeOf,
  tempFolder,
  writeFiles,
} from '../support/folders.js';

const SMALL = readFileSync(join(FIXTURE, 'small-checkup.yaml'), 'utf8');
const RESPONSE = readFileSync(join(CHECKLISTS, 'quick-checkup', '2-response.yaml'), 'utf8');

const laughs = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => {
    const below = `*${level === 1 ? 'a' : `a${String(level - 1)}`}`;
    return `a${String(level)}: &a${String(level)} [${Array(9).fill(below).join(', ')}]`;
  }),
].join('\n');

/** Runs `checklist check` on a single file with this content. */
async function checkFile(content: string | Uint8Array): Promise<{ ran: Ran; file: string }> {
  const file = join(tempFolder(), 'checklist.yaml');
  writeFileSync(file, content);
  return { ran: await runCheckup(['checklist', 'check', file]), file };
}

/** The same with the content as step two of a folder. */
async function checkFolder(content: string | Uint8Array): Promise<{ ran: Ran; file: string }> {
  const folder = tempFolder();
  cpSync(join(CHECKLISTS, 'quick-checkup'), folder, { recursive: true });
  const file = join(folder, '2-response.yaml');
  writeFileSync(file, content);
  return { ran: await runCheckup(['checklist', 'check', folder]), file };
}

/** Exit code 1, every line before the message of the form `file:line:column key: what (cure)`. */
function expectProblems(ran: Ran, file: string): string[] {
  expect(ran, ran.stderr).toMatchObject({ code: 1, stdout: '' });
  expectNoStack(ran);
  const lines = ran.stderr.trimEnd().split('\n');
  const last = lines.findIndex((line) => line.startsWith('error: '));
  expect(lines[last]).toMatch(/^error: \d+ problems? found\.$/);
  const problems = lines.slice(0, last);
  expect(problems.length).toBeGreaterThan(0);
  expect(lines[last]).toContain(` ${String(problems.length)} problem`);
  for (const line of problems) {
    expect(line).toMatch(/^\/[^:]+\.ya?ml:\d+:\d+(?: [^:]+)?: .+ ?\(.+\)$/);
  }
  expect(problems.some((line) => line.startsWith(`${file}:`))).toBe(true);
  return problems;
}

describe('a file that is no checklist is refused with its place', () => {
  const cases: readonly (readonly [string, string | Uint8Array, RegExp])[] = [
    ['a tab', 'id: a\n\ttitle: b\n', /:2:1: a tab/],
    [
      'ten mebibytes',
      Buffer.alloc(10 * 1024 * 1024, 'a: 1\n'),
      /:1:1: is 10\.0 MiB \(at most 1 MiB/,
    ],
    ['a billion laughs', laughs, /aliases/],
    ['an anchor in itself', '&a [*a]\n', /:1:5: the alias \*a stands inside its own anchor/],
    ['a byte that is no UTF-8', Buffer.from([0x61, 0x3a, 0x0a, 0x20, 0xff]), /:2:2: holds a byte/],
    ['a key twice', 'id: a\ntitle: b\nid: c\n', /:3:1: the same key is there twice/],
    ['two documents', 'id: a\n---\nid: b\n', /a second document starts here/],
    ['nothing', '', /:1:1/],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /:1:1: holds a byte/],
    ['zeros', Buffer.alloc(512), /:1:1/],
    ['a list', '- a\n- b\n', /:1:1/],
  ];
  test.each(cases)('%s', async (_what, content, says) => {
    const [single, folder] = [await checkFile(content), await checkFolder(content)];
    for (const { ran, file } of [single, folder]) {
      const problems = expectProblems(ran, file);
      expect(problems.find((line) => line.startsWith(file)) ?? '').toMatch(says);
    }
  });

  test('twenty thousand brackets are the fault of no line', async () => {
    for (const check of [checkFile, checkFolder]) {
      const { ran, file } = await check('['.repeat(20_000));
      expect(ran.code).toBe(1);
      expect(ran.stderr).toContain(`error: ${file} is nested too deeply`);
    }
  });
});

describe('a checklist with slips', () => {
  test('names place, reason and cure of a misspelt key, a twin id and a wrong limit', async () => {
    const single = changed(
      changed(
        changed(SMALL, 'asks: Do we answer fast?', 'aks: Do we answer fast?'),
        'zero: 60\n',
        'zero: 15\n',
      ),
      'id: seats',
      'id: Seats',
    );
    const one = await checkFile(single);
    expect(
      expectProblems(one.ran, one.file).map((line) => line.slice(one.file.length + 1)),
    ).toEqual(
      expect.arrayContaining([
        `${placeOf(single, 'aks:')} steps.1.aks: is not a key here (did you mean asks?)`,
        `${placeOf(single, 'id: Seats')} steps.3.items.0.checks.1.id: is not an id (use lower-case letters and digits, in words joined by single hyphens)`,
      ]),
    );
    const text = changed(RESPONSE, 'weight:', 'wieght:');
    const two = await checkFolder(text);
    expect(expectProblems(two.ran, two.file)).toContain(
      `${two.file}:${placeOf(text, 'wieght')} items.0.wieght: is not a key here (did you mean weight?)`,
    );
  });

  test('names all of them, in all files, at once', async () => {
    const folder = tempFolder();
    cpSync(join(CHECKLISTS, 'quick-checkup'), folder, { recursive: true });
    const names = readdirSync(folder).filter((name) => /^\d.*\.yaml$/.test(name));
    expect(names).toHaveLength(6);
    for (const name of names) {
      const file = join(folder, name);
      writeFileSync(file, changed(readFileSync(file, 'utf8'), 'weight:', 'wieght:'));
    }
    const ran = await runCheckup(['checklist', 'check', folder]);
    const problems = expectProblems(ran, join(folder, '1-culture.yaml'));
    for (const name of names) {
      expect(
        problems.some((line) => line.startsWith(`${join(folder, name)}:`)),
        name,
      ).toBe(true);
    }
  });

  test('lets nothing that it quotes act on the terminal', async () => {
    const { ran } = await checkFile(
      changed(SMALL, 'version: 1\n', 'version: 1\n"\\e[2J\\e[31mred\\u202e": 1\n'),
    );
    const long = await checkFile(
      changed(SMALL, 'departments: [service]', 'departments: ["\\e]0;title\\a"]'),
    );
    for (const { stderr, code } of [ran, long.ran]) {
      expect(code).toBe(1);
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
  });
});

describe('a checklist that is sound and gives one to think', () => {
  test('is warned of with place and cure, and passes', async () => {
    const text = changed(RESPONSE, 'draw: 5', 'critical: true\n    draw: 5');
    const { ran, file } = await checkFolder(text);
    const { stdout, stderr } = expectDone(ran);
    expect(stdout).toMatch(/^\S+: 31 items \(18 core\) in 6 steps, no problems$/m);
    expect(stderr).toBe(
      `warning: ${file}:${placeOf(text, 'draw: 5')} items.0.draw: is few for an item that must not fail: one of 5 messages moves the step by 7.1 points (draw at least 8, or take critical away)\n`,
    );
  });
});

describe('a path that is no checklist is one message', () => {
  test('nothing, an empty folder, a pipe, and a folder with a pipe or a folder for a step', async () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'empty'));
    makePipe(join(folder, 'pipe.yaml'));
    cpSync(join(CHECKLISTS, 'quick-checkup'), join(folder, 'piped'), { recursive: true });
    makePipe(join(folder, 'piped', '7-more.yaml'));
    cpSync(join(CHECKLISTS, 'quick-checkup'), join(folder, 'nested'), { recursive: true });
    mkdirSync(join(folder, 'nested', '7-more.yaml'));
    const refused = async (name: string, says: RegExp): Promise<void> => {
      expectRefused(await runCheckup(['checklist', 'check', join(folder, name)]), says);
    };
    await refused('none', /There is no checklist at .*none\.\nGive the path/);
    await refused('empty', /checklist\.yaml does not exist\./);
    await refused('pipe.yaml', /pipe\.yaml is not a plain file\./);
    await refused('piped', /7-more\.yaml is not a plain file\./);
    await refused('nested', /7-more\.yaml is a folder, not a file\./);
    expectRefused(
      await runCheckup(['checklist', 'check', 'quick-chekup']),
      /There is no checklist quick-chekup\.\nDid you mean quick-checkup\?/,
    );
  });
});

describe('the checklists that come with the program', () => {
  test('have no problems', async () => {
    const { stdout, stderr } = expectDone(await runCheckup(['checklist', 'check']));
    const ids = readdirSync(CHECKLISTS, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(stdout.match(/^[\w-]+: \d+ items \(\d+ core\) in 6 steps, no problems$/gm)).toHaveLength(
      ids.length,
    );
    expect(stderr).toBe('');
  });

  test('have a schema for editors that is current, and point to it in their first line', async () => {
    const { stdout } = expectDone(await runCheckup(['checklist', 'schema']));
    expect(parseJson(stdout)).toMatchObject({
      $schema: expect.stringContaining('json-schema.org') as unknown,
    });
    expect(
      readFileSync(join(CHECKLISTS, 'checklist.schema.json'), 'utf8'),
      'make it anew: node bin/checkup.js checklist schema > checklists/checklist.schema.json',
    ).toBe(stdout);
    const yaml = filesIn(CHECKLISTS).filter((name) => /^[\w-]+[\\/][\w-]+\.yaml$/.test(name));
    expect(yaml.length).toBeGreaterThanOrEqual(14);
    for (const name of yaml) {
      expect(readFileSync(join(CHECKLISTS, name), 'utf8'), name).toMatch(
        /^# yaml-language-server: \$schema=\.\.\/checklist\.schema\.json\n/,
      );
    }
  });

  test('are shown, whole or only their core items', async () => {
    const all = expectDone(await runCheckup(['checklist', 'show']));
    const core = expectDone(await runCheckup(['checklist', 'show', '--core']));
    const ids = (text: string): number => (text.match(/^ {4}[a-z0-9-]+ · /gm) ?? []).length;
    expect(ids(all.stdout)).toBe(84);
    expect(ids(core.stdout)).toBe(36);
    expect(all.stdout.match(/^ {4}Name: ./gm)).toHaveLength(84);
    expect(all.stdout).toContain(
      'Name: Response\nBetter: customers are answered faster\nWorse: customers wait longer for an answer\n',
    );
    for (const line of all.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('a checklist of one’s own', () => {
  test('is copied, passes the check, and finds its schema where its files point to', async () => {
    const folder = tempFolder();
    for (const from of ['quarterly-checkup', 'quick-checkup']) {
      const made = expectDone(
        await runCheckup(['checklist', 'new', `my/${from}`, '--from', from], { cwd: folder }),
      );
      for (const file of made.stdout.trimEnd().split('\n')) {
        expect(filesIn(folder)).toContain(file);
      }
      const own = join(folder, 'my', from);
      const head = readFileSync(join(own, 'checklist.yaml'), 'utf8');
      const [, schema = ''] = /\$schema=(\S+)/.exec(head) ?? [];
      expect(parseJson(readFileSync(join(own, schema), 'utf8'))).toHaveProperty('title');
      const { stdout } = expectDone(
        await runCheckup(['checklist', 'check', `./my/${from}`], { cwd: folder }),
      );
      expect(stdout).toContain('no problems');
    }
  });

  test('never overwrites a folder that holds something, or a file', async () => {
    const folder = tempFolder();
    writeFiles(folder, { 'mine/notes.txt': 'mine', file: 'mine' });
    const before = fingerprints(folder);
    for (const name of ['mine', 'file']) {
      expectRefused(
        await runCheckup(['checklist', 'new', name], { cwd: folder }),
        /is there already and not empty\.\nGive the name of a new folder; nothing was overwritten/,
      );
    }
    expect(fingerprints(folder)).toEqual(before);
  });

  test('is copied with every file that was written named', async () => {
    const folder = tempFolder();
    const { stdout } = expectDone(await runCheckup(['checklist', 'new', 'mine'], { cwd: folder }));
    expect(stdout.trimEnd().split('\n').sort()).toEqual(filesIn(folder));
  });
});
