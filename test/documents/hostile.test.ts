import { parse } from 'csv-parse/sync';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { beforeAll, describe, expect, test } from 'vitest';
import { printJson, visible } from '../../src/core/text.js';
import { printCsv } from '../../src/formats/csv.js';
import { printScreen } from '../../src/formats/screen/screen.js';
import { createStyle } from '../../src/terminal/style.js';
import type { Example } from '../support/example.js';
import { documentsIn, inStore } from '../support/example.js';
import { HOSTILE, recordHostile } from '../support/hostile-audits.js';
import { readPage } from '../support/html.js';

// Every text that somebody can type is hostile, from the name of the dealership to the reference of
// a case: each document stays what it is, in every format.

let example: Example;
beforeAll(async () => {
  example = await inStore(async (store) =>
    documentsIn(store, { ...(await recordHostile(store)), today: new Date('2026-10-02') }),
  );
});

/** What pages are made of. */
const TAGS =
  /^(?:html|head|article|strong|em|meta|title|body|a|header|main|p|span|h[1-4]|nav|section|footer|b|small|br|code|svg|symbol|use|g|rect|circle|line|polygon|polyline|path|text|tspan|table|caption|colgroup|col|thead|tbody|tr|th|td|blockquote|ul|ol|li|details|summary|div|figure|figcaption|dl|dt|dd|i|label)$/;
const ACTING =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

function letters(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Whether a link leads to a place on its own page, or to a file beside it. */
function staysHere(href: string): boolean {
  const { protocol, host, search } = new URL(href, 'file:///reports/here/page.html');
  return protocol === 'file:' && host === '' && search === '';
}

describe('hostile texts', () => {
  test('are hundreds, and every one is typed somewhere', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(500);
    const data = example.documents.map(({ data: of }) => JSON.stringify(of)).join('');
    const kept = example.audits.map((view) => JSON.stringify(view.audit)).join('') + data;
    const missing = HOSTILE.filter(
      (_, index) => index < 500 && !kept.includes(`q${String(index)}q`),
    );
    expect(missing).toEqual([]);
  });

  test('stay text in every page: no tag, no attribute, no place to go', () => {
    for (const { name, html } of example.documents) {
      const { tags, style } = readPage(html);
      expect(style, name).not.toContain('</');
      for (const { name: tag, attributes } of tags) {
        expect(tag, name).toMatch(TAGS);
        expect(
          Object.keys(attributes).filter((key) => /^on|^style$|^src|^srcdoc$/.test(key)),
        ).toEqual([]);
        if (attributes['href'] !== undefined)
          expect(staysHere(attributes['href']), attributes['href']).toBe(true);
      }
      expect(html, name).not.toMatch(ACTING_IN_PAGE);
    }
  });

  test('are read whole in the page and in Markdown', () => {
    const last = example.documents.filter(({ kind }) => kind === 'audit').at(-1);
    const view = example.audits
      .filter(({ audit }) => audit.dealership.slug === example.comparison.audit.dealership.slug)
      .at(-1);
    const page = letters(readPage(last?.html ?? '').text);
    const plain = letters(
      rendered(last?.markdown ?? '')
        .replace(/<[^>]*>/g, '')
        .replace(/&(lt|gt|amp|quot);/g, (_, entity: string) => ENTITIES[entity] ?? ''),
    );
    for (const step of view?.result.steps ?? []) {
      for (const { answer } of step.items) {
        const note = letters(visible(answer?.note ?? ''));
        expect(page).toContain(note);
        expect(plain).toContain(note);
      }
    }
  });

  test('become no link, no picture and no HTML of Markdown', () => {
    for (const { name, markdown } of example.documents) {
      const html = rendered(markdown);
      const tags = new Set(
        (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/<\/?([a-z0-9]+).*/s, '$1')),
      );
      for (const tag of tags) {
        expect(tag, name).toMatch(
          /^(?:h[1-6]|p|strong|em|code|br|blockquote|table|thead|tbody|tr|th|td|ul|ol|li|hr|a|input)$/,
        );
      }
      for (const [, href = ''] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        expect(staysHere(href), href).toBe(true);
      }
      expect(markdown, name).not.toMatch(ACTING);
    }
  });

  test('do nothing to a terminal, of any width, by sign or in words', () => {
    for (const { name, summary, tree } of example.documents) {
      for (const [width, tableWidth] of [
        [100, 100],
        [40, 40],
        [80, 0],
      ] as const) {
        for (const blocks of [summary, tree.blocks]) {
          const text = printScreen(blocks, { width, tableWidth, style: createStyle(false) });
          expect(text, name).not.toMatch(ACTING);
        }
      }
    }
  });

  test('are no formulas of a spreadsheet, and come back from data as they were', async () => {
    for (const { name, data, tables } of example.documents) {
      const json = printJson(data);
      expect(JSON.parse(json), name).toEqual(JSON.parse(JSON.stringify(data)));
      expect(json, name).not.toMatch(ACTING);
      for (const table of tables) {
        const rows: string[][] = parse(await printCsv(table), {
          bom: true,
          record_delimiter: '\r\n',
        });
        expect(rows.length).toBe(table.rows.length + 1);
        for (const cell of rows.flat()) {
          expect(cell).not.toMatch(/^\s*[=@]|^\t|^\s*[+-](?!\d+([.,]\d+)?\s*%?\s*$)/);
        }
      }
    }
  });
});

// A page may hold tabs and marks of direction inside what isolates them.
const ACTING_IN_PAGE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/** What GitHub makes of Markdown. */
function rendered(text: string): string {
  return micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}
