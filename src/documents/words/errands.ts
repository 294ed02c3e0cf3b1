import type { Errand, Preparation } from '../../core/brief/preparation.js';
import { nameOf } from '../../core/checklist/naming.js';
import { asSentence } from '../../core/text.js';
import { strong } from '../blocks.js';
import type { Text } from '../tree.js';

const ERRAND_WORDS: Readonly<Record<Errand, string>> = {
  send: 'Send, or have under way:',
  cases: 'Ask for names and numbers, to draw cases from, of:',
  lists: 'Ask for lists of the whole quarter, to draw from, of:',
  exports: 'Ask for exports and reports, each with the number of records behind its figure, for:',
};

/** What has to be sent or asked for before the day, in one line. */
export function errandLine({ errand, items }: Preparation): Text {
  const things = items.map(
    ({ item, wanted }) =>
      (errand === 'send' ? item.ahead?.replace(/\.$/, '') : wanted?.unit) ?? nameOf(item),
  );
  return [strong(ERRAND_WORDS[errand]), asSentence(` ${[...new Set(things)].join('; ')}`)];
}
