import { nameOf } from '../../core/checklist/naming.js';
import type { Comparison } from '../../core/compare/compare.js';
import type { CapEvent } from '../../core/compare/cap-events.js';
import { kindOf } from '../../core/checklist/kinds/index.js';
import { countWord, inSentence, sentence } from '../../core/words/numbers.js';
import { strong } from '../blocks.js';
import type { Text } from '../tree.js';
import { answerWords } from '../words/answers.js';

/** Every hold that came or went since the check-up before, and on how little it hangs. */
export function capLines({ steps }: Comparison): Text[] {
  return steps.flatMap(({ step, caps }) =>
    caps.map((cap): Text => {
      const name = step.name ?? step.title;
      return [
        strong(cap.event === 'came' ? 'A hold came:' : 'A hold went:'),
        ` ${name}, ${inSentence(nameOf(cap.result.item))}, ${answerWords(cap.result)}.${hangsOn(cap)}`,
      ];
    }),
  );
}

/** `One more pass and there is none.`; nothing where it hangs on no few records. */
function hangsOn({ event, parts, result: { item } }: CapEvent): string {
  if (parts === null) return '';
  const part = kindOf(item).part(item);
  const many = part === 'pass' ? 'passes' : `${part}s`;
  return event === 'came'
    ? ` ${sentence(countWord(parts, `more ${part}`, `more ${many}`))} and there is none.`
    : ` ${sentence(countWord(parts, `${part} fewer`, `${many} fewer`))} and it is back.`;
}
