import { createPrompt, isEnterKey, useEffect, useKeypress, useRef, useState } from '@inquirer/core';
import type { EntryQuestion } from './ask.js';
import { UNSEEN } from './ahead.js';
import { PASTE } from './key-feed.js';
import type { Canvas } from './terminal.js';
import { oneLine } from './text-prompt.js';
import { wrapKeys } from './screen.js';

/** An entry, and what of it was typed before the window changed its size. */
interface EntryConfig extends EntryQuestion {
  readonly canvas: Canvas;
  readonly typed: string;
  readonly onLine: (line: string) => void;
  readonly takePaste: () => string;
}

/**
 * The prompt under an item: a key answers at once, anything else is a line that Enter sends. What
 * was sent stays on the screen. A key is one where nothing follows it: the first letter of a word that
 * is typed is none, and no letter of a pasted text.
 */
export const entryPrompt = createPrompt<string, EntryConfig>((config, done) => {
  const { style } = config.canvas;
  const [line, setLine] = useState('');
  const [why, setWhy] = useState<string | undefined>();
  const [sent, setSent] = useState(false);
  const waiting = useRef<NodeJS.Timeout | undefined>(undefined);

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
    return () => {
      clearTimeout(waiting.current);
    };
  }, []);

  useKeypress((key, readline) => {
    clearTimeout(waiting.current);
    if (isEnterKey(key)) {
      const refusal = config.keys.includes(line) ? null : config.refuse(line);
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
    } else {
      const typed = readline.line;
      show(typed);
      if (line !== '' || !config.keys.includes(typed)) return;
      waiting.current = setTimeout(() => {
        send(typed);
      }, UNSEEN);
    }
  });

  if (sent) return `> ${line}`;
  return [
    `> ${line}`,
    why === undefined
      ? style.faint(wrapKeys(`${config.hint}, ${config.also}`, config.canvas))
      : style.bad(wrapKeys(`${why}\nEscape clears the line.`, config.canvas)),
  ];
});
