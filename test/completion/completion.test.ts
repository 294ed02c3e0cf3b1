import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Argument, Command, Option } from 'commander';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.js';
import { placeOf } from '../../src/completion/place.js';
import type { Known } from '../../src/completion/known.js';
import { valuesOf } from '../../src/completion/values.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { quarterOf } from '../../src/core/quarter.js';
import { formats } from '../../src/formats/index.js';
import type { Store } from '../../src/storage/store.js';
import { openAudits } from '../../src/usecases/find-audit.js';
import {
  filledFolder,
  fixtureAnswers,
  recordAudit,
  smallChecklist,
  testStore,
} from '../golden/fixture/audits.js';
import type { CallOptions, Ran } from '../support/cli.js';
import { expectDone, runCheckup, runProcess } from '../support/cli.js';
import {
  AS_NOBODY,
  CHECKLISTS,
  filesIn,
  fingerprints,
  makePipe,
  tempFolder,
} from '../support/folders.js';

/** What a shell is told for some words. */
interface Told {
  readonly adds: string;
  readonly words: readonly string[];
  readonly about: ReadonlyMap<string, string>;
}

/** The line on which a shell asks for words. */
function asking(words: readonly string[]): string[] {
  return ['completion', 'words', '--', ...words];
}

async function tell(words: readonly string[], where: CallOptions = {}): Promise<Told> {
  return toldBy(await runCheckup(asking(words), where));
}

function toldBy(ran: Ran): Told {
  expectDone(ran);
  expect(ran.stderr).toBe('');
  const [adds = '', ...lines] = ran.stdout.split('\n').slice(0, -1);
  const pairs = lines.map((line) => {
    const [word = '', about, ...more] = line.split('\t');
    expect({ line, about: about !== undefined, more }).toEqual({ line, about: true, more: [] });
    return [word, about ?? ''] as const;
  });
  return { adds, words: pairs.map(([word]) => word), about: new Map(pairs) };
}

const NOW = quarterOf(new Date(), { yearStarts: 1 });

describe('what help knows is completed', () => {
  test('every command of THE LIST, with its summary', async () => {
    const { about, adds } = await tell(['']);
    for (const { name, summary } of commands) expect(about.get(name)).toBe(summary);
    expect([...about.keys()].sort()).toEqual(['help', ...commands.map(({ name }) => name)].sort());
    expect(adds).toBe('nothing');
    expect((await tell(['co'])).words).toEqual(['compare', 'completion']);
    expect((await tell(['help', 'dem'])).words).toEqual(['demo']);
  });

  test.each(commands.map(({ name }) => name))('every flag of %s, and no other', async (name) => {
    const { stdout } = expectDone(await runCheckup([name, '--help']));
    const flags = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z][a-z-]*)/gm)].map(([, flag]) => flag);
    expect(flags.length).toBeGreaterThan(4);
    expect([...(await tell([name, '-'])).words].sort()).toEqual([...new Set(flags)].sort());
  });

  test('the commands below a command, their flags, and nothing below what isn’t one', async () => {
    expect((await tell(['checklist', ''])).words).toEqual([
      'check',
      'show',
      'diff',
      'schema',
      'new',
      'help',
    ]);
    expect((await tell(['checklist', 'show', '--c'])).words).toEqual(['--core']);
    expect((await tell(['completion', ''])).words).toEqual([
      'bash',
      'zsh',
      'fish',
      'powershell',
      'help',
    ]);
    expect((await tell(['frobnicate', ''])).words).toEqual([]);
    expect((await tell([])).words).toContain('audit');
  });

  test('the same, where a shell hands the word at the cursor over by a flag', async () => {
    for (const words of [['checklist', ''], ['report', '--fo'], ['report', '--format', ''], ['']]) {
      const [at = '', ...before] = words.toReversed();
      const ran = await runCheckup([
        ...['completion', 'words', `--at=${at}`, '--'],
        ...before.toReversed(),
      ]);
      expect(toldBy(ran)).toEqual(await tell(words));
    }
  });

  test('a flag is offered once, where nothing else can stand, and not behind --', async () => {
    expect((await tell(['list', ''])).words).toContain('--json');
    expect((await tell(['list', '--json', ''])).words).not.toContain('--json');
    expect((await tell(['list', '--', '-'])).words).toEqual([]);
    expect((await tell(['compare', ''])).words).toEqual([]);
  });
});

describe('the values of flags and arguments', () => {
  test.each<[readonly string[], readonly string[]]>([
    [
      ['list', '--dealership', ''],
      ['one', 'two-motors'],
    ],
    [['list', '--dealership', 'T'], ['two-motors']],
    [['list', '--dealership=t'], ['--dealership=two-motors']],
    [
      ['report', '--quarter', ''],
      ['2026-Q2', '2026-Q3', NOW],
    ],
    [['report', '--quarter', '', '--quarter', '2026-q2'], ['2026-Q2']],
    [['report', '--dealership', 'nobody', '--quarter', ''], [NOW]],
    [
      ['compare', ''],
      ['2026-Q2', '2026-Q3'],
    ],
    [
      ['compare', '2026-Q2', ''],
      ['2026-Q2', '2026-Q3'],
    ],
    [
      ['checklist', 'diff', ''],
      ['quarterly-checkup', 'quick-checkup', '2026-Q2', '2026-Q3'],
    ],
    [['checklist', 'check', 'quick-checkup', '--against', '2026-Q3'], ['2026-Q3']],
    [['report', '--checklist', 'sm'], ['small-checkup']],
    [['audit', '--auditor', ''], ['A. Auditor']],
    [
      ['audit', '--year-starts', '1'],
      ['1', '10', '11', '12'],
    ],
  ])('%j', async (words, want) => {
    const { at } = await filledFolder(['2026-Q2', '2026-Q3'], ['One', 'Two Motors']);
    expect([...new Set((await tell(words, at)).words)]).toEqual([...new Set(want)]);
  });

  test('are told with what they are', async () => {
    const { at } = await filledFolder();
    const told = async (words: readonly string[], word: string): Promise<string | undefined> =>
      (await tell(words, at)).about.get(word);
    expect(await told(['list', '--dealership', ''], 'example-motors')).toBe('Example Motors');
    expect(await told(['compare', ''], '2026-Q3')).toBe('small-checkup sealed');
    expect(await told(['audit', '--year-starts', ''], '4')).toBe('April');
    expect(await told(['audit', '--checklist', ''], 'quick-checkup')).toBe('comes with checkup');
  });

  test('formats go on behind a comma, each once', async () => {
    const [one = '', two = ''] = formats.map(({ name }) => name);
    expect((await tell(['report', '--format', ''])).words).toEqual(formats.map(({ name }) => name));
    expect((await tell(['report', '--format', one])).words).toContain(`${one},${two}`);
    const more = await tell(['report', `--format=${two},`]);
    expect(more.words).toContain(`--format=${two},${one}`);
    expect(more.words).not.toContain(`--format=${two},${two}`);
  });

  test('files and folders are left to the shell', async () => {
    expect(await tell(['audit', '--answers', ''])).toMatchObject({ adds: 'files', words: [] });
    expect(await tell(['--db', ''])).toMatchObject({ adds: 'files', words: [] });
    expect(await tell(['report', '--out='])).toMatchObject({ adds: 'folders', words: [] });
    expect(await tell(['checklist', 'show', 'qui'])).toMatchObject({
      adds: 'files',
      words: ['quick-checkup'],
    });
  });

  test('--db earlier on the line is the database, before or behind the command', async () => {
    const { db, folder } = await filledFolder();
    const nowhere = { home: folder, cwd: folder };
    for (const words of [
      ['--db', db, 'list', '--dealership', ''],
      [`--db=${db}`, 'list', '--dealership', ''],
      ['list', '--db', 'checkup.db', '--dealership', ''],
    ]) {
      expect((await tell(words, nowhere)).words).toEqual(['example-motors']);
    }
    expect((await tell(['list', '--dealership', ''], nowhere)).words).toEqual([]);
  });
});

describe('items, for whatever flag or argument is named so', () => {
  const WANTED = [new Argument('<item>'), new Option('--item <id>')];

  /** What is known on a line without any flags. */
  function known(
    store: Store | null,
    flags: Readonly<Record<string, string>> = {},
    operands: readonly string[] = [],
  ): Known {
    const paths = {
      database: '',
      evidence: '',
      exampleDatabase: '',
      exampleEvidence: '',
      checklists: CHECKLISTS,
      reports: '',
      resolve: (path: string) => path,
      short: (path: string) => path,
    };
    return {
      now: () => new Date('2026-11-02T09:00:00Z'),
      paths,
      openAudits,
      typed: '',
      given: (flag) => flags[flag],
      operands,
      store: () => Promise.resolve(store),
    };
  }

  test('are those of the open audit, with their questions', async () => {
    const { db } = await filledFolder();
    const store = testStore(db);
    await recordAudit(store, '2026-Q4', await fixtureAnswers('2026-Q2'));
    const items = askedItems(smallChecklist, 'full');
    for (const wanted of WANTED) {
      const { candidates } = await valuesOf(wanted, known(store));
      expect(candidates).toEqual(items.map(({ id, ask }) => ({ value: id, about: ask })));
    }
    for (const quarter of ['2026q4', 'Q4 2026']) {
      const { candidates } = await valuesOf(
        new Argument('<item>'),
        known(store, { '--quarter': quarter }),
      );
      expect(candidates).toHaveLength(items.length);
    }
    const other = await valuesOf(new Argument('<item>'), known(store, { '--quarter': '2026-Q1' }));
    expect(other.candidates.map(({ value }) => value)).toContain('culture-named-owner');
  });

  test('are else those of the checklist that is named, or the default', async () => {
    const { db } = await filledFolder();
    for (const store of [testStore(db), null]) {
      const { candidates } = await valuesOf(new Option('--item <id>'), known(store));
      expect(candidates).toHaveLength(84);
      const quick = known(store, { '--checklist': 'quick-checkup' });
      expect((await valuesOf(new Option('--item <id>'), quick)).candidates).toHaveLength(31);
    }
  });

  test('an answer is one of those that its item takes, where they can be told', async () => {
    const { db } = await filledFolder();
    const store = testStore(db);
    await recordAudit(store, '2026-Q4', await fixtureAnswers('2026-Q2'));
    const after = async (item: string): Promise<readonly string[]> => {
      const { candidates } = await valuesOf(new Argument('[value]'), known(store, {}, [item]));
      return candidates.map(({ value }) => value);
    };
    expect(await after('owner')).toEqual(['yes', 'no']);
    expect(await after('leaders')).toEqual(['0', '1', '2', '3', '4']);
    expect(await after('callback')).toEqual([]);
    expect(await after('nothing')).toEqual([]);
    const { words } = await tell(['answer', 'culture-named-owner', 'y']);
    expect(words).toEqual(['yes']);
  });

  test('choices are what they are', async () => {
    const by = new Option('--by <order>').choices(['step', 'place']);
    const { candidates } = await valuesOf(by, known(null));
    expect(candidates.map(({ value }) => value)).toEqual(['step', 'place']);
  });
});

describe('names that could do harm', () => {
  const NAME = 'Bob’s $(touch pwned) `touch pwned` "x"; \u001b[31m\u0007\u202e東京\n\tend';

  test('are told as one visible line behind a slug, and not offered as words', async () => {
    const { at, db } = await filledFolder([], []);
    const store = testStore(db);
    await recordAudit(store, '2026-Q2', await fixtureAnswers('2026-Q2'), {
      dealership: NAME,
      auditor: `A\u001b[31m\nB`,
    });
    const { words, about } = await tell(['list', '--dealership', ''], at);
    expect(words).toHaveLength(1);
    expect(words[0]).toMatch(/^[\p{L}\p{N}-]+$/u);
    expect([...about.values()][0]).toBe(
      'Bob’s $(touch pwned) `touch pwned` "x"; [U+001B][31m[U+0007][U+202E]東京 end',
    );
    expect((await tell(['audit', '--auditor', ''], at)).words).toEqual([]);
  });
});

describe('nothing is written', () => {
  const LINE = ['list', '--dealership', ''];

  test('no database is made, and none is touched', async () => {
    const home = tempFolder();
    expect(await tell(LINE, { home, cwd: home })).toMatchObject({ adds: 'nothing', words: [] });
    expect(filesIn(home)).toEqual([]);
    const { at, folder } = await filledFolder();
    const before = fingerprints(folder);
    expect((await tell(LINE, at)).words).toEqual(['example-motors']);
    expect(fingerprints(folder)).toEqual(before);
  });

  test('nor while another program is writing, whose newest words are read', async () => {
    const { at, db, folder } = await filledFolder();
    const store = testStore(db);
    await store.dealerships.add('Brand New', { yearStarts: 1 }, new Date());
    const isLog = (name: string): boolean => name.endsWith('-shm');
    const before = Object.entries(fingerprints(folder)).filter(([name]) => !isLog(name));
    expect((await tell(LINE, at)).words).toEqual(['brand-new', 'example-motors']);
    expect(Object.entries(fingerprints(folder)).filter(([name]) => !isLog(name))).toEqual(before);
  });

  test('a database that only may be read is read', async () => {
    const { at, db, folder } = await filledFolder();
    chmodSync(db, 0o444);
    chmodSync(folder, 0o555);
    const ran = await runProcess(asking(LINE), { ...at, ...AS_NOBODY });
    expect(toldBy(ran).words).toEqual(['example-motors']);
  });

  test('what is no database has no words, is no error, and stays as it is', async () => {
    const folder = tempFolder();
    const file = (name: string): string => join(folder, name);
    writeFileSync(file('empty'), '');
    writeFileSync(file('text'), 'no database '.repeat(200));
    const { db } = await filledFolder();
    writeFileSync(file('half'), readFileSync(db).subarray(0, 5000));
    mkdirSync(file('folder'));
    makePipe(file('pipe'));
    for (const name of ['empty', 'text', 'half', 'folder', 'pipe', 'missing']) {
      const where = { home: folder, cwd: folder };
      expect((await tell(['--db', name, ...LINE], where)).words, name).toEqual([]);
      const quarter = await tell(['--db', name, 'report', '--quarter', ''], where);
      expect(quarter.words, name).toEqual([NOW]);
    }
    expect(filesIn(folder)).toEqual(['empty', 'half', 'pipe', 'text']);
  });
});

test('any words have a place, and the word at the cursor stays what it is', async () => {
  const program = new Command('x').option('--db <file>').option('--quiet');
  program.command('one').argument('[a]').option('--name <name>').option('-s, --some [value]');
  program.command('two').argument('<b...>').command('three');
  const word = fc.oneof(
    fc.constantFrom(
      'one',
      'two',
      'three',
      'help',
      '--',
      '-',
      '--name',
      '--name=',
      '-s',
      '--db',
      '',
    ),
    fc.string({ unit: 'grapheme' }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), async (words) => {
      const { lead, typed } = await placeOf(program, words, () => Promise.resolve());
      expect(`${lead}${typed}`).toBe(words.at(-1) ?? '');
    }),
  );
});
