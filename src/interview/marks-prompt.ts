import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  useEffect,
  useKeypress,
  usePagination,
  usePrefix,
  useRef,
  useState,
} from '@inquirer/core';
import { count } from '../core/words/numbers.js';
import type { MarksQuestion } from './ask.js';
import { UNSEEN } from './ahead.js';
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

type ReadonlyMarks = Readonly<Record<string, string>>;

/**
 * The marks behind some keys that came quickly after each other, and the line that is then marked next:
 * null for the letters of a word, which mark nothing.
 */
function marked(
  { options, marks }: Pick<MarksQuestion, 'options' | 'marks'>,
  { given, at }: { readonly given: ReadonlyMarks; readonly at: number },
  keys: string,
): [ReadonlyMarks | null, number] {
  const [key = ''] = keys;
  const last = options.length - 1;
  const [first] = marks;
  if (key === '') return [given, at];
  if (keys.replaceAll(key, '') !== '') return [null, at];
  if (key === first.key.toUpperCase()) {
    return [{ ...Object.fromEntries(options.map(({ id }) => [id, first.key])), ...given }, last];
  }
  if (!marks.some((mark) => mark.key === key)) return [given, at];
  const lines = options.slice(at, at + keys.length);
  return [
    { ...given, ...Object.fromEntries(lines.map(({ id }) => [id, key])) },
    Math.min(last, at + keys.length),
  ];
}

/**
 * A list in which a key marks the line under the cursor and goes on to the next. The keys of a word mark
 * nothing; the same key again and again marks line after line.
 */
export const marksPrompt = createPrompt<Readonly<Record<string, string>>, MarksConfig>(
  (config, done) => {
    const { options, marks, canvas } = config;
    const { style, wrap } = canvas;
    const { first } = config;
    // In capitals it says all of them, whatever was said before.
    const before = first === marks[0].key.toUpperCase() ? {} : config.given;
    const [begun, next] = marked(config, { given: before, at: 0 }, first ?? '');
    const [given, setGiven] = useState(begun ?? config.given);
    const [at, setAt] = useState(next);
    const [why, setWhy] = useState<string | undefined>();
    const [sent, setSent] = useState(false);
    const prefix = usePrefix({ status: sent ? 'done' : 'idle' });
    const last = options.length - 1;
    const open = options.filter(({ id }) => given[id] === undefined);
    // What came quickly after each other, and the timer that ends it.
    const burst = useRef<{ keys: string; timer: NodeJS.Timeout | undefined }>({
      keys: '',
      timer: undefined,
    });

    useEffect(
      () => () => {
        clearTimeout(burst.current.timer);
      },
      [],
    );

    /** Where the marks stand behind what was pressed last. */
    const take = (): ReadonlyMarks => {
      const { keys } = burst.current;
      clearTimeout(burst.current.timer);
      burst.current.keys = '';
      const [now, next] = marked(config, { given, at }, keys);
      if (now === null) setWhy(`One key a line: ${marksHelp(config)}.`);
      else {
        setGiven(now);
        setAt(next);
      }
      return now ?? given;
    };

    useKeypress((key, readline) => {
      const typed = readline.line;
      readline.clearLine(0);
      setWhy(undefined);
      if (isEnterKey(key)) {
        // Enter behind the letters of a word belongs to the word.
        const isWord =
          burst.current.keys !== '' &&
          marked(config, { given, at }, burst.current.keys)[0] === null;
        const now = take();
        if (isWord) return;
        const missing = options.filter(({ id }) => now[id] === undefined);
        if (missing[0] === undefined) {
          setSent(true);
          done(now);
        } else {
          setAt(options.indexOf(missing[0]));
          setWhy(`${count(missing.length, 'line')} without a mark: ${marksHelp(config)}.`);
        }
      } else if (isUpKey(key)) setAt(Math.max(0, at - 1));
      else if (isDownKey(key)) setAt(Math.min(last, at + 1));
      else {
        clearTimeout(burst.current.timer);
        burst.current.keys += typed;
        burst.current.timer = setTimeout(take, UNSEEN);
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
