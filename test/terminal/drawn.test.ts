// Records that were drawn beforehand, where the walk asks for them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import Sqlite from 'better-sqlite3';
import type { Desk } from '../support/terminal.js';
import { KEY, READY, createDesk, readyAfter } from '../support/terminal.js';

const SAMPLE = 'culture-anyone-greets';
const TRACE = 'comm-service-visit-trace';

function answerTo(desk: Desk, item: string): unknown {
  const sqlite = new Sqlite(desk.database, { readonly: true });
  try {
    const row = sqlite
      .prepare('select content from answer where item = ? order by revision desc limit 1')
      .get(item) as { content: string };
    return (JSON.parse(row.content) as { value: unknown }).value;
  } finally {
    sqlite.close();
  }
}

test('a trace and a sample start from their draws: references filled in, how many there were', async () => {
  const desk = createDesk();
  try {
    const lines = Array.from({ length: 60 }, (_, index) => `RO ${String(1000 + index)},x`);
    writeFileSync(join(desk.home, 'ros.csv'), ['RO number,Advisor', ...lines, ''].join('\n'));
    const audit = [
      'audit',
      '--dealership',
      'Drawn',
      '--past',
      '--quarter',
      '2026-Q3',
      '--auditor',
      'A',
    ];
    const first = desk.start([...audit, '--checklist', 'quarterly-checkup', '--full']);
    await first.until(READY);
    await first.answer('q', 'Keep it, to go on later');
    first.type(KEY.enter);
    expect(await first.ended).toBe(0);
    const refs: Record<string, string[]> = {};
    for (const [item, count] of [
      [TRACE, '2'],
      [SAMPLE, '5'],
    ] as const) {
      const draw = desk.start([
        'draw',
        'ros.csv',
        '--item',
        item,
        '--count',
        count,
        '--seed',
        item,
      ]);
      expect(await draw.ended).toBe(0);
      refs[item] = draw.screen().match(/^RO \d+$/gm) ?? [];
    }
    expect(refs[TRACE]).toHaveLength(2);
    const [one = '', other = ''] = refs[TRACE] ?? [];

    const session = desk.start(audit);
    await session.until(READY);
    await session.answer('g', 'Go to');
    await session.answer(
      `${SAMPLE}${KEY.enter}`,
      readyAfter(`Drawn: ${(refs[SAMPLE] ?? [])[0] ?? ''}`),
    );
    await session.answer(`4${KEY.enter}`, /of how many looked at\? \(5\)/);
    await session.answer(KEY.enter, /✓ saved: 4 of 5 \(from 60\)/);
    await session.answer('g', 'Go to');
    await session.answer(`${TRACE}${KEY.enter}`, readyAfter('Drawn: '));
    await session.answer(KEY.enter, `(${one})`);
    await session.answer(KEY.enter, `${one}: each standard`);
    await session.answer('Y', 'All are marked');
    await session.answer(KEY.enter, `(${other})`);
    await session.answer(KEY.enter, `${other}: each standard`);
    await session.answer('n', '[n]');
    await session.answer('Y', 'All are marked');
    // All that were drawn are there: now Enter is the end.
    await session.answer(KEY.enter, 'Enter: that is all');
    await session.answer(KEY.enter, 'Enter: 60');
    await session.answer(KEY.enter, '✓ saved: 2 cases (from 60), 1 lapse');
    expect(answerTo(desk, SAMPLE)).toEqual({ passed: 4, of: 5, from: 60 });
    expect(answerTo(desk, TRACE)).toMatchObject({
      cases: [{ ref: one, lapses: [] }, { ref: other }],
      from: 60,
    });
  } finally {
    desk.clear();
  }
});
