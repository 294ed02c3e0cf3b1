import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useKeypress,
  usePagination,
  usePrefix,
  useState,
} from '@inquirer/core';
import { count } from '../core/words/numbers.js';
import type { MarksQuestion } from './ask.js';
import type { Canvas } from './terminal.js';

interface MarksConfig extends MarksQuestion {
  readonly canvas: Canvas;
  /** How many lines of the list are shown at once. */
  readonly lines: number;
}

/** Which keys mark what, in words; the first of them in capitals marks all the rest. */
export function marksHelp({ marks: [first, ...others] }: Pick<MarksQuestion, 'marks'>): string {
  const each = [first, ...others].map(({ key, means }) => `${key} ${means}`).join(', ');
  return `${each}; ${first.key.toUpperCase()} all the rest: ${first.means}`;
}

/** A list in which a key marks the line under the cursor and goes on to the next. */
export const marksPrompt = createPrompt<Readonly<Record<string, string>>, MarksConfig>(
  (config, done) => {
    const { options, marks, canvas } = config;
    const { style, wrap } = canvas;
    const [given, setGiven] = useState(config.given);
    const [at, setAt] = useState(0);
    const [why, setWhy] = useState<string | undefined>();
    const [sent, setSent] = useState(false);
    const prefix = usePrefix({ status: sent ? 'done' : 'idle' });
    const last = options.length - 1;
    const open = options.filter(({ id }) => given[id] === undefined);

    useKeypress((key, readline) => {
      const typed = readline.line;
      readline.clearLine(0);
      setWhy(undefined);
      if (isEnterKey(key)) {
        const [first] = open;
        if (first === undefined) {
          setSent(true);
          done(given);
        } else {
          setAt(options.indexOf(first));
          setWhy(`${count(open.length, 'line')} without a mark: ${marksHelp(config)}.`);
        }
      } else if (isUpKey(key)) setAt(Math.max(0, at - 1));
      else if (isDownKey(key)) setAt(Math.min(last, at + 1));
      else if (typed === marks[0].key.toUpperCase()) {
        setGiven({
          ...Object.fromEntries(options.map(({ id }) => [id, marks[0].key])),
          ...given,
        });
        setAt(last);
      } else if (marks.some((mark) => mark.key === typed)) {
        const option = options[at];
        if (option !== undefined) setGiven({ ...given, [option.id]: typed });
        setAt(Math.min(last, at + 1));
      }
    });

    const page = usePagination({
      items: options,
      active: at,
      pageSize: config.lines,
      loop: false,
      renderItem: ({ item, isActive }) => {
        const mark = given[item.id];
        const line = wrap(item.text, `${isActive ? '>' : ' '} [${mark ?? ' '}] `);
        if (isActive) return style.key(line);
        return mark === undefined ? line : style.faint(line);
      },
    });
    const head = `${prefix} ${style.strong(config.question)}`;
    if (sent) {
      const said = marks.map(
        ({ key, means }) =>
          `${String(Object.values(given).filter((mark) => mark === key).length)} ${means}`,
      );
      return `${head} ${said.join(', ')}`;
    }
    const help = open.length === 0 ? 'All are marked: Enter' : marksHelp(config);
    return [
      `${head}\n${page}`,
      why === undefined
        ? style.faint(wrap(`${help}; arrows move; Esc: back`))
        : style.bad(wrap(why)),
    ];
  },
);
