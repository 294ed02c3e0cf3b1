import { createPrompt, isEnterKey, useEffect, useKeypress, useState } from '@inquirer/core';
import type { EntryQuestion } from './ask.js';
import { PASTE } from './key-feed.js';
import type { Canvas } from './terminal.js';
import { oneLine } from './text-prompt.js';

/** An entry, and what of it was typed before the window changed its size. */
interface EntryConfig extends EntryQuestion {
  readonly canvas: Canvas;
  readonly typed: string;
  readonly onLine: (line: string) => void;
  readonly takePaste: () => string;
}

/**
 * The prompt under an item: a key answers at once, anything else is a line that Enter sends. What
 * was sent stays on the screen. A pasted text is a line, never a key.
 */
export const entryPrompt = createPrompt<string, EntryConfig>((config, done) => {
  const { style, wrap } = config.canvas;
  const [line, setLine] = useState('');
  const [why, setWhy] = useState<string | undefined>();
  const [sent, setSent] = useState(false);

  const show = (now: string): void => {
    setLine(now);
    setWhy(undefined);
    config.onLine(now);
  };
  const send = (entry: string): void => {
    show(entry);
    setSent(true);
    done(entry);
  };

  useEffect((readline) => {
    readline.write(config.typed);
    setLine(config.typed);
  }, []);

  useKeypress((key, readline) => {
    if (isEnterKey(key)) {
      const refusal = config.refuse(line);
      if (refusal === null) {
        send(line);
      } else {
        // Enter has emptied the line: it is put back to be mended.
        readline.write(line);
        setWhy(refusal);
      }
    } else if (key.name === PASTE) {
      readline.write(oneLine(config.takePaste()));
      show(readline.line);
    } else if (line === '' && config.keys.includes(readline.line)) {
      send(readline.line);
    } else {
      show(readline.line);
    }
  });

  if (sent) return `> ${line}`;
  return [
    `> ${line}`,
    why === undefined
      ? style.faint(wrap(config.hint))
      : style.bad(wrap(`${why}\nEscape clears the line.`)),
  ];
});
