import { beforeAll, expect, test } from 'vitest';
import { auditReport } from '../../src/documents/audit/index.js';
import { page } from '../../src/formats/html/page.js';
import type { Example } from '../support/example.js';
import { playExample } from '../support/example.js';

/** A strip with a ring as it is drawn, and what is said beside it. */
interface Drawn {
  readonly row: string;
  /** In hundredths of its width, as the browser takes them. */
  readonly ring: number;
  readonly dot: number;
  readonly bar: { readonly from: number; readonly to: number } | null;
  /** What its colour says. */
  readonly colour: string;
  /** What is printed in its row, or above its table. */
  readonly said: string | null;
}

function numberIn(text: string, pattern: RegExp): number | null {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

function signIn(html: string): string | null {
  return /class="signed ([\w-]+)"/.exec(html)?.[1] ?? null;
}

/** What says how a row's change is judged: a sign in the row, else one in the caption. */
function drawnIn(html: string, caption: string, row: string): Drawn[] {
  const svg =
    /<svg class="m"[^>]*>(?:(?!<\/svg>).)*<circle class="ring"(?:(?!<\/svg>).)*<\/svg>/s.exec(
      html,
    )?.[0];
  if (svg === undefined) return [];
  const ring = numberIn(svg, /class="ring" cx="([\d.]+)%"/);
  const dot = numberIn(svg, /class="dot" cx="([\d.]+)%"/);
  if (ring === null || dot === null) return [];
  const from = numberIn(svg, /class="bar" x="([\d.]+)%"/);
  const width = numberIn(svg, /class="bar"[^>]* width="([\d.]+)%"/);
  return [
    {
      row,
      ring,
      dot,
      bar: from === null || width === null ? null : { from, to: from + width },
      colour: /<g class="([\w-]+)">/.exec(svg)?.[1] ?? '',
      said: signIn(html) ?? signIn(caption),
    },
  ];
}

/** Every ring of a page. */
function ringsOf(name: string, html: string): Drawn[] {
  const tables = [...html.matchAll(/<table.*?<\/table>/gs)].flatMap(([table]) => {
    const caption = /<caption.*?<\/caption>/s.exec(table)?.[0] ?? '';
    return [...table.matchAll(/<tr[ >].*?<\/tr>/gs)].flatMap(([row]) =>
      drawnIn(row, caption, `${name}: ${row.replace(/<[^>]*>/g, ' ').slice(0, 80)}`),
    );
  });
  const figures = [...html.matchAll(/<figure.*?<\/figure>/gs)].flatMap(([figure]) =>
    drawnIn(figure, '', `${name}: figure`),
  );
  return [...tables, ...figures];
}

let example: Example;
let rings: readonly Drawn[];
beforeAll(async () => {
  example = await playExample();
  const audits = example.audits.map((view) => ({
    name: `${view.audit.dealership.name} ${view.audit.quarter}`,
    html: page(auditReport.document(view)),
  }));
  rings = [...audits, ...example.documents].flatMap(({ name, html }) => ringsOf(name, html));
});

const isClear = (sign: string | null): boolean => /better|worse/.test(sign ?? '');

test('the example draws hundreds of rings, in audits, comparison, trend and brief', () => {
  expect(rings.length).toBeGreaterThan(300);
  for (const kind of ['audit', 'comparison', 'trend', 'brief', 'Sample Motors']) {
    expect(rings.filter(({ row }) => row.startsWith(kind)).length, kind).toBeGreaterThan(5);
  }
  for (const sign of ['better', 'worse', 'unclear', 'same']) {
    expect(rings.map(({ colour }) => colour)).toContain(sign);
  }
});

test('a ring lies outside its bar exactly where the change is called clear or probable', () => {
  const wrong = rings.filter(({ ring, bar, colour }) => {
    if (bar === null) return false;
    return (ring < bar.from || ring > bar.to) !== isClear(colour);
  });
  expect(wrong).toEqual([]);
});

test('a ring has a bar wherever it has a verdict', () => {
  expect(rings.filter(({ bar, colour }) => bar === null && /better|worse/.test(colour))).toEqual(
    [],
  );
});

test('what is printed beside a ring says what its colour says', () => {
  const said = rings.filter((one) => one.said !== null);
  expect(said.length).toBeGreaterThan(250);
  expect(said.filter((one) => one.said !== one.colour)).toEqual([]);
  // Whatever has no sign beside it is a figure of its own, whose verdict stands in a sentence.
  expect(rings.filter((one) => one.said === null && !one.row.endsWith('figure'))).toEqual([]);
});
