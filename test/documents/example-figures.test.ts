import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readAnswer } from '../../src/core/audit/answer.js';
import type { Band, Item } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import { quarterName, shortQuarter } from '../../src/core/quarter.js';
import { printChange, printPoints, printRange, printScore } from '../../src/core/score/print.js';
import { comparisonReport } from '../../src/documents/comparison/index.js';
import { auditReport } from '../../src/documents/audit/index.js';
import { group as groupReport } from '../../src/documents/group/index.js';
import { trend as trendReport } from '../../src/documents/trend/index.js';
import type { DataTable } from '../../src/documents/tree.js';
import type { Example } from '../support/example.js';
import { playExample, show } from '../support/example.js';
import type { PrintedTable } from '../support/printed-tables.js';
import { columnsOf, markdownTables } from '../support/printed-tables.js';

// Every figure of a document is recomputed from the data that it gives to other programs, and looked
// for where people read it: in Markdown, on the screen, in tables for spreadsheets.

const figure = z.number().nullable();
const range = z.object({ lower: z.number(), upper: z.number() }).nullable();
const change = { difference: figure, interval: range, verdict: z.string().nullable() };
const pair = z.object({ from: figure, to: figure, difference: figure });
const judged = z.object({ from: figure, to: figure, ...change });

const auditSchema = z.object({
  score: figure,
  steps: z.array(z.object({ id: z.string(), name: z.string(), score: figure, interval: range })),
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      score: figure,
      stake: z.object({ overall: z.number() }).nullable(),
      answer: z.unknown(),
    }),
  ),
});
const side = z.object({ score: figure, answer: z.unknown() }).nullable().optional();
const comparisonSchema = z.object({
  overall: z.object({ published: pair, likeForLike: judged }),
  steps: z.array(z.object({ name: z.string(), published: pair, likeForLike: judged })),
  changes: z.array(
    z
      .object({
        item: z.string(),
        name: z.string(),
        change: z.string(),
        from: side,
        to: side,
        ...change,
      })
      .partial({ difference: true, interval: true, verdict: true }),
  ),
});
const point = z
  .object({
    score: figure,
    interval: range,
    change: figure,
    likeForLike: z.object({ value: z.number(), change: z.object(change) }).nullable(),
  })
  .nullable();
const trendSchema = z.object({
  overall: z.array(point),
  steps: z.array(z.object({ name: z.string(), points: z.array(point) })),
});
const groupSchema = z.object({
  score: figure,
  places: z.array(
    z.object({
      dealership: z.string(),
      score: figure,
      interval: range,
      rank: z
        .object({ position: z.number(), place: z.number(), last: z.number(), of: z.number() })
        .nullable(),
      change: z.object({ published: pair, likeForLike: judged }).nullable(),
      steps: z.array(z.object({ score: figure, capped: z.boolean() })),
    }),
  ),
  steps: z.array(z.object({ score: figure })),
});

const share = (score: number | null): number | null => (score === null ? null : score / 100);
const scored = (score: number | null, bands: readonly Band[] = []): string =>
  score === null ? '–' : printScore(share(score), bands);
const SIGN: Readonly<Record<string, string>> = {
  rose: '▲ ',
  fell: '▼ ',
  'probably-rose': '△ ',
  'probably-fell': '▽ ',
  'no-clear-change': '≈ ',
  same: '= ',
};
const sign = (verdict: string | null | undefined): string => SIGN[verdict ?? ''] ?? '';

/** Two scores and what is said of their change, printed so that none contradicts another. */
function sideBySide(
  { from, to }: { readonly from: number | null; readonly to: number | null },
  like: { readonly verdict: string | null; readonly difference: number | null },
  bands: readonly Band[],
): string[] {
  const printed = printChange(share(from), share(to), bands);
  const difference = differenceOf(from, to, bands);
  const says = { rose: '+', 'probably-rose': '+', fell: '−', 'probably-fell': '−' }[
    like.verdict ?? ''
  ];
  return [
    printed.from,
    printed.to,
    says === undefined || difference.startsWith(says)
      ? sign(like.verdict) + difference
      : `${difference}; like for like ${sign(like.verdict)}${printPoints((like.difference ?? 0) / 100)}`,
  ];
}

/** `0` for no difference, as it stands beside two scores. */
function differenceOf(from: number | null, to: number | null, bands: readonly Band[]): string {
  const { difference } = printChange(share(from), share(to), bands);
  return Number(difference) === 0 ? '0' : difference;
}

function tableUnder(tables: readonly PrintedTable[], under: RegExp): PrintedTable {
  const found = tables.find((one) => under.test(one.under));
  if (found === undefined) throw new Error(`no table under ${String(under)}`);
  return found;
}

/** The cells of tidy tables, column by column. */
function tidy(
  tables: readonly DataTable[],
  name: string,
  ...columns: readonly string[]
): unknown[][] {
  const found = tables.find((table) => table.name === name);
  if (found === undefined) throw new Error(`no table ${name}`);
  return found.rows.map((row) => columns.map((column) => row[found.columns.indexOf(column)]));
}

/** Any text of a form. */
function like(form: RegExp | string): unknown {
  return expect.stringMatching(form);
}

let example: Example;
beforeAll(async () => {
  example = await playExample();
});

/** An answer in the item's own words, as short as can be or whole, read from the notation of data. */
function answered(item: Item | undefined, notation: unknown, how: 'short' | 'words'): string {
  if (item === undefined) throw new Error('no such item');
  if (notation === null) return 'unanswered';
  const read = readAnswer(item, notation);
  if (!read.ok) throw new Error(`${item.id} can't be read`);
  const { value: answer } = read;
  return answer.state === 'answered'
    ? kindOf(item)[how](item, answer.value)
    : answer.state.replaceAll('-', ' ');
}

describe('every audit', () => {
  test('says the same scores and changes of its steps everywhere', () => {
    for (const view of example.audits) {
      const { bands } = view.result.checklist;
      const shown = show('audit', auditReport, view);
      const data = auditSchema.parse(shown.data);
      const { previous } = view;
      const tables = markdownTables(shown.markdown);
      expect(shown.markdown).toContain(`**${printScore(share(data.score), bands)}** of 100`);
      if (previous === null) {
        expect(shown.screen).toContain(`Overall ${printScore(share(data.score), bands)}`);
      }
      expect(tidy(auditReport.tables?.(view) ?? [], 'steps', 'name', 'score')).toEqual(
        data.steps.map(({ name, score }) => [name, score]),
      );
      if (previous === null) {
        const table = tableUnder(tables, /^The six steps$/);
        expect(columnsOf(table, 'Step', 'Score', 'May lie')).toEqual(
          data.steps.map(({ name, score, interval }, index) => [
            `${String(index + 1)} ${name}`,
            scored(score, bands),
            interval === null || interval.upper - interval.lower < 1e-7
              ? '–'
              : printRange({ lower: interval.lower / 100, upper: interval.upper / 100 }, bands),
          ]),
        );
        continue;
      }
      const compared = comparisonSchema.parse(comparisonReport.data({ ...view, previous }));
      const [from, to] = [previous.audit.quarter, view.audit.quarter];
      const isPlain = shortQuarter(from) !== shortQuarter(to);
      const titles = [from, to].map(isPlain ? shortQuarter : quarterName);
      const rows = compared.steps.map(({ name, published, likeForLike }, index) => [
        `${String(index + 1)} ${name}`,
        ...sideBySide(published, likeForLike, bands),
      ]);
      expect(data.steps.map(({ score }) => score)).toEqual(
        compared.steps.map(({ published }) => published.to),
      );
      const table = tableUnder(tables, /steps? clearly moved$/);
      expect(columnsOf(table, 'Step', ...titles, 'Change')).toEqual(rows);
      const lines = shown.screen.split('\n').filter((line) => /^\d [A-Z]/.test(line));
      expect(
        lines.map((line) => {
          const [name = '', then = '', , ...now] = line.split(/ {2,}/);
          return [name, then, ...now.slice(-2)];
        }),
      ).toEqual(rows);
      expect(shown.screen).toContain(
        `Overall ${printChange(share(compared.overall.published.from), share(compared.overall.published.to), bands).to}, ${sinceOf(compared.overall.published, bands)}`,
      );
    }
  });

  test('says the same answers, scores, changes and worth of its items everywhere', () => {
    for (const view of example.audits) {
      const { previous } = view;
      const shown = show('audit', auditReport, view);
      const data = auditSchema.parse(shown.data);
      const items = new Map(
        view.result.steps.flatMap((step) => step.items.map(({ item }) => [item.id, item])),
      );
      const changes = new Map(
        previous === null
          ? []
          : comparisonSchema
              .parse(comparisonReport.data({ ...view, previous }))
              .changes.map((one) => [one.item, one]),
      );
      const printed = markdownTables(shown.markdown)
        .filter(({ titles }) => titles.includes('Scale'))
        .flatMap((table) =>
          columnsOf(
            table,
            'Item',
            'Answer',
            'Score',
            'Worth',
            ...(previous === null ? [] : ['Change']),
          ),
        );
      expect(printed).toEqual(
        data.items.map(({ id, name, score, stake, answer }) => {
          const failed = view.steps.some((step) =>
            step.items.some((one) => one.failed && one.result.item.id === id),
          );
          const one = changes.get(id);
          const now = answered(items.get(id), answer, 'words');
          return [
            failed ? `${name} failed` : name,
            one?.from == null
              ? now
              : `${answered(items.get(id), one.from.answer, 'words')} → ${now}`,
            scored(score),
            worthOf(stake?.overall ?? null),
            ...(previous === null ? [] : [changeOf(one)]),
          ];
        }),
      );
      expect(
        tidy(auditReport.tables?.(view) ?? [], 'items', 'item', 'score', 'stake', 'answer'),
      ).toEqual(
        data.items.map(({ id, score, stake, answer }) => [
          id,
          score,
          stake?.overall ?? null,
          answered(items.get(id), answer, 'short'),
        ]),
      );
    }
  });
});

/** `up 4 from 62`. */
function sinceOf({ from, to }: z.output<typeof pair>, bands: readonly Band[]): string {
  const { difference, from: then } = printChange(share(from), share(to), bands);
  const points = difference.slice(1);
  if (Number(points) === 0) return 'as before';
  return `${difference.startsWith('+') ? 'up' : 'down'} ${points} from ${then}`;
}

function worthOf(stake: number | null): string {
  if (stake === null) return '–';
  return stake > 1e-7 ? printPoints(stake / 100) : 'held';
}

function changeOf(one: z.output<typeof comparisonSchema>['changes'][number] | undefined): string {
  const [from, to] = [one?.from?.score ?? null, one?.to?.score ?? null];
  if (one?.difference == null) return '–';
  return sign(one.verdict) + differenceOf(from, to, []);
}

test('the comparison says the same of every item, and of what was done', () => {
  const view = example.comparison;
  const { bands } = view.result.checklist;
  const shown = show('comparison', comparisonReport, view);
  const data = comparisonSchema.parse(shown.data);
  const tables = markdownTables(shown.markdown);
  expect(
    tables
      .filter(({ titles }) => titles.includes('Weight'))
      .flatMap((table) => columnsOf(table, 'Item', 'Score', 'Change', 'It may lie')),
  ).toEqual(
    data.changes.map((one) => [
      one.name,
      `${scored(one.from?.score ?? null)} → ${scored(one.to?.score ?? null)}`,
      one.difference == null
        ? like(/^[a-z –()]+$/)
        : sign(one.verdict) + printPoints(one.difference / 100),
      spread(one.interval ?? null),
    ]),
  );
  expect(
    columnsOf(tableUnder(tables, /^What the change is made of$/), 'Published', 'Done: may lie'),
  ).toEqual(
    [data.overall, ...data.steps].map(({ published, likeForLike }) => [
      printPoints((published.difference ?? 0) / 100),
      spread(likeForLike.interval),
    ]),
  );
  expect(
    tidy(
      comparisonReport.tables?.(view) ?? [],
      'changes',
      'item',
      'score from',
      'score to',
      'difference',
    ),
  ).toEqual(
    data.changes.map((one) => [
      one.item,
      one.from?.score ?? null,
      one.to?.score ?? null,
      one.difference ?? null,
    ]),
  );
  expect(shown.screen).toContain(sinceOf(data.overall.published, bands));
});

/** `−7.8 to +11.9`; a dash where there is no width. */
function spread(interval: z.output<typeof range>): string {
  if (interval === null || interval.upper - interval.lower < 1e-7) return '–';
  return `${printPoints(interval.lower / 100)} to ${printPoints(interval.upper / 100)}`;
}

test('the trend says the same of every quarter', () => {
  const view = example.trend;
  const { bands } = view.trend.last.result.checklist;
  const shown = show('trend', trendReport, view);
  const data = trendSchema.parse(shown.data);
  const tables = markdownTables(shown.markdown).filter(({ titles }) =>
    titles.includes('Its change'),
  );
  const lines = [data.overall, ...data.steps.map(({ points }) => points)];
  expect(
    tables.map((table) => columnsOf(table, 'Score', 'Change', 'Like for like', 'Its change')),
  ).toEqual(
    lines.map((points) =>
      points.map((one) => [
        scored(one?.score ?? null, bands),
        one?.change == null ? '–' : printPoints(one.change / 100),
        one?.likeForLike == null ? '–' : like(/^\d/),
        pointsOf(one?.likeForLike?.change),
      ]),
    ),
  );
  expect(tidy(trendReport.tables?.(view) ?? [], 'scores', 'score', 'change')).toEqual(
    lines.flatMap((points) =>
      points.flatMap((one) => (one === null ? [] : [[one.score, one.change]])),
    ),
  );
});

function pointsOf(of: z.output<z.ZodObject<typeof change>> | undefined): string {
  return of?.difference == null ? '–' : sign(of.verdict) + printPoints(of.difference / 100);
}

test('the group says the same of every place and step', () => {
  const view = example.group;
  const { bands } = view.checklist;
  const shown = show('group', groupReport, view);
  const data = groupSchema.parse(shown.data);
  const tables = markdownTables(shown.markdown);
  const names = { score: 'Score', lie: 'It may lie', since: 'Since Q2 2026' };
  const rows = data.places.map(({ dealership, rank, score, interval, change: since }) => [
    dealership,
    rank === null
      ? '–'
      : rank.place === rank.last
        ? `${String(rank.place)} of ${String(rank.of)}`
        : like(`^${String(rank.place)} (?:or|to) ${String(rank.last)} of ${String(rank.of)}$`),
    scored(score, bands),
    interval === null
      ? ''
      : printRange({ lower: interval.lower / 100, upper: interval.upper / 100 }, bands),
    since === null ? '–' : (sideBySide(since.published, since.likeForLike, bands)[2] ?? ''),
  ]);
  const places = tableUnder(tables, /place of/);
  expect(columnsOf(places, 'Dealership', 'Place', names.score, names.lie, names.since)).toEqual(
    rows.map(([name, ...rest], index) => [
      `${String(data.places[index]?.rank?.position ?? '')} ${String(name)}`.trim(),
      ...rest,
    ]),
  );
  const screen = shown.screen.split('\n').map((line) => line.split(/ {2,}/).slice(0, 5));
  for (const row of rows) expect(screen).toContainEqual(row);
  const grid = tables.find(({ rows: [first] }) => first?.[0] === 'Mean')?.rows.slice(1) ?? [];
  expect(grid.map((row) => row.slice(1))).toEqual(
    data.places.map(({ steps }) =>
      steps.map(({ score, capped }) =>
        like(new RegExp(`^(?:[▲▼] )?${scored(score, bands)}${capped ? ' held' : ''}$`)),
      ),
    ),
  );
  expect(tidy(groupReport.tables?.(view) ?? [], 'places', 'dealership', 'score', 'place')).toEqual(
    data.places.map(({ dealership, score, rank }) => [dealership, score, rank?.place ?? null]),
  );
});
