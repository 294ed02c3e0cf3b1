import { createPrompt, isEnterKey, makeTheme, useKeypress, useState } from '@inquirer/core';
import type { EntryQuestion } from './ask.js';

/**
 * The prompt under an item: a key answers at once, anything else is a line that Enter sends. What
 * was sent stays on the screen.
 */
export const entryPrompt = createPrompt<string, EntryQuestion>((config, done) => {
  const theme = makeTheme();
  const [line, setLine] = useState('');
  const [why, setWhy] = useState<string | undefined>();
  const [sent, setSent] = useState(false);

  const send = (entry: string): void => {
    setLine(entry);
    setWhy(undefined);
    setSent(true);
    done(entry);
  };

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
    } else if (line === '' && config.keys.includes(readline.line)) {
      send(readline.line);
    } else {
      setLine(readline.line);
      setWhy(undefined);
    }
  });

  if (sent) return `> ${line}`;
  return [`> ${line}`, why ?? theme.style.help(config.hint)];
});
