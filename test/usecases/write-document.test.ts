import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Printable } from '../../src/documents/tree.js';
import type { Format, Tools } from '../../src/formats/format.js';
import { html } from '../../src/formats/html/html.js';
import { pdf } from '../../src/formats/pdf.js';
import { chosenFormats, whyNotPrinted } from '../../src/usecases/chosen-formats.js';
import type { Destination } from '../../src/usecases/destination.js';
import { writeDocument } from '../../src/usecases/write-document.js';
import { filesIn, tempFolder } from '../support/folders.js';

const SAID: Printable = {
  tree: () => ({
    kind: 'Note',
    subject: 'Example Motors',
    title: 'A note',
    headline: 'All is well.',
    blocks: [],
    foot: [],
    running: 'A note',
  }),
  data: () => ({ note: 1 }),
  tables: () => [
    { name: 'steps', columns: ['id'], rows: [['one']] },
    { name: 'items', columns: ['id'], rows: [['a'], ['b']] },
  ],
  answersFile: () => null,
};

const BYTES = new Uint8Array([37, 80, 68, 70, 0, 255]);

const tools: Tools = { toPdf: () => Promise.resolve(BYTES) };

const text: Format = {
  name: 'md',
  summary: 'to read',
  byDefault: true,
  isText: true,
  print: (document) => [{ part: '', content: `${document.tree().title}\n` }],
};

const tables: Format = {
  name: 'csv',
  summary: 'to count',
  byDefault: false,
  isText: true,
  print: (document) =>
    document.tables().map(({ name, rows }) => ({ part: name, content: `${rows.join('\n')}\n` })),
};

const toFillIn: Format = {
  name: 'yaml',
  summary: 'to fill in',
  byDefault: false,
  isText: true,
  isFilledIn: true,
  print: () => [{ part: '', content: 'answers:\n  a:\n' }],
};

const broken: Format = {
  name: 'broken',
  summary: 'never works',
  byDefault: false,
  isText: true,
  print: () => {
    throw new Error('no');
  },
};

function into(folder: string, wrote: string[] = []): Destination {
  return {
    folder,
    short: (path) => path.slice(folder.length + 1),
    wrote: (file) => wrote.push(file.slice(folder.length + 1)),
  };
}

describe('a document', () => {
  test('is written in each format, and every file is named', async () => {
    const folder = join(tempFolder(), 'deep', 'down');
    const written = await writeDocument(
      into(folder),
      [text, tables, html, pdf],
      { name: 'q3', document: SAID },
      tools,
    );
    expect(written).toEqual(
      ['q3.md', 'q3-steps.csv', 'q3-items.csv', 'q3.html', 'q3.pdf'].map((name) =>
        join(folder, name),
      ),
    );
    expect(filesIn(folder)).toEqual(written.map((file) => file.slice(folder.length + 1)).sort());
    expect(readFileSync(join(folder, 'q3.md'), 'utf8')).toBe('A note\n');
    expect(readFileSync(join(folder, 'q3-items.csv'), 'utf8')).toBe('a\nb\n');
    expect(readFileSync(join(folder, 'q3.html'), 'utf8')).toContain('All is well.');
    expect(new Uint8Array(readFileSync(join(folder, 'q3.pdf')))).toEqual(BYTES);
  });

  test('replaces what was there', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'q3.md'), 'old');
    await writeDocument(into(folder), [text], { name: 'q3', document: SAID }, tools);
    expect(readFileSync(join(folder, 'q3.md'), 'utf8')).toBe('A note\n');
  });

  test('that one format cannot print leaves everything as it was', async () => {
    const folder = tempFolder();
    const done = writeDocument(into(folder), [text, broken], { name: 'q3', document: SAID }, tools);
    await expect(done).rejects.toThrow('no');
    expect(filesIn(folder)).toEqual([]);
  });

  test('without a PDF leaves the page it would have been, and says so', async () => {
    const folder = tempFolder();
    const toPdf: Tools['toPdf'] = () => Promise.reject(new Error('no browser'));
    const said = { name: 'q3', document: SAID };
    const wrote: string[] = [];
    const done = writeDocument(into(folder, wrote), [pdf, text], said, { toPdf });
    await expect(done).rejects.toThrow('no browser');
    expect(wrote).toEqual(['q3.md', 'q3.html']);
    expect(filesIn(folder)).toEqual(['q3.html', 'q3.md']);
  });

  test('without one that has nothing to stand instead leaves only the others', async () => {
    const folder = tempFolder();
    const late: Format = { ...broken, isText: false };
    const said = { name: 'q3', document: SAID };
    const done = writeDocument(into(folder), [late, text, pdf], said, tools);
    await expect(done).rejects.toThrow('no');
    expect(filesIn(folder)).toEqual(['q3.md', 'q3.pdf']);
  });

  test('that cannot be written instead either says what went wrong first', async () => {
    const folder = tempFolder();
    // A folder of that name is in the way of the page.
    mkdirSync(join(folder, 'q3.html', 'full'), { recursive: true });
    const toPdf: Tools['toPdf'] = () => Promise.reject(new Error('no browser'));
    const said = { name: 'q3', document: SAID };
    const done = writeDocument(into(folder), [pdf], said, { toPdf });
    await expect(done).rejects.toThrow('no browser');
  });

  test('to fill in is never written over once it holds an answer', async () => {
    const folder = tempFolder();
    const file = join(folder, 'form.yaml');
    const write = (): Promise<string[]> =>
      writeDocument(into(folder), [text, toFillIn], { name: 'form', document: SAID }, tools);
    expect(await write()).toHaveLength(2);
    writeFileSync(file, 'answers:\n  b:\n');
    expect(await write()).toHaveLength(2);
    writeFileSync(file, 'answers:\n  a: yes\n');
    writeFileSync(join(folder, 'form.md'), 'old');
    await expect(write()).rejects.toThrow(
      'form.yaml is there already and may be filled in; nothing was written.',
    );
    expect(readFileSync(file, 'utf8')).toBe('answers:\n  a: yes\n');
    expect(readFileSync(join(folder, 'form.md'), 'utf8')).toBe('old');
  });

  test('goes to whoever reads along, without a file', async () => {
    const read: string[] = [];
    const to = { print: (part: string) => read.push(part) };
    expect(await writeDocument(to, [text], { name: 'q3', document: SAID }, tools)).toEqual([]);
    expect(read).toEqual(['A note\n']);
  });
});

describe('formats', () => {
  const all = [html, pdf, text, tables];

  test.each([
    [null, false, ['html', 'md']],
    [null, true, ['md']],
    [['csv', 'html'], false, ['csv', 'html']],
    [['csv'], true, ['csv']],
  ])('%j are chosen, printed %s, as %j', (names, isPrinted, chosen) => {
    expect(chosenFormats(all, names, isPrinted).map(({ name }) => name)).toEqual(chosen);
  });

  test('to print are the first of text where there is none to read', () => {
    expect(chosenFormats([pdf, html, tables], null, true)).toEqual([html]);
    expect(chosenFormats([pdf], null, true)).toEqual([]);
  });

  test.each([
    [[text], null],
    [[text, html], 'only one format fits on standard output'],
    [[pdf], 'pdf is no text for standard output'],
  ])('%# can or cannot be printed', (chosen, why) => {
    expect(whyNotPrinted(chosen)).toBe(why);
  });
});
