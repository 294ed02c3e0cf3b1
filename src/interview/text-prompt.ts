import {
  createPrompt,
  isBackspaceKey,
  isEnterKey,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core';
import { count } from '../core/words/numbers.js';
import { visible, visibleLine } from '../core/text.js';
import type { TextOptions } from './ask.js';
import { PASTE } from './key-feed.js';
import type { Canvas } from './terminal.js';

interface TextConfig extends TextOptions {
  readonly message: string;
  readonly canvas: Canvas;
  readonly takePaste: () => string;
}

/** A pasted text up to this length goes into the line, where it can be changed. */
const SHORT = 300;

/** A line of text. A long pasted text, or one of several lines, stands before what is typed on. */
export const textPrompt = createPrompt<string, TextConfig>((config, done) => {
  const { style, wrap } = config.canvas;
  const [line, setLine] = useState('');
  const [before, setBefore] = useState('');
  const [why, setWhy] = useState<string | undefined>();
  const [sent, setSent] = useState<string | undefined>();
  const prefix = usePrefix({ status: sent === undefined ? 'idle' : 'done' });

  const refusal = (text: string): string | null => {
    if (text.trim() !== '') return config.refuse?.(text) ?? null;
    return config.optional === true ? null : 'Please type something.';
  };

  useKeypress((key, readline) => {
    if (isEnterKey(key)) {
      const typed = `${before}${line}`;
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
      // What a line can't hold as it is is put aside, so that it is kept exactly.
      const isLong = config.multiline === true && (text.length > SHORT || text !== oneLine(text));
      if (isLong) {
        setBefore(`${before}${readline.line}${text}`);
        readline.clearLine(0);
      } else readline.write(oneLine(text));
    } else if (isBackspaceKey(key) && line === '') {
      setBefore('');
    }
    setLine(readline.line);
    setWhy(undefined);
  });

  const preset = config.preset === undefined ? '' : style.faint(` (${visibleLine(config.preset)})`);
  const question = `${prefix} ${style.strong(config.message)}${line === '' && sent === undefined ? preset : ''}`;
  if (sent !== undefined) return `${question} ${visibleLine(sent).slice(0, SHORT)}`;
  const more =
    before === ''
      ? ''
      : `after ${count(before.split('\n').length, 'pasted line')} (Backspace in an empty line takes that out)`;
  const help = [more, config.back === true ? 'Esc: back' : '']
    .filter((text) => text !== '')
    .join('; ');
  return [
    `${question} ${line}`,
    why === undefined ? style.faint(wrap(help)) : style.bad(wrap(visible(why))),
  ];
});

/** A text as a line of the terminal can hold it: without line breaks and control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(/\p{Cc}/gu, '');
}
