import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../src/core/canonical.js';
import type { Item } from '../../src/core/checklist/checklist.js';
import { askedItems } from '../../src/core/checklist/checklist.js';
import { kindOf } from '../../src/core/checklist/kinds/index.js';
import { requireChecklist } from '../../src/files/checklist-files.js';
import type { Desk, Session } from '../support/terminal.js';
import { KEY, READY, createDesk, readyAfter } from '../support/terminal.js';

const CHECKLIST = fileURLToPath(new URL('../../checklists/quick-checkup', import.meta.url));

let desk: Desk;
beforeEach(() => {
  desk = createDesk();
});
afterEach(() => {
  desk.clear();
});

/** The answers that are on disk now, the latest of each item. */
function kept(database: string): Map<string, Json> {
  const sqlite = new Sqlite(database, { readonly: true });
  try {
    const rows = sqlite.prepare('select item, content from answer order by revision').all() as {
      item: string;
      content: string;
    }[];
    return new Map(rows.map((row) => [row.item, JSON.parse(row.content) as Json]));
  } finally {
    sqlite.close();
  }
}

/** Types one item's answer the way an auditor would; gives what must then be kept. */
async function answerItem(session: Session, item: Item): Promise<Json> {
  const widget = kindOf(item).widget(item);
  switch (widget.widget) {
    case 'keys': {
      const key = widget.keys.at(-1);
      await session.answer(key?.key ?? '', '✓ saved');
      return { state: 'answered', value: key?.answer ?? null };
    }
    case 'count':
      await session.answer(`2/${String(widget.of)}${KEY.enter}`, '✓ saved');
      return { state: 'answered', value: { of: widget.of, passed: 2 } };
    case 'number':
      await session.answer(`17,5${KEY.enter}`, '✓ saved');
      return { state: 'answered', value: 17.5 };
    case 'ticks': {
      const [first, second, ...others] = widget.options;
      await session.answer(KEY.enter, 'all the rest');
      await session.answer('y', '[y]');
      await session.answer('x', '[x]');
      await session.answer('n'.repeat(others.length), '[n]');
      await session.until('All are marked');
      await session.answer(KEY.enter, '✓ saved');
      const value = { checks: [first?.id ?? ''], 'not-applicable-checks': [second?.id ?? ''] };
      return { state: 'answered', value };
    }
    case 'cases': {
      const [first] = widget.standards;
      await session.answer(KEY.enter, 'Case 1 of');
      await session.answer(`RO 10234${KEY.enter}`, 'all the rest');
      await session.answer('Y', 'All are marked');
      await session.answer(KEY.enter, 'Case 2 of');
      await session.answer(`RO 10251${KEY.enter}`, 'all the rest');
      await session.answer('n', '[n]');
      await session.answer('Y', 'All are marked');
      await session.answer(KEY.enter, 'Case 3 of');
      await session.answer(KEY.enter, 'in all?');
      await session.answer(KEY.enter, '✓ saved');
      const cases = [
        { lapses: [], ref: 'RO 10234' },
        { lapses: [first?.id ?? ''], ref: 'RO 10251' },
      ];
      return { state: 'answered', value: { cases } };
    }
    case 'text':
      // It begins with a letter that is a key on other items.
      await session.answer(
        `Nobody rang back, says the man in bay 4${KEY.enter}${KEY.enter}`,
        '✓ saved',
      );
      return { state: 'answered', value: 'Nobody rang back, says the man in bay 4' };
  }
}

async function startAudit(from: 'home' | 'audit' = 'audit'): Promise<Session> {
  const session = desk.start(from === 'home' ? [] : ['audit']);
  if (from === 'home') {
    await session.until('What next?');
    await session.answer(KEY.down, '❯ Start the first audit');
    await session.answer(KEY.enter, 'Name of the dealership');
  } else await session.until('Name of the dealership');
  await session.answer(`Hartmann & Søn${KEY.enter}`, 'start in January?');
  await session.answer(KEY.enter, 'Which quarter?');
  await session.answer(KEY.enter, '❯ Quick');
  await session.answer(KEY.enter, 'Which scope?');
  await session.answer(KEY.down, '❯ full');
  await session.answer(KEY.enter, 'Who is auditing?');
  await session.answer(`M. Okafor${KEY.enter}`, 'Everything at hand?');
  expect(session.screen()).toContain('Send, or have under way: An inquiry about a car in stock');
  await session.answer(KEY.enter, 'item 1 of 31');
  return session;
}

/** Skips every item up to one. */
async function skipTo(session: Session, items: readonly Item[], goal: Item): Promise<void> {
  for (const item of items.slice(0, items.indexOf(goal))) {
    await session.until(readyAfter(item.id));
    session.type('s');
  }
  await session.until(readyAfter(goal.id));
}

describe('the walk through quick-checkup, typed in a real terminal', () => {
  test('a person gets from the first prompt to the sealed report, and a SIGKILL in the middle loses nothing', async () => {
    const items = askedItems(await requireChecklist(CHECKLIST), 'full');
    const confirmed = new Map<string, Json>();
    let session = await startAudit('home');

    for (const [index, item] of items.entries()) {
      await session.until(readyAfter(item.id));
      if (index === 2) {
        await session.answer('x', 'does it not apply');
        await session.answer(`We have no such thing here${KEY.enter}${KEY.enter}`, '✓ saved');
        confirmed.set(item.id, { reason: 'We have no such thing here', state: 'not-applicable' });
      } else if (index === 3) {
        await session.answer('N', 'Note');
        await session.answer(
          `seen on Tuesday | with Ana${KEY.enter}${KEY.enter}`,
          readyAfter('✓ note saved'),
        );
        await session.answer('?', readyAfter('How to verify'));
        await session.answer('u', 'was it not checked');
        await session.answer(`The manager was away${KEY.enter}${KEY.enter}`, '✓ saved');
        const note = 'seen on Tuesday | with Ana';
        confirmed.set(item.id, { note, reason: 'The manager was away', state: 'not-checked' });
      } else {
        confirmed.set(item.id, await answerItem(session, item));
      }
      if (index === 14) {
        session.kill('SIGKILL');
        await session.ended;
        expect(kept(desk.database)).toEqual(confirmed);
        session = desk.start(['audit']);
        await session.until(`item 16 of ${String(items.length)}`);
      }
    }

    await session.until('1 item not checked; coverage');
    await session.until('Not checked:');
    // Enter alone never seals: what stands first is a look at the report.
    await session.answer(KEY.enter, /still open[^❯]*❯ See what the report will say/);
    await session.answer(KEY.down, '❯ Seal the audit');
    await session.answer(KEY.enter, 'On which day or days did you look?');
    await session.answer(KEY.enter, 'Seal it?');
    await session.answer(`y${KEY.enter}`, 'Write the report now?');
    await session.answer(KEY.enter, /reports\/\S+\.html/);
    expect(await session.ended).toBe(0);
    expect(kept(desk.database)).toEqual(confirmed);

    const again = desk.start(['audit', '--quarter', quarterOn(session)]);
    await again.until('is sealed');
    expect(await again.ended).toBe(0);
  });

  test('a case of a trace is on disk before the next one is asked, and the trace goes on after a SIGKILL', async () => {
    const items = askedItems(await requireChecklist(CHECKLIST), 'full');
    const trace = items.find((item) => item.kind === 'trace');
    if (trace === undefined) throw new Error('quick-checkup has no trace');
    let session = await startAudit();
    await skipTo(session, items, trace);
    await session.answer(KEY.enter, 'Case 1 of');
    await session.answer(`RO 7${KEY.enter}`, 'all the rest');
    await session.answer('Y', 'All are marked');
    await session.answer(KEY.enter, 'Case 2 of');
    session.kill('SIGKILL');
    await session.ended;
    expect(kept(desk.database).get(trace.id)).toEqual({
      draft: { cases: [{ lapses: [], ref: 'RO 7' }] },
      state: 'unanswered',
    });

    session = desk.start(['audit']);
    await skipTo(session, items, trace);
    await session.answer(KEY.enter, 'Already kept: RO 7');
    await session.until('Case 2 of');
    await session.answer(KEY.enter, 'in all?');
    await session.answer(`12${KEY.enter}`, '✓ saved: 1 case (from 12), 0 lapses');
  });
});

/** The quarter as the screen names it. */
function quarterOn(session: Session): string {
  return /for (\d{4}-Q\d)/.exec(session.screen())?.[1] ?? '';
}

describe('leaving and coming back', () => {
  test.each([
    ['Ctrl-C', KEY.ctrlC, 130],
    ['Ctrl-D', KEY.ctrlD, 130],
    ['q', 'q', 0],
  ])('%s leaves, says that everything is saved and how to go on', async (_name, key, code) => {
    const session = await startAudit();
    await session.until(READY);
    await session.answer('3', '✓ saved');
    await session.until(readyAfter('item 2 of 31'));
    await session.answer(key, /saved[^]*audit/);
    expect(await session.ended).toBe(code);
    expect(kept(desk.database).size).toBe(1);
  });

  test('Ctrl-Z does nothing: the question stays and takes its answer', async () => {
    const session = await startAudit();
    await session.until(READY);
    session.type('\u001a');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await session.answer('3', '✓ saved');
    await session.until('item 2 of 31');
  });

  test('a terminal that is closed in the middle of a typed line keeps what was confirmed', async () => {
    const session = await startAudit();
    await session.until(READY);
    await session.answer('3', '✓ saved');
    await session.until(readyAfter('item 2 of 31'));
    session.kill('SIGHUP');
    await session.ended;
    expect([...kept(desk.database).values()]).toEqual([{ state: 'answered', value: 3 }]);
  });

  test('b goes back to the item before, which shows its answer and takes another', async () => {
    const session = await startAudit();
    await session.until(READY);
    await session.answer('3', '✓ saved');
    await session.until(readyAfter('item 2 of 31'));
    await session.answer('b', readyAfter('Answered so far: Level 3 of 4'));
    await session.answer('1', '✓ saved: Level 1 of 4');
    expect([...kept(desk.database).values()]).toEqual([{ state: 'answered', value: 1 }]);
  });

  test('b at the first item of a walk goes on to the item before it in the checklist', async () => {
    let session = await startAudit();
    await session.until(READY);
    await session.answer('3', readyAfter('item 2 of 31'));
    session.type('q');
    await session.ended;
    session = desk.start(['audit']);
    await session.until(readyAfter('item 2 of 31'));
    await session.answer('b', readyAfter('item 1 of 31[^]*Answered so far: Level 3 of 4'));
    await session.answer('b', 'This is the first item.');
  });

  test('an answered trace that is mended stays an answer that counts, whatever is taken out', async () => {
    const items = askedItems(await requireChecklist(CHECKLIST), 'full');
    const trace = items.find((item) => item.kind === 'trace');
    if (trace === undefined) throw new Error('quick-checkup has no trace');
    const session = await startAudit();
    await skipTo(session, items, trace);
    await session.answer(KEY.enter, 'Case 1 of');
    await session.answer(`RO 7${KEY.enter}`, 'all the rest');
    await session.answer('Y', 'All are marked');
    await session.answer(KEY.enter, 'Case 2 of');
    await session.answer(KEY.enter, 'in all?');
    // A pasted second line must not get past the question's own check.
    await session.answer(`\u001b[200~1\rno number\u001b[201~\r`, 'Type a whole number');
    session.type(KEY.backspace.repeat(' no number'.length));
    await session.answer(KEY.enter, '✓ saved: all 1 case, 0 lapses');
    await session.until(READY);
    await session.answer('b', readyAfter(trace.id));
    await session.answer(KEY.enter, 'to take one out');
    await session.answer(`-ro 7${KEY.enter}`, 'Case 1 of');
    session.kill('SIGKILL');
    await session.ended;
    const value = { cases: [{ lapses: [], ref: 'RO 7' }], from: 1 };
    expect(kept(desk.database).get(trace.id)).toEqual({ state: 'answered', value });
  });

  test('a note of several pasted lines is kept whole', async () => {
    const session = await startAudit();
    await session.until(READY);
    await session.answer('N', 'Note');
    await session.answer(
      'first line, of a text that is long enough to be a paste\rsecond | line\r\rlast line\r',
      '✓ note saved',
    );
    expect([...kept(desk.database).values()]).toEqual([
      {
        note: 'first line, of a text that is long enough to be a paste\nsecond | line\n\nlast line',
        state: 'unanswered',
      },
    ]);
  });

  test('a long note, pasted in pieces by a terminal that marks pastes, is kept whole and answers nothing', async () => {
    const long = Array.from({ length: 200 }, (_, line) => `yes, line ${String(line)} of the note`);
    const session = await startAudit();
    await session.until(READY);
    await session.answer('N', 'Note');
    const text = `\u001b[200~${long.join('\r')}\u001b[201~`;
    const half = 2500;
    session.type(text.slice(0, half));
    await new Promise((resolve) => setTimeout(resolve, 700));
    await session.answer(text.slice(half), 'line 199 of the note');
    await session.answer(KEY.enter, '✓ note saved');
    expect([...kept(desk.database).values()]).toEqual([
      { note: long.join('\n'), state: 'unanswered' },
    ]);
  });

  test('what another terminal recorded meanwhile is shown, and nothing of it is overwritten', async () => {
    const session = await startAudit();
    await session.until(READY);
    const other = desk.start(['audit']);
    await other.until(READY);
    await other.answer('N', 'Note');
    await other.answer(`from the other terminal${KEY.enter}${KEY.enter}`, '✓ note saved');
    await session.answer('3', 'Somebody else has recorded this item meanwhile');
    await session.until(READY);
    await session.answer('3', '✓ saved: Level 3 of 4');
    expect([...kept(desk.database).values()]).toEqual([
      { note: 'from the other terminal', state: 'answered', value: 3 },
    ]);
  });

  test('a trace goes on when another terminal adds a note, and stops when it adds cases', async () => {
    const items = askedItems(await requireChecklist(CHECKLIST), 'full');
    const trace = items.find((item) => item.kind === 'trace');
    if (trace === undefined) throw new Error('quick-checkup has no trace');
    const session = await startAudit();
    await skipTo(session, items, trace);
    const answer = async (...args: string[]): Promise<void> => {
      expect(await desk.start(['answer', trace.id, ...args]).ended).toBe(0);
    };
    const addCase = async (ref: string, until: string): Promise<void> => {
      await session.answer(`${ref}${KEY.enter}`, 'all the rest');
      await session.answer('Y', 'All are marked');
      await session.answer(KEY.enter, until);
    };
    await session.answer(KEY.enter, 'Case 1 of');
    await addCase('RO 1', 'Case 2 of');
    await answer('--note', 'from the desk');
    await addCase('RO 2', 'Case 3 of');
    const cases = ['RO 1', 'RO 2'].map((ref) => ({ ref, lapses: [] }));
    const draft = { state: 'unanswered', draft: { cases }, note: 'from the desk' };
    expect(kept(desk.database).get(trace.id)).toEqual(draft);
    await answer('{ cases: [{ ref: RO 9, lapses: [] }] }');
    await addCase('RO 3', 'Somebody else has recorded this item meanwhile: 1 case');
    expect(kept(desk.database).get(trace.id)).toMatchObject({ state: 'answered' });
  });

  test('the reason of a change stays with the item that it was given for', async () => {
    const session = await startAudit();
    await session.until(READY);
    await session.answer('3', '✓ saved');
    session.type('q');
    await session.ended;
    const again = desk.start(['audit', '--only', 'critical']);
    await again.until(READY);
    // A correction by the menu and one on the way ask for the reason alike; what is mended in the same
    // sitting is no correction.
    await again.answer('g', 'Go to');
    await again.answer(`1${KEY.enter}`, readyAfter('Level 3 of 4'));
    await again.answer('1', 'Why is it corrected?');
    await again.answer(`Miscounted${KEY.enter}${KEY.enter}`, '✓ saved: Level 1 of 4');
    await again.answer('g', 'Go to');
    await again.answer(`1${KEY.enter}`, readyAfter('Level 1 of 4'));
    await again.answer('2', '✓ saved: Level 2 of 4');
    const sqlite = new Sqlite(desk.database, { readonly: true });
    const reasons = sqlite.prepare('select why from answer').pluck().all();
    sqlite.close();
    expect(reasons).toEqual([null, null, 'Miscounted', null]);
  });

  test('a line that is no answer is refused with what to type, and stays to be mended', async () => {
    const session = await startAudit();
    await session.until(READY);
    await session.answer(`9${KEY.enter}`, 'That is no answer here.');
    await session.answer(`${KEY.backspace}4`, '✓ saved: Level 4 of 4');
  });
});

describe('terminals that can do little', () => {
  test('40 columns: no line of the walk is wider, and words are not cut', async () => {
    const session = desk.start(
      [
        'audit',
        '--dealership',
        'Kalló Autó',
        '--past',
        '--quarter',
        '2026-Q3',
        '--checklist',
        'quick-checkup',
        '--auditor',
        'B',
        '--full',
        '--no-color',
      ],
      { columns: 40, rows: 60 },
    );
    await session.until(READY);
    await session.answer('?', readyAfter('How to verify'));
    const cut = session
      .screen()
      .split('\n')
      .filter((line) => line.length === 40 && /\w$/.test(line));
    const words = new Set(session.raw().split(/\s+/));
    for (const line of cut) expect(words).toContain(line.split(/\s+/).at(-1));
    // eslint-disable-next-line no-control-regex -- colours are what must not be there
    expect(session.raw()).not.toMatch(/\u001b\[(?:3\d|9\d|1|2)m/);
  });

  test('TERM=dumb: plain lines, no cursor movement, no colour, ASCII signs only', async () => {
    const session = desk.start(
      [
        'audit',
        '--dealership',
        'Plain',
        '--past',
        '--quarter',
        '2026-Q3',
        '--checklist',
        'quick-checkup',
        '--auditor',
        'B',
        '--full',
      ],
      { env: { TERM: 'dumb' } },
    );
    await session.until(/^>/m);
    await session.answer(`3${KEY.enter}`, 'ok saved: Level 3 of 4 -> 75');
    await session.until(/item 2 of 31[^]*^>/m);
    await session.answer(KEY.enter, '1 of 7');
    await session.answer(`n${KEY.enter}`, '2 of 7');
    await session.answer(`Y${KEY.enter}`, 'ok saved: 6 of 7 checks');
    await session.until(/item 3 of 31[^]*^>/m);
    await session.answer(`q${KEY.enter}`, 'Everything is saved');
    expect(await session.ended).toBe(0);
    expect(session.raw()).not.toContain('\u001b');
    expect(session.raw().replaceAll('\r\n', '')).not.toContain('\r');
    // eslint-disable-next-line no-control-regex -- everything beyond ASCII is looked for
    expect(session.raw()).not.toMatch(/[^\u0000-\u007f]/);
  });
});
