import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { unwatched, watched } from '../../src/core/progress.js';
import { createProgressLine, progressWords } from '../../src/terminal/progress.js';
import { createScreen } from '../../src/terminal/screen.js';
import { expectDone, runProcess } from '../support/cli.js';
import { writeFiles } from '../support/folders.js';
import type { Desk } from '../support/terminal.js';
import { createDesk } from '../support/terminal.js';

const CLEAR = '\r\u001b[K';

/** An output that keeps what it is given. */
function paper(columns = 80) {
  const written: string[] = [];
  return { isTTY: true, columns, written, write: (text: string) => written.push(text) };
}

describe('the line', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is never drawn where the work takes less than half a second', () => {
    const output = paper();
    const work = createProgressLine(output).watch('Work', 3);
    for (let n = 0; n < 3; n += 1) {
      vi.advanceTimersByTime(160);
      work.step();
    }
    work.done();
    vi.advanceTimersByTime(5000);
    expect(output.written).toEqual([]);
  });

  it('says how many are done and how long the rest will take, and is gone in the end', () => {
    const output = paper();
    const work = createProgressLine(output).watch('Work', 4);
    vi.advanceTimersByTime(950);
    work.step();
    expect(output.written.at(-1)).toBe(`${CLEAR}Work: 1 of 4, about 3 s left`);
    vi.advanceTimersByTime(1000);
    work.step();
    expect(output.written.at(-1)).toBe(`${CLEAR}Work: 2 of 4, about 2 s left`);
    work.done();
    expect(output.written.at(-1)).toBe(CLEAR);
    const { length } = output.written;
    vi.advanceTimersByTime(5000);
    expect(output.written).toHaveLength(length);
  });

  it('is drawn while nothing is done, and not at every one of many steps', () => {
    const output = paper();
    const work = createProgressLine(output).watch('Work', 10_000);
    vi.advanceTimersByTime(2000);
    expect(output.written.at(-1)).toBe(`${CLEAR}Work: 0 of 10000, 2 s so far`);
    const { length } = output.written;
    for (let n = 0; n < 5000; n += 1) work.step();
    expect(output.written).toHaveLength(length);
    work.done();
  });

  it('never wraps', () => {
    const output = paper(20);
    const work = createProgressLine(output).watch('Work with a long name', 4);
    vi.advanceTimersByTime(1000);
    expect(output.written.at(-1)).toBe(`${CLEAR}Work with a long na`);
    work.done();
  });

  it('tells of the whole where a part of it is watched too', () => {
    const output = paper();
    const line = createProgressLine(output);
    const whole = line.watch('Whole', 2);
    const part = line.watch('Part', 1);
    vi.advanceTimersByTime(1000);
    part.done();
    vi.advanceTimersByTime(1000);
    expect(output.written.join('')).not.toContain('Part');
    expect(output.written.at(-1)).toContain('Whole: 0 of 2');
    whole.done();
    const next = line.watch('Next', 1);
    vi.advanceTimersByTime(1000);
    expect(output.written.at(-1)).toBe(`${CLEAR}Next: 1 s so far`);
    next.done();
  });

  it('makes way for whatever else is written, and comes back below it', () => {
    const output = paper();
    const tools = {
      isPlain: false,
      colours: false,
      ascii: false,
      asCalled: (text: string) => text,
    };
    const screen = createScreen({ stdout: output, stderr: output, ...tools });
    const work = screen.progress('Work', 2);
    vi.advanceTimersByTime(500);
    screen.out('a file\n');
    expect(output.written.slice(-2)).toEqual([CLEAR, 'a file\n']);
    vi.advanceTimersByTime(500);
    expect(output.written.at(-1)).toContain('Work: 0 of 2');
    screen.endProgress();
    screen.tell('Stopped.');
    vi.advanceTimersByTime(5000);
    work.step();
    work.done();
    expect(output.written.slice(-2)).toEqual([CLEAR, 'Stopped.\n']);
  });

  it.each([
    ['no terminal', { isTTY: false }, {}],
    ['a plain one', {}, { isPlain: true }],
  ])('is not for %s', (_where, stream, options) => {
    const output = { ...paper(), ...stream };
    const tools = {
      isPlain: false,
      colours: false,
      ascii: false,
      asCalled: (text: string) => text,
    };
    const screen = createScreen({ stdout: paper(), stderr: output, ...tools, ...options });
    const work = screen.progress('Work', 2);
    vi.advanceTimersByTime(5000);
    work.step();
    work.done();
    expect(output.written).toEqual([]);
  });
});

it.each([
  [0, 1, 900, 'Work: 1 s so far'],
  [3, 40, 600, 'Work: 3 of 40, about 7 s left'],
  [39, 40, 600, 'Work: 39 of 40, about 1 s left'],
  [1, 400, 1000, 'Work: 1 of 400, about 7 min left'],
])('%i of %i after %i ms: %s', (done, total, passed, words) => {
  expect(progressWords('Work', done, total, passed)).toBe(words);
});

it('ends with the work, also where that breaks off', () => {
  const seen: string[] = [];
  const watch = (what: string, total: number) => {
    seen.push(`${what} ${String(total)}`);
    return { step: () => seen.push('step'), done: () => seen.push('done') };
  };
  for (const n of watched(watch, 'all', [1, 2])) seen.push(String(n));
  expect(seen.splice(0)).toEqual(['all 2', '1', 'step', '2', 'step', 'done']);
  const broken = (): void => {
    for (const n of watched(watch, 'some', [1, 2])) throw new Error(String(n));
  };
  expect(broken).toThrow('1');
  expect(seen).toEqual(['some 2', 'done']);
  expect([...watched(unwatched, 'none', [1, 2])]).toEqual([1, 2]);
});

describe('in a real terminal', () => {
  let desk: Desk;
  const DB = ['--db', '.local/share/checkup/example.db'];
  const REPORT = ['report', '--dealership', 'example-motors', '--format', 'pdf', ...DB];

  beforeAll(async () => {
    desk = createDesk();
    const browser =
      '#!/bin/sh\nfor each; do case "$each" in --print-to-pdf=*) file="${each#*=}";; esac; done\nsleep "$LASTS"\nprintf \'%%PDF-1.4\\n%%%%EOF\\n\' > "$file"\n';
    writeFiles(desk.home, { 'slow-browser': browser });
    chmodSync(join(desk.home, 'slow-browser'), 0o755);
    expectDone(await runProcess(['demo', '--out', 'example'], { home: desk.home }));
  });
  afterAll(() => {
    desk.clear();
  });

  async function shown(args: readonly string[], seconds: string) {
    const env = { CHECKUP_BROWSER: join(desk.home, 'slow-browser'), LASTS: seconds };
    const session = desk.start(args, { env, columns: 120 });
    expect(await session.ended).toBe(0);
    return { raw: session.raw(), screen: session.screen() };
  }

  it('PDF shows how long it takes, and nothing of that stays', async () => {
    const { raw, screen } = await shown(REPORT, '1.6');
    expect(raw).toContain('Printing the PDF: 1 s so far');
    expect(screen).not.toContain('Printing');
    expect(screen).toMatch(/^reports\/example-motors\/\S+\.pdf$/m);
  });

  it('masked reports are counted, with the time that is left', async () => {
    const args = ['compare', '--all', '--masked', '--format', 'pdf', ...DB];
    const { raw, screen } = await shown(args, '0.4');
    expect(raw).toMatch(/Writing masked reports: [1-4] of 5, about \d+ s left/);
    expect(screen).not.toContain('Writing');
    expect(screen.match(/^reports\/\S+\.pdf$/gm)).toHaveLength(5);
  });

  it.each(['--quiet', '--plain'])('%s shows none of it', async (flag) => {
    const { raw } = await shown([...REPORT, flag], '1');
    expect(raw).not.toContain('Printing');
    expect(raw).not.toContain(CLEAR);
  });
});
