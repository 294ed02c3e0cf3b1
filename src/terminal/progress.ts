import type { Progress, Watch } from '../core/progress.js';
import { unwatched } from '../core/progress.js';

/** Where the line is drawn: a terminal. */
export interface ProgressOutput {
  /** Columns of the terminal. */
  readonly columns: number;
  write(text: string): unknown;
}

/** One line that says how far the work is, drawn over and over at the same place. */
export interface ProgressLine {
  /** Watches some work; what it is a part of is told instead where that is watched already. */
  readonly watch: Watch;
  /** Takes the line off the screen until it is drawn again: something else is to stand there. */
  readonly hide: () => void;
  /** Takes it off for good, whatever is still at work. */
  readonly end: () => void;
}

/** What takes less is over before anybody wonders, in milliseconds. */
const UNNOTICED = 500;

/** How often the line is drawn where no step is done, in milliseconds. */
const TICK = 250;

/** How long a drawn line stands at least: more often is flicker, in milliseconds. */
const STANDS = 100;

const CLEAR = '\r\u001b[K';

/** The line on some terminal; `now` counts milliseconds from whenever. */
export function createProgressLine(
  output: ProgressOutput,
  now: () => number = () => performance.now(),
): ProgressLine {
  let isWatching = false;
  let isShown = false;
  let stop = (): void => undefined;
  const hide = (): void => {
    if (isShown) output.write(CLEAR);
    isShown = false;
  };
  const end = (): void => {
    stop();
    hide();
  };

  const start = (what: string, total: number): Progress => {
    const started = now();
    let drawn = started;
    let count = 0;
    const draw = (): void => {
      const passed = now() - started;
      if (passed < UNNOTICED) return;
      drawn = now();
      const line = progressWords(what, count, total, passed);
      // A line that wraps could not be taken back.
      output.write(`${CLEAR}${line.slice(0, (output.columns || 80) - 1)}`);
      isShown = true;
    };
    const timer = setInterval(draw, TICK);
    timer.unref();
    let hasStopped = false;
    isWatching = true;
    stop = () => {
      clearInterval(timer);
      hasStopped = true;
      isWatching = false;
    };
    return {
      step: () => {
        count += 1;
        if (!hasStopped && now() - drawn >= STANDS) draw();
      },
      done: () => {
        if (!hasStopped) end();
      },
    };
  };

  return {
    watch: (what, total) => (isWatching ? unwatched(what, total) : start(what, total)),
    hide,
    end,
  };
}

/** `Masked reports: 12 of 40, about 3 s left`. */
export function progressWords(what: string, count: number, total: number, passed: number): string {
  const of = total === 1 ? '' : `${String(count)} of ${String(total)}, `;
  if (count === 0) return `${what}: ${of}${duration(passed)} so far`;
  return `${what}: ${of}about ${duration((passed / count) * (total - count))} left`;
}

function duration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  return seconds < 100 ? `${String(seconds)} s` : `${String(Math.round(seconds / 60))} min`;
}
