import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ProblemsError, printProblem } from '../../src/core/schema/problem.js';
import { UserError } from '../../src/core/errors.js';
import { loadChecklist, requireChecklist } from '../../src/files/checklist-files.js';
import { CHECKLISTS, FIXTURE, changed, placeOf, tempFolder } from '../support/folders.js';

const SMALL = readFileSync(join(FIXTURE, 'small-checkup.yaml'), 'utf8');

/** A copy of the quick checklist, one file a step. */
function folderCopy(): string {
  const folder = tempFolder();
  for (const name of ['checklist', '1-culture', '2-response', '3-communication', '4-appreciation'])
    cpSync(join(CHECKLISTS, 'quick-checkup', `${name}.yaml`), join(folder, `${name}.yaml`));
  for (const name of ['5-after-sale', '6-measurement'])
    cpSync(join(CHECKLISTS, 'quick-checkup', `${name}.yaml`), join(folder, `${name}.yaml`));
  return folder;
}

/** Changes one file of a folder; gives back its new text. */
function edit(folder: string, name: string, from: string, to: string): string {
  const file = join(folder, name);
  const text = changed(readFileSync(file, 'utf8'), from, to);
  writeFileSync(file, text);
  return text;
}

/** The lines that `checkup checklist check` prints for a path. */
async function problemLines(path: string): Promise<string[]> {
  const loaded = await loadChecklist(path);
  return loaded.ok ? [] : loaded.problems.map(printProblem);
}

/** The same for the small checklist as one file, changed in one place. */
async function problemsOfSmall(
  from: string,
  to: string,
): Promise<{ lines: string[]; file: string }> {
  const file = join(tempFolder(), 'small.yaml');
  writeFileSync(file, changed(SMALL, from, to));
  return { lines: await problemLines(file), file };
}

test('the fixture and the copies that these tests spoil are in order before', async () => {
  expect(await problemLines(join(FIXTURE, 'small-checkup.yaml'))).toEqual([]);
  expect(await problemLines(folderCopy())).toEqual([]);
});

describe('a checklist in a folder', () => {
  test('a misspelt key is named with its place and the key that was meant', async () => {
    const folder = folderCopy();
    const text = edit(folder, '2-response.yaml', 'weight: 5', 'wieght: 5');
    const file = join(folder, '2-response.yaml');
    const lines = await problemLines(folder);
    expect(lines).toContain(
      `${file}:${placeOf(text, 'wieght')} items.0.wieght: is not a key here (did you mean weight?)`,
    );
    // The item has no weight now; that is said at the item itself.
    expect(lines).toHaveLength(2);
    expect(lines.find((line) => line.includes('items.0.weight'))).toContain('is missing (add it)');
  });

  test('a second item with the same id is named where it stands, across files', async () => {
    const folder = folderCopy();
    const text = edit(
      folder,
      '3-communication.yaml',
      'id: quick-waiting-customers-told',
      'id: quick-care-in-every-job',
    );
    const key = `items.${String(itemIndex(text, 'quick-care-in-every-job'))}.id`;
    expect(await problemLines(folder)).toEqual([
      `${join(folder, '3-communication.yaml')}:${placeOf(text, 'id: quick-care-in-every-job')} ${key}: quick-care-in-every-job is the id of another item too (give each its own id)`,
    ]);
  });

  test('a name that is too long, or given to two, is named at its line in the step file', async () => {
    const folder = folderCopy();
    const long = 'name: How long the reply to a test inquiry takes';
    const twin = 'name: Next  contact planned';
    edit(folder, '2-response.yaml', 'name: Customer history at hand', twin);
    const two = edit(folder, '2-response.yaml', 'name: First reply to a test inquiry', long);
    const six = edit(folder, '6-measurement.yaml', '\nname: Measurement', '\nname: Culture');
    const key = (text: string, id: string): string => `items.${String(itemIndex(text, id))}.name`;
    const file = (name: string): string => join(folder, name);
    expect(await problemLines(folder)).toEqual([
      `${file('2-response.yaml')}:${placeOf(two, long)} ${key(two, 'quick-inquiry-reply-time')}: is 42 characters long (a name has at most 34: say it in fewer words)`,
      `${file('6-measurement.yaml')}:${placeOf(six, 'name: Culture')} name: “Culture” is the name of another step too (readers tell them apart by it: give each its own)`,
      `${file('2-response.yaml')}:${placeOf(two, twin)} ${key(two, 'quick-history-at-hand')}: “Next contact planned” is the name of another item too (readers tell them apart by it: give each its own)`,
    ]);
  });

  test('a limit that equals its other end is named at its line in the step file', async () => {
    const folder = folderCopy();
    const before = readFileSync(join(folder, '2-response.yaml'), 'utf8');
    const [, full = ''] = /\n {4}full: (\S+)/.exec(before) ?? [];
    const [, zero = ''] = /\n {4}zero: (\S+)/.exec(before) ?? [];
    const text = edit(folder, '2-response.yaml', `zero: ${zero}`, `zero: ${full}`);
    const lines = await problemLines(folder);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(
      `${join(folder, '2-response.yaml')}:${placeOf(text, `zero: ${full}`)} `,
    );
    expect(lines[0]).toContain(`is the same as full, ${full} (`);
  });

  test('a step without a file is named at its entry in checklist.yaml', async () => {
    const folder = folderCopy();
    const text = edit(folder, 'checklist.yaml', 'appreciation', 'aftermath');
    const lines = await problemLines(folder);
    expect(lines).toContain(
      `${join(folder, 'checklist.yaml')}:${placeOf(text, 'aftermath')} steps.3: no file here has the step id aftermath (use one of: culture, response, communication, appreciation, after-sale, measurement)`,
    );
    // Its file is left over, and said to be.
    expect(lines.some((line) => line.startsWith(join(folder, '4-appreciation.yaml:2:1')))).toBe(
      true,
    );
  });

  test('a step that checklist.yaml leaves out is named at the file that is left over', async () => {
    const folder = folderCopy();
    edit(folder, 'checklist.yaml', ', measurement]', ']');
    const lines = await problemLines(folder);
    expect(lines[0]).toBe(
      `${join(folder, '6-measurement.yaml')}:2:1 id: is no step of checklist.yaml (name it under steps, or take the file away)`,
    );
  });

  test('problems in several files are all reported at once', async () => {
    const folder = folderCopy();
    const one = edit(folder, '1-culture.yaml', 'weight: 5', 'weight: heavy');
    const two = edit(folder, '2-response.yaml', 'kind: measure', 'kind: meassure');
    const head = edit(folder, 'checklist.yaml', 'version: 2', 'version: 0');
    const lines = (await problemLines(folder)).map((line) => line.slice(folder.length + 1));
    expect(lines).toEqual([
      `checklist.yaml:${placeOf(head, 'version: 0')} version: is too small (must be at least 1)`,
      `1-culture.yaml:${placeOf(one, 'weight: heavy')} items.0.weight: is text where a number belongs (write a number)`,
      expect.stringMatching(
        new RegExp(
          `^2-response\\.yaml:${placeOf(two, 'kind: meassure')} items\\.\\d\\.kind: is not possible here`,
        ),
      ),
    ]);
  });

  test('a file that is no text hides nothing that is wrong with the others', async () => {
    const folder = folderCopy();
    writeFileSync(join(folder, '5-after-sale.yaml'), Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff]));
    edit(folder, '1-culture.yaml', 'weight: 5', 'wieght: 5');
    const lines = await problemLines(folder);
    expect(lines.some((line) => line.includes('5-after-sale.yaml:1:5'))).toBe(true);
    expect(lines.some((line) => line.includes('wieght'))).toBe(true);
  });

  test('a rule broken across files is reported beside a misspelt key, not after it is mended', async () => {
    const folder = folderCopy();
    edit(folder, '1-culture.yaml', 'weight: 5', 'wieght: 5');
    edit(
      folder,
      '3-communication.yaml',
      'id: quick-waiting-customers-told',
      'id: quick-hello-from-everyone',
    );
    const lines = await problemLines(folder);
    expect(lines.some((line) => line.includes('wieght'))).toBe(true);
    expect(lines.some((line) => line.includes('is the id of another item too'))).toBe(true);
  });
});

function itemIndex(text: string, id: string): number {
  const items = text.slice(text.indexOf('\nitems:')).match(/\n {2}- id: \S+/g) ?? [];
  return items.findIndex((item) => item.endsWith(`: ${id}`));
}

describe('a checklist in one file', () => {
  // In the new text, § marks the place that has to be named.
  const cases: readonly (readonly [
    what: string,
    from: string,
    to: string,
    key: string,
    says: string,
  ])[] = [
    [
      'a misspelt key',
      'title: Response',
      '§titel: Response',
      'steps.1.titel',
      'did you mean title?',
    ],
    [
      'an item id used twice',
      'id: first-reply',
      '§id: callback',
      'steps.1.items.1.id',
      'another item too',
    ],
    ['a step id used twice', 'id: response', '§id: culture', 'steps.1.id', 'another step too'],
    [
      'a department used twice',
      'id: service, title',
      '§id: sales, title',
      'departments.1.id',
      'another department too',
    ],
    [
      'a department nobody knows',
      'departments: [service]',
      'departments: [§servise]',
      'steps.1.items.0.departments.0',
      'did you mean service?',
    ],
    [
      'full equal to zero',
      'zero: 60\n',
      '§zero: 15\n',
      'steps.1.items.1.zero',
      'is the same as full, 15',
    ],
    [
      'bands with a gap at the start',
      'from: 0,',
      '§from: 10,',
      'bands.0.from',
      'leaves scores below 10 without a band',
    ],
    ['bands out of order', 'from: 80', '§from: 50', 'bands.2.from', 'is not above 60'],
    ['a weight of nothing', 'weight: 4', '§weight: 0', 'steps.2.items.0.weight', 'more than 0'],
    ['a weight below nothing', 'weight: 4', '§weight: -1', 'steps.2.items.0.weight', 'more than 0'],
    [
      'a weight that is no number',
      'weight: 4',
      '§weight: .nan',
      'steps.2.items.0.weight',
      'number',
    ],
    ['a weight without end', 'weight: 4', '§weight: .inf', 'steps.2.items.0.weight', 'number'],
    [
      'a rating with four levels',
      'levels: [Never, ',
      '§levels: [',
      'steps.0.items.1.levels',
      'five descriptions',
    ],
    [
      'text that YAML reads as true',
      'title: Response',
      '§title: true',
      'steps.1.title',
      'put it in quotes',
    ],
    ['an id with a space', 'id: callback', '§id: call back', 'steps.1.items.0.id', 'is not an id'],
    [
      'a check used twice',
      'id: seats',
      '§id: coffee',
      'steps.3.items.0.checks.1.id',
      'is there twice',
    ],
    [
      'a step without a core item',
      'items:\n      - { id: call-after, kind: yes-no, ask: Is every buyer called?, departments: [sales], weight: 2, core: true',
      '§items:\n      - { id: call-after, kind: yes-no, ask: Is every buyer called?, departments: [sales], weight: 2',
      'steps.4.items',
      'scope core',
    ],
    [
      'an unknown kind',
      'kind: trace',
      '§kind: traces',
      'steps.2.items.0.kind',
      'yes-no, rating, sample, measure, checks, trace, remark',
    ],
    [
      'a key with nothing behind it',
      'title: Response',
      '§title:',
      'steps.1.title',
      'is nothing where text belongs',
    ],
  ];
  test.each(cases)('%s is named at its line and column', async (_what, from, to, key, says) => {
    const { lines, file } = await problemsOfSmall(from, to.replace('§', ''));
    const place = placeOf(changed(SMALL, from, to), '§');
    const found = lines.find((line) => line.startsWith(`${file}:${place} ${key}: `)) ?? '';
    expect(found, lines.join('\n')).toContain(says);
    // What is wrong, then in brackets what to do.
    expect(found).toMatch(/ \(.+\)$/);
  });

  test('five steps are refused at the key that lists them', async () => {
    const { lines, file } = await problemsOfSmall(
      SMALL.slice(SMALL.indexOf('  - id: measurement')),
      '',
    );
    expect(lines).toEqual([
      `${file}:${placeOf(SMALL, 'steps:')} steps: has 5 steps (a check-up has 6: add what is missing)`,
    ]);
  });

  test('a missing key is placed at the nearest thing above it that is written', async () => {
    const { lines, file } = await problemsOfSmall('        unit: calls\n', '');
    expect(lines).toHaveLength(1);
    const place = placeOf(SMALL, 'id: callback');
    expect(lines[0]).toBe(`${file}:${place} steps.1.items.0.unit: is missing (add it)`);
  });

  test('keys that would act on JavaScript objects are keys like any other', async () => {
    const { lines: proto } = await problemsOfSmall('version: 1\n', 'version: 1\n__proto__: 1\n');
    expect(proto).toEqual([expect.stringMatching(/:5:1: __proto__ is no key/)]);
    for (const key of ['constructor', 'toString']) {
      const { lines } = await problemsOfSmall('version: 1\n', `version: 1\n${key}: { a: 1 }\n`);
      expect(lines, key).toHaveLength(1);
      expect(lines[0]).toContain(`:5:1 ${key}: is not a key here`);
    }
  });
});

test('a checklist with problems is refused with all of them by those who need it', async () => {
  const file = join(tempFolder(), 'small.yaml');
  writeFileSync(file, changed(changed(SMALL, 'weight: 4', 'weight: x'), 'draw: 12', 'draw: 0'));
  const error: unknown = await requireChecklist(file).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ProblemsError);
  expect(error instanceof ProblemsError ? error.problems : []).toHaveLength(2);
});

test('a path that leads nowhere is one message', async () => {
  await expect(loadChecklist(join(tempFolder(), 'none'))).rejects.toThrow(UserError);
});
