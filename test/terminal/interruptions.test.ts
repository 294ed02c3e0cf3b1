// Going back, changing, jumping, leaving and being killed at random points: what the screen had
// confirmed is kept, once.
import { nameOf } from '../../src/core/checklist/naming.js';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import type { Item } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import { scoredWords } from '../../src/interview/screen.js';
import type { Desk, Session } from '../support/terminal.js';
import { KEY, READY, createDesk, readyAfter } from '../support/terminal.js';
import { CHECKLISTS } from '../support/folders.js';

const ROUNDS = 200;
/** As many at once as keep two processors busy. */
const DESKS = 4;
const AUDIT = [
  'audit',
  '--dealership',
  'Random Motors',
  '--past',
  '--quarter',
  '2026-Q3',
  '--checklist',
  'quarterly-checkup',
  '--auditor',
  'A',
  '--all',
];

const CORRECTED = 'Why is it corrected';
const ON_ITEM = readyAfter('item \\d+ of 36');
/** An item, or the menu behind the last one. */
const ANYWHERE = new RegExp(`${ON_ITEM.source}|What next\\?|${CORRECTED}`);

type Rng = (below: number) => number;

/** Numbers that look random and are the same each time. */
function rngFrom(seed: number): Rng {
  const numbers = fc.sample(fc.nat(1_000_000), { seed, numRuns: 5000 });
  let at = 0;
  return (below) => (numbers[at++ % numbers.length] ?? 0) % below;
}

/** The keys that answer an item in one line, or null for a kind that asks more. */
function keysFor(item: Item, rng: Rng): string | null {
  const widget = kindOf(item).widget(item);
  switch (widget.widget) {
    case 'keys':
      return widget.keys[rng(widget.keys.length)]?.key ?? '';
    case 'count': {
      const of = 1 + rng(30);
      return `${String(rng(of + 1))}/${String(of)}${KEY.enter}`;
    }
    case 'number':
      return `${String(rng(100))}${KEY.enter}`;
    default:
      return null;
  }
}

/** Everything that was recorded as an answer, oldest first, in the words of the confirmation. */
function kept(database: string, items: ReadonlyMap<string, Item>): string[] {
  const sqlite = new Sqlite(database, { readonly: true });
  try {
    const rows = sqlite
      .prepare('select item, revision, content from answer order by recorded_at, id')
      .all() as { item: string; revision: number; content: string }[];
    const revisions = new Map<string, number>();
    return rows.map(({ item: id, revision, content }) => {
      expect(revision).toBe((revisions.get(id) ?? 0) + 1);
      revisions.set(id, revision);
      const item = items.get(id);
      if (item === undefined) throw new Error(`${id} is no item`);
      return `${scoredWords(item, JSON.parse(content) as Answer)} (${nameOf(item)})`;
    });
  } finally {
    sqlite.close();
  }
}

/** Every answer that a session has confirmed on its screen, in order. */
function confirmed(session: Session, items: Iterable<Item>): string[] {
  const text = stripVTControlCharacters(session.raw()).replace(/\s+/g, ' ');
  const names = Array.from(items, (item) =>
    nameOf(item).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  ).join('|');
  return [...text.matchAll(new RegExp(`✓ saved: (.*?\\((?:${names})\\))`, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

/** The item on the screen; null where there is the menu instead. */
function shownItem(session: Session, ids: readonly string[]): string | null {
  const text = stripVTControlCharacters(session.raw());
  const at = text.lastIndexOf('item ');
  if (text.lastIndexOf('What next?') > at) return null;
  return /· (?:MUST NOT FAIL|weight|\w)/.test(text.slice(at))
    ? (ids.find((id) => text.slice(at).includes(`\n${id} ·`)) ?? null)
    : null;
}

/** One random thing that an auditor does; false when the walk is over. */
async function act(session: Session, items: ReadonlyMap<string, Item>, rng: Rng): Promise<boolean> {
  const id = shownItem(session, [...items.keys()]);
  const item = id === null ? undefined : items.get(id);
  if (item === undefined) return false;
  const answer = keysFor(item, rng);
  switch (rng(8)) {
    case 0:
      await session.answer('b', ANYWHERE);
      break;
    case 1:
    case 2:
      await session.answer('g', 'Go to');
      await session.answer(`${String(1 + rng(36))}${KEY.enter}`, ON_ITEM);
      break;
    case 3:
      await session.answer('u', 'was it not checked');
      await session.answer(`nobody there ${String(rng(99))}${KEY.enter}${KEY.enter}`, ANYWHERE);
      break;
    default:
      await session.answer(answer ?? 's', ANYWHERE);
  }
  // An answer of an earlier round: whoever corrects it is asked why.
  if (session.screen().split('\n').at(-2)?.includes(CORRECTED) === true) {
    await session.answer(KEY.enter, new RegExp(`${ON_ITEM.source}|What next\\?`));
  }
  return true;
}

/** One way in which a session ends, some of them in the middle of an answer. */
async function end(session: Session, ids: readonly string[], rng: Rng): Promise<void> {
  const early = rng(2) === 0;
  if (early) session.type(['3', 'y', '7/9\r', '12\r', 'b', 'x'][rng(6)] ?? '');
  await new Promise((resolve) => setTimeout(resolve, rng(25)));
  const way = rng(4);
  const canLeave = !early && shownItem(session, ids) !== null;
  if (way === 0) session.type(canLeave ? 'q' : KEY.ctrlC);
  else if (way === 1) session.type(KEY.ctrlC);
  else session.kill(way === 2 ? 'SIGHUP' : 'SIGKILL');
  const timer = setTimeout(() => {
    session.kill('SIGKILL');
  }, 10_000);
  // Enter keeps an audit in which nothing is recorded.
  const keep = setTimeout(() => {
    if (way === 0 && canLeave) session.type(KEY.enter);
  }, 700);
  const code = await session.ended;
  clearTimeout(timer);
  clearTimeout(keep);
  const name = ['q or Ctrl-C', 'Ctrl-C', 'SIGHUP', 'SIGKILL'][way] ?? '';
  if (way < 2) expect([0, 130], `${name} didn't end it:\n${session.screen()}`).toContain(code);
}

async function play(desk: Desk, rounds: number, seed: number): Promise<number> {
  const checklist = await requireChecklist(join(CHECKLISTS, 'quarterly-checkup'));
  const items = new Map(askedItems(checklist, 'core').map((item) => [item.id, item]));
  const rng = rngFrom(seed);
  let before: string[] = [];
  let seen = 0;
  for (let round = 0; round < rounds; round++) {
    const session = desk.start(AUDIT, { rows: 40 });
    if (round === 0) {
      await session.until('Which scope?');
      session.type(KEY.enter);
    }
    await session.until(READY);
    for (let left = rng(5); left > 0 && (await act(session, items, rng)); left--);
    await end(session, [...items.keys()], rng);
    const now = kept(desk.database, items);
    const shown = confirmed(session, items.values());
    // All that was kept before is there still, then all that was confirmed, in order; at most the
    // one answer behind it was recorded and not yet confirmed.
    expect(now.slice(0, before.length)).toEqual(before);
    const fresh = now.slice(before.length);
    expect(fresh.slice(0, shown.length)).toEqual(shown);
    expect(fresh.length - shown.length).toBeLessThanOrEqual(1);
    before = now;
    seen += shown.length;
  }
  await voidInBetween(desk, items, before, rng);
  return seen;
}

/** Kills a void again and again: it is there or not, once, and no answer is lost with it. */
async function voidInBetween(
  desk: Desk,
  items: ReadonlyMap<string, Item>,
  before: readonly string[],
  rng: Rng,
): Promise<void> {
  const voids = (): number => {
    const sqlite = new Sqlite(desk.database, { readonly: true });
    try {
      return Number(sqlite.prepare('select count(*) from void').pluck().get());
    } finally {
      sqlite.close();
    }
  };
  for (let round = 0; round < 8; round++) {
    const session = desk.start(['void', '--why', 'the wrong shop']);
    const timer = setTimeout(
      () => {
        session.kill('SIGKILL');
      },
      100 + rng(400),
    );
    await session.ended;
    clearTimeout(timer);
    expect(kept(desk.database, items)).toEqual(before);
    expect(voids()).toBeLessThanOrEqual(1);
  }
  await desk.start(['void', '--why', 'the wrong shop']).ended;
  expect(kept(desk.database, items)).toEqual(before);
  expect(voids()).toBe(before.length === 0 ? 0 : 1);
}

test(
  `${String(ROUNDS)} random interruptions lose nothing that was confirmed and double nothing`,
  { timeout: 600_000 },
  async () => {
    const desks = Array.from({ length: DESKS }, createDesk);
    try {
      const seen = await Promise.all(
        desks.map((desk, index) => play(desk, ROUNDS / DESKS, 7 + index)),
      );
      // Or the test would have looked at nothing.
      expect(seen.reduce((total, one) => total + one, 0)).toBeGreaterThan(ROUNDS / 2);
    } finally {
      for (const desk of desks) desk.clear();
    }
  },
);
