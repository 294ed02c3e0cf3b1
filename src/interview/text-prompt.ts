import {
  createPrompt,
  isBackspaceKey,
  isEnterKey,
  useEffect,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core';
import { visible, visibleLine } from '../core/text.js';
import type { TextOptions } from './ask.js';
import { PASTE } from './key-feed.js';
import type { Canvas } from './terminal.js';

interface TextConfig extends TextOptions {
  readonly message: string;
  readonly canvas: Canvas;
  readonly takePaste: () => string;
  /** What was typed already, before the window changed its size; null for nothing. */
  readonly typed: string | null;
  /** Tells what is typed, and whether Escape would drop something of it; the first one then only says so. */
  readonly onTyped: (typed: string, isTyped: boolean) => void;
}

/** The name of the key event by which a text hears that Escape would drop what is typed. */
export const ESCAPE_HELD = 'escape-held';

/** Of a text of several lines so many stand above the one that is typed. */
const SHOWN = 8;

/** A pasted text up to this length goes into the line, where it can be changed. */
const SHORT = 300;

/**
 * A line of text, or several: then Enter begins another, Enter in an empty one ends it, and Backspace
 * in an empty one goes back to the line above.
 */
export const textPrompt = createPrompt<string, TextConfig>((config, done) => {
  const { style, wrap } = config.canvas;
  const { multiline = false, several = false } = config;
  const begun = config.begun ?? '';
  const given = multiline && begun !== '' ? `${begun}\n` : begun;
  // Whole lines stand above the one that is typed, each with its line feed; of a pasted text the last
  // one without.
  const first = config.typed ?? given;
  const cut = multiline || several ? first.lastIndexOf('\n') + 1 : 0;
  const [line, setLine] = useState(first.slice(cut));
  const [above, setAbove] = useState(first.slice(0, cut));
  const [why, setWhy] = useState<string | undefined>();
  const [sent, setSent] = useState<string | undefined>();
  const prefix = usePrefix({ status: sent === undefined ? 'idle' : 'done' });

  const refusal = (text: string): string | null => {
    if (text.trim() !== '') return config.refuse?.(text) ?? null;
    return config.optional === true ? null : 'Please type something.';
  };
  const show = (lines: string, now: string): void => {
    setAbove(lines);
    setLine(now);
    config.onTyped(`${lines}${now}`, `${lines}${now}` !== given);
  };

  useEffect((readline) => {
    if (line !== '') readline.write(line);
  }, []);

  useKeypress((key, readline) => {
    if (key.name === ESCAPE_HELD) {
      setWhy('Escape once more drops what is typed.');
      return;
    }
    setWhy(undefined);
    if (isEnterKey(key)) {
      if (multiline && line !== '') {
        show(`${above}${line}\n`, '');
        return;
      }
      const typed = `${above}${line}`.trimEnd();
      const text = typed === '' ? (config.preset ?? '') : typed;
      const refused = refusal(text);
      if (refused === null) {
        setSent(text);
        done(text);
      } else {
        // Enter has emptied the line: it is put back to be mended.
        readline.write(line);
        setWhy(refused);
      }
      return;
    }
    if (key.name === PASTE) {
      const text = config.takePaste();
      // What a line can't hold as it is stands above it, so that it is kept exactly.
      const isLong = text.length > SHORT || text !== oneLine(text);
      if ((multiline || several) && isLong) {
        show(`${above}${readline.line}${text}`, '');
        readline.clearLine(0);
        return;
      }
      readline.write(oneLine(text));
    } else if (isBackspaceKey(key) && line === '' && above !== '') {
      const lines = above.replace(/\n$/, '').split('\n');
      const last = lines.pop() ?? '';
      readline.write(oneLine(last));
      show(lines.map((one) => `${one}\n`).join(''), readline.line);
      return;
    }
    show(above, readline.line);
  });

  const preset = config.preset === undefined ? '' : style.faint(` (${visibleLine(config.preset)})`);
  const isEmpty = line === '' && above === '';
  const question = `${prefix} ${style.strong(wrap(config.message, SIGN).slice(SIGN.length))}${isEmpty && sent === undefined ? preset : ''}`;
  if (sent !== undefined) {
    const answer = visibleLine(sent).slice(0, SHORT);
    // Inquirer begins another line behind one that is full: the last leaves room for a sign.
    const lines = wrap(`${style.strong(config.message)} ${answer}.`, SIGN);
    return `${prefix} ${lines.slice(SIGN.length, -1)}`;
  }
  const help = [
    multiline ? (isEmpty ? 'Enter in an empty line ends it' : ENDS) : '',
    several && above !== '' ? 'Enter sends what was pasted' : '',
    config.back === true ? 'Esc: back' : '',
  ]
    .filter((text) => text !== '')
    .join('; ');
  const lines = above.replace(/\n$/, '').split('\n').slice(-SHOWN);
  const before = above === '' ? [] : lines.map((one) => style.faint(wrap(visible(one), '  ')));
  const top = [question, ...before].join('\n');
  return [
    above === '' ? `${top} ${line}` : `${top}\n> ${line}`,
    why === undefined ? style.faint(wrap(help)) : style.bad(wrap(visible(why))),
  ];
});

/** Before the question stands a sign of Inquirer's. */
const SIGN = '  ';

const ENDS = 'Enter in an empty line ends it; Backspace there goes back to the line above';

/** A text as a line of the terminal can hold it: without line breaks and control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/\p{Cc}/gu, '');
}
