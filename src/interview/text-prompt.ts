import {
  createPrompt,
  isBackspaceKey,
  isEnterKey,
  useKeypress,
  usePrefix,
  useState,
} from '@inquirer/core';
import { count, visibleLine } from '../core/text.js';
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

/** A line of text. A long pasted text, or one of several lines, hangs on behind the line. */
export const textPrompt = createPrompt<string, TextConfig>((config, done) => {
  const { style, wrap } = config.canvas;
  const [line, setLine] = useState('');
  const [behind, setBehind] = useState('');
  const [why, setWhy] = useState<string | undefined>();
  const [sent, setSent] = useState<string | undefined>();
  const prefix = usePrefix({ status: sent === undefined ? 'idle' : 'done' });

  const refusal = (text: string): string | null => {
    if (text.trim() !== '') return config.refuse?.(text) ?? null;
    return config.optional === true ? null : 'Please type something.';
  };

  useKeypress((key, readline) => {
    if (isEnterKey(key)) {
      const typed = [line, behind].filter((text) => text !== '').join('\n');
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
      const hangs = config.multiline === true && (text.includes('\n') || text.length > SHORT);
      if (hangs) setBehind(behind === '' ? text : `${behind}\n${text}`);
      else readline.write(visibleLine(text));
    } else if (isBackspaceKey(key) && line === '') {
      setBehind('');
    }
    setLine(readline.line);
    setWhy(undefined);
  });

  const preset = config.preset === undefined ? '' : style.faint(` (${config.preset})`);
  const question = `${prefix} ${style.strong(config.message)}${line === '' && sent === undefined ? preset : ''}`;
  if (sent !== undefined) return `${question} ${visibleLine(sent).slice(0, SHORT)}`;
  const more =
    behind === ''
      ? ''
      : `and ${count(behind.split('\n').length, 'pasted line')} (Backspace in an empty line takes that out)`;
  return [
    `${question} ${line}`,
    why === undefined ? style.faint(wrap(more === '' ? 'Esc: back' : more)) : style.bad(wrap(why)),
  ];
});
