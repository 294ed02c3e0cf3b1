/** A key as Node reads it. */
export interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
}

/** What takes the keys of a pasted text out of the stream. */
interface PasteCollector {
  /** Hears what the terminal sends before its keys are read. */
  readonly hear: (chunk: string, multiline: boolean) => void;
  /** Whether a key belongs to a pasted text. */
  readonly takes: (key: Key) => boolean;
  /** Waits for no more. */
  readonly stop: () => void;
}

/**
 * How long nothing may come before a pasted text counts as whole, in milliseconds: long where its
 * end mark is still to come, as over a slow line.
 */
const QUIET = { marked: 5000, unmarked: 300 };

/** So much text past a line break within one read was not typed ahead: it is a paste without marks. */
const UNMARKED = 64;

function isUnmarkedPaste(chunk: string): boolean {
  return (
    chunk.length >= UNMARKED && /[\r\n][^\r\n]/.test(chunk) && !/(?![\t\r\n])\p{Cc}/u.test(chunk)
  );
}

/**
 * Collects pasted texts and gives each as a whole, with line feeds.
 *
 * @param give gets the text, and whether Enter comes behind it: where nothing marks a paste, its
 *   last line break is what the Enter key sends too.
 */
export function collectPaste(give: (text: string, enter: boolean) => void): PasteCollector {
  let collected: { text: string; readonly marked: boolean } | null = null;
  let timer: NodeJS.Timeout | undefined;

  const finish = (): void => {
    clearTimeout(timer);
    if (collected === null) return;
    const { text, marked } = collected;
    collected = null;
    const lines = text.replace(/\r\n?/g, '\n');
    give(lines.trimEnd(), !marked && lines.endsWith('\n'));
  };
  const wait = (): void => {
    clearTimeout(timer);
    if (collected === null) return;
    timer = setTimeout(finish, collected.marked ? QUIET.marked : QUIET.unmarked);
  };
  return {
    hear: (chunk, multiline) => {
      if (collected === null && multiline && isUnmarkedPaste(chunk)) {
        collected = { text: '', marked: false };
      }
      wait();
    },
    takes: (key) => {
      if (key.name === 'paste-start') {
        collected = { text: '', marked: true };
        wait();
        return true;
      }
      if (key.name === 'paste-end') {
        finish();
        return true;
      }
      if (collected === null) return false;
      collected.text += key.sequence ?? '';
      return true;
    },
    stop: () => {
      clearTimeout(timer);
    },
  };
}
