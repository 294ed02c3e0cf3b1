/** How far some long work is. */
export interface Progress {
  /** One more is done. */
  readonly step: () => void;
  /** The work has ended, however. */
  readonly done: () => void;
}

/** Starts to tell how far some work is: what is worked on, and how many there are. */
export type Watch = (what: string, total: number) => Progress;

/** Tells nobody. */
export const unwatched: Watch = () => ({ step: () => undefined, done: () => undefined });

/** Each of some things, one after the other, while somebody watches how far that is. */
export function* watched<T>(watch: Watch, what: string, things: readonly T[]): Generator<T> {
  const progress = watch(what, things.length);
  try {
    for (const thing of things) {
      yield thing;
      progress.step();
    }
  } finally {
    progress.done();
  }
}
