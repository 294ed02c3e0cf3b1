import { describe, expect, it } from 'vitest';
import {
  BLANK,
  BREAK,
  fine,
  fold,
  key,
  link,
  paragraph,
  quote,
  signed,
  soft,
  strong,
  table,
  tag,
} from '../../../src/documents/blocks.js';
import type { Block, Column, Row } from '../../../src/documents/tree.js';
import { blocks } from '../../../src/formats/html/blocks.js';
import { PageParts } from '../../../src/formats/html/parts.js';
import { makeStrip } from '../../support/sample/marks.js';

const print = (...all: readonly Block[]): string => blocks(all, new PageParts()).text;
const COLUMNS: readonly Column[] = [
  { title: 'Item', role: 'name' },
  { title: 'Answer', role: 'text', width: 20 },
  { title: 'Score', role: 'number', large: true, spare: true },
];
const printTable = (rows: readonly Row[], columns = COLUMNS): string =>
  print(...table('Items', columns, rows));

describe('inline text', () => {
  it.each([
    [['a ', strong('b'), ' c'], 'a <b>b</b> c'],
    [[soft('a')], '<span class="soft">a</span>'],
    [[tag('failed', true)], '<span class="tag bad">failed</span>'],
    [['a', BREAK, BLANK], 'a<br><span class="blank"></span>'],
    [[link('#x', 'a')], '<a href="#x">a</a>'],
    [[link('http://x', 'a & b')], 'a &amp; b'],
    [
      [signed('worse', '−17')],
      '<span class="signed worse"><span aria-hidden="true">▼</span><span class="unseen">clearly worse:</span> −17</span>',
    ],
    [['86\u00a0%\n of  it'], '86\u00a0% of it'],
  ])('%j', (text, html) => {
    expect(print(paragraph(...text))).toBe(`<p>${html}</p>`);
  });

  it('draws the signs of a key, and nowhere else', () => {
    expect(print(key('○ before'))).toContain('<circle class="ring"');
    expect(print(fine('○ before'))).toBe('<p class="fine">○ before</p>');
    expect(print(fine('a'))).toBe('<p class="fine">a</p>');
    expect(print(paragraph('○ before'))).toBe('<p>○ before</p>');
  });
});

describe('typed text', () => {
  it('keeps its lines, without empty ones around it', () => {
    expect(print(...quote('\n a\r\n\nb <c>\n'))).toBe(
      '<blockquote>a<br><br>b &lt;c&gt;</blockquote>',
    );
    expect(print({ block: 'alarm', text: 'x', note: 'a\nb' })).toContain('a<br>b');
    expect(print({ block: 'alarm', text: 'x', note: ' ' })).toBe(
      '<div class="alarm"><p>x</p></div>',
    );
  });
});

describe('a table', () => {
  it('names its rows and its columns, and says on phones what each figure is', () => {
    expect(printTable([{ cells: ['A', 'b', '3'], total: true }])).toBe(
      '<table class="table whole"><caption class="unseen">Items</caption><colgroup><col><col width="20%"><col class="spare"></colgroup>' +
        '<thead><tr><th scope="col" class="name">Item</th><th scope="col" class="text">Answer</th><th scope="col" class="number spare large">Score</th></tr></thead>' +
        '<tbody><tr class="total"><th scope="row" class="name">A</th><td class="text" data-title="Answer">b</td><td class="number spare large" data-title="Score">3</td></tr></tbody></table>',
    );
  });

  it('holds a row and its notes together, over the whole width', () => {
    const rows = [{ cells: ['A', 'b', '3'], notes: quote('n') }, { cells: ['C', 'd', '4'] }];
    const html = printTable(rows);
    expect(html.match(/<tbody>/g)).toHaveLength(2);
    expect(html).toContain(
      '<tr class="notes"><td colspan="3"><blockquote>n</blockquote></td></tr></tbody><tbody>',
    );
  });

  it('sets what is soft behind a break on a small line, and a row number apart', () => {
    const html = printTable([{ cells: [[soft('1'), ' ', 'A', BREAK, soft('b')], 'c', ''] }]);
    expect(html).toContain(
      '<th scope="row" class="name numbered"><span class="no">1</span>A<small>b</small></th>',
    );
  });

  it('has no heads where no column has a title, and knows what is drawn in it', () => {
    const columns = [
      { title: '', role: 'name' },
      { title: '', role: 'mark' },
    ] as const;
    const html = printTable([{ cells: ['A', { drawn: makeStrip({}) }] }], columns);
    expect(html).not.toContain('<thead>');
    expect(html).toContain('<table class="table of-strip whole">');
  });

  it('sets the figures of a name at the end of its caption', () => {
    const caption = (text: Parameters<typeof table>[0]) =>
      /<caption>(.*)<\/caption>/.exec(
        print(...table(text, COLUMNS, [{ cells: ['A'] }], { captioned: true })),
      )?.[1];
    expect(caption([strong('Visits'), ' 60 → 80'])).toBe(
      '<span class="ends"><span><b>Visits</b></span> <span> 60 → 80</span></span>',
    );
    expect(caption([strong('Overall'), ', 8 quarters'])).toBe('<b>Overall</b>, 8 quarters');
    expect(caption('Plain')).toBe('Plain');
  });
});

describe('a fold', () => {
  it('has its figure in its summary', () => {
    expect(print(fold('All', [paragraph('a')], { figure: '60' }))).toBe(
      '<details><summary><span class="ends"><span>All</span> <b>60</b></span></summary><div class="folded"><p>a</p></div></details>',
    );
  });
});

describe('the score', () => {
  it('is large, but for one that is words', () => {
    const score = (figure: string) =>
      print({ block: 'score', figure, of: 'of 100', band: 'Sound', says: ['a'] });
    expect(score('66')).toContain('<b class="figure">66</b> <span class="of">of 100</span>');
    expect(score('not scored')).toContain('<b class="figure words">not scored</b>');
  });
});
