// The keys of a terminal on their way to the prompts, in whatever pieces they come.
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Back, Interrupted } from '../../src/interview/ask.js';
import type { KeyFeed, PromptContext } from '../../src/interview/key-feed.js';
import { UNSEEN } from '../../src/interview/ahead.js';
import { PASTE, createKeyFeed } from '../../src/interview/key-feed.js';

/** A feed on a stream that takes the place of a terminal. */
function onStream(): { readonly feed: KeyFeed; readonly type: (keys: string) => void } {
  const stream = Object.assign(new PassThrough(), {
    setRawMode: () => stream,
    ref: () => stream,
    unref: () => stream,
    isTTY: true as const,
  });
  const output = Object.assign(new PassThrough(), { columns: 80, rows: 24 });
  const feed = createKeyFeed({
    input: stream as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    write: () => undefined,
    recent: {
      mark: () => 0,
      since: () => '',
      add: () => undefined,
      over: () => undefined,
    },
    canvas: { isPlain: false, style: {} as never, wrap: (text) => text },
    leave: () => undefined,
    stop: new AbortController().signal,
  });
  return {
    feed,
    type: (keys) => {
      stream.write(keys);
    },
  };
}

/** Waits until a question has been on the screen for so long that somebody can answer it. */
const seen = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, UNSEEN + 20));

/** A prompt that ends with so many keys, and says which they were. */
const someKeys =
  (feed: KeyFeed, number: number) =>
  ({ input }: PromptContext): Promise<string[]> =>
    new Promise((resolve) => {
      const got: string[] = [];
      input.on('keypress', (text: string | undefined, key: { name?: string }) => {
        got.push(key.name === PASTE ? `[${feed.takePaste()}]` : (text ?? key.name ?? ''));
        if (got.length === number) resolve(got);
      });
    });

/** A prompt that ends with the first key it gets, and says which that was. */
const oneKey =
  (feed: KeyFeed) =>
  ({ input, signal }: PromptContext): Promise<string> =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('aborted'));
      });
      input.once('keypress', (text: string | undefined, key: { name?: string }) => {
        resolve(key.name === PASTE ? `[${feed.takePaste()}]` : (text ?? key.name ?? ''));
      });
    });

describe('the keys', () => {
  test('come once each and in order, whatever pieces they come in', async () => {
    const keys = fc.array(fc.constantFrom(...'xusNY?gbq0123456789/é日🚗\r '.split(/(?:)/u)), {
      minLength: 1,
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(keys, fc.infiniteStream(fc.nat(4)), async (typed, pieces) => {
        const { feed, type } = onStream();
        const all = feed.run(someKeys(feed, typed.length));
        await seen();
        for (let at = 0; at < typed.length;) {
          const [size = 1] = pieces.take(1);
          type(typed.slice(at, at + size + 1).join(''));
          at += size + 1;
        }
        expect(await all).toEqual(typed);
      }),
      { numRuns: 30 },
    );
  });

  test('answer the question they were typed at: the rest of a word, or of several lines, no other', async () => {
    const { feed, type } = onStream();
    const first = feed.run(oneKey(feed));
    await seen();
    type('yes\rand more\r');
    expect(await first).toBe('y');
    const next = feed.run(oneKey(feed));
    await seen();
    await seen();
    type('d');
    expect(await next).toBe('d');
    expect(feed.takeDropped()).toBe('es\rand more\r');
    expect(feed.takeDropped()).toBe('');
  });

  test('that come quickly after each other are one word, though a question is shown in between', async () => {
    const { feed, type } = onStream();
    const first = feed.run(oneKey(feed));
    await seen();
    type('y');
    expect(await first).toBe('y');
    const next = feed.run(oneKey(feed));
    for (const key of 'es, it does') {
      await new Promise((resolve) => setTimeout(resolve, UNSEEN / 3));
      type(key);
    }
    await seen();
    type('3');
    expect(await next).toBe('3');
    expect(feed.takeDropped()).toBe('es, it does');
  });

  test.each([
    ['N', '\u001b', 'N'],
    ['Y', '\u001b', 'Y'],
    ['?', '\u001b', '?'],
    ['a blank', '\u001b', ' '],
    ['-', '\u001b', '-'],
  ])(
    'Escape takes the question back at once, and %s behind it is that key',
    async (_name, ...typed) => {
      const { feed, type } = onStream();
      const back = feed.run(oneKey(feed));
      await seen();
      const [escape, key] = typed;
      type(escape);
      await expect(back).rejects.toThrow(Back);
      const next = feed.run(oneKey(feed));
      await seen();
      type(key);
      expect(await next).toBe(key);
    },
  );

  test('Escape leaves a question open that makes something else of it', async () => {
    const { feed, type } = onStream();
    let heard = 0;
    const next = feed.run(oneKey(feed), { escape: () => (heard += 1) === 1 });
    await seen();
    type('\u001b');
    await seen();
    expect(heard).toBe(1);
    type('\u001b');
    await expect(next).rejects.toThrow(Back);
  });

  test('Alt and a key together is no key', async () => {
    const { feed, type } = onStream();
    const next = feed.run(oneKey(feed));
    await seen();
    type('\u001by');
    type('3');
    expect(await next).toBe('3');
  });

  test('Ctrl-C leaves, and every question after it has been left, too', async () => {
    const { feed, type } = onStream();
    const open = feed.run(oneKey(feed));
    type('\u0003');
    await expect(open).rejects.toThrow(Interrupted);
    await expect(feed.run(oneKey(feed))).rejects.toThrow(Interrupted);
  });

  test('a marked paste is one text, whatever it holds and in however many pieces it comes', async () => {
    const { feed, type } = onStream();
    const next = feed.run(oneKey(feed));
    await seen();
    for (const piece of ['\u001b[20', '0~y\r', 'n', '\r\nq\u001b[201~']) type(piece);
    expect(await next).toBe('[y\nn\nq]');
  });

  test('a long text past a line break is a paste where texts are taken, and keys elsewhere', async () => {
    const text = `${'words '.repeat(12)}\ry and more`;
    const texts = onStream();
    const taken = texts.feed.run(oneKey(texts.feed), { multiline: true });
    await seen();
    texts.type(text);
    expect(await taken).toBe(`[${text.replace('\r', '\n')}]`);
    const elsewhere = onStream();
    const key = elsewhere.feed.run(oneKey(elsewhere.feed));
    await seen();
    elsewhere.type(text);
    expect(await key).toBe('w');
  });
});
