import { beforeAll, describe, expect, test } from 'vitest';
import { auditReport } from '../../src/documents/audit/index.js';
import type { Example, Shown } from '../support/example.js';
import { playExample, show } from '../support/example.js';
import { decoded } from '../support/html.js';
import { wrongPlurals } from '../support/tree-text.js';

// What must hold of every word that the example's documents say, in every format.

let example: Example;
let all: readonly Shown[];
beforeAll(async () => {
  example = await playExample();
  all = [
    ...example.documents,
    ...example.audits.map((view) =>
      show(`${view.audit.dealership.name} ${view.audit.quarter}`, auditReport, view),
    ),
  ];
});

/** What a page says, its tags and what is only small print beside a name left out. */
function wordsOf(html: string): string {
  return decoded(
    html
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<code>.*?<\/code>/gs, '')
      .replace(/<[^>]*>/g, ' '),
  );
}

describe('every document of the example', () => {
  test('names items, and never by their id', () => {
    const ids = new Set(
      example.audits.flatMap(({ result }) =>
        result.steps.flatMap(({ items }) => items.map(({ item }) => item.id)),
      ),
    );
    expect(ids.size).toBeGreaterThan(30);
    const found = all
      .filter(({ kind }) => kind !== 'form' && kind !== 'answers')
      .flatMap(({ name, html, markdown, screen }) =>
        [wordsOf(html), markdown.replace(/`[^`]*`/g, ''), screen].flatMap((text) =>
          [...ids].filter((id) => text.includes(id)).map((id) => `${name}: ${id}`),
        ),
      );
    expect(found).toEqual([]);
  });

  test('counts one as one, and many as many', () => {
    for (const { name, html, markdown, screen } of all) {
      for (const text of [wordsOf(html), markdown, screen]) {
        expect(wrongPlurals(text), name).toEqual([]);
      }
    }
  });

  test('prints no range without a width', () => {
    const range = /([+−-]?\d+(?:\.\d+)?) to \1(?![\d.])/g;
    for (const { name, html, markdown, screen } of all) {
      for (const text of [wordsOf(html), markdown, screen]) {
        expect(text.match(range) ?? [], name).toEqual([]);
      }
    }
  });

  test('says what no machine would', () => {
    for (const { name, html, markdown, screen } of all) {
      for (const text of [wordsOf(html), markdown, screen]) {
        expect(text.match(/\b(?:undefined|NaN|null|Infinity|\[object)\b/g) ?? [], name).toEqual([]);
        expect(text.match(/(?<!\.)\.\.(?!\.)|[,;]\s*\./g) ?? [], name).toEqual([]);
      }
    }
  });

  test('carries the whole seal of every audit that it reports', () => {
    for (const { name, kind, html, markdown, data } of all) {
      const seals = sealsIn(data);
      if (['form', 'list', 'answers'].includes(kind)) continue;
      expect(seals.length, name).toBeGreaterThan(0);
      for (const seal of seals) {
        expect(html, `${name}: HTML`).toContain(seal);
        expect(markdown, `${name}: Markdown`).toContain(seal);
      }
    }
  });

  test('has coverage between 0 and 1 in its data', () => {
    for (const { name, data } of all) {
      for (const coverage of valuesAt('coverage', data)) {
        if (coverage === null) continue;
        expect(coverage, name).toBeGreaterThanOrEqual(0);
        expect(coverage, name).toBeLessThanOrEqual(1);
      }
    }
    const kinds = all.filter(({ data }) => valuesAt('coverage', data).length > 0);
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(
      new Set(['audit', 'comparison', 'trend', 'group', 'masked', 'brief', 'list']),
    );
  });

  test('is at most 150 kB as a page, and the same bytes twice', async () => {
    for (const { name, html } of all) {
      expect(Buffer.byteLength(html), name).toBeLessThanOrEqual(150_000);
    }
    const again = await playExample(true);
    expect(again.documents.map(({ html, markdown }) => [html, markdown])).toEqual(
      example.documents.map(({ html, markdown }) => [html, markdown]),
    );
  });
});

/** Every value of a key, at any depth. */
function valuesAt(key: string, data: unknown): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]: [string, unknown]) => [
    ...(name === key ? [value] : []),
    ...valuesAt(key, value),
  ]);
}

/** The seals of audits that a document is about: 64 hexadecimal digits under `seal`. */
function sealsIn(data: unknown): string[] {
  return valuesAt('seal', data).filter(
    (seal): seal is string => typeof seal === 'string' && /^[0-9a-f]{64}$/.test(seal),
  );
}
