import { kindOf } from '../../core/checklist/kinds/index.js';
import { heading, paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import type { AuditView } from './view.js';

/** Remarks as they were typed; nothing where none was made. */
export function remarksSection({ steps }: AuditView): Block[] {
  const made = steps
    .flatMap(({ items }) => items)
    .flatMap(({ result: { item, answer }, name }) => {
      const text = answer?.state === 'answered' ? kindOf(item).text(item, answer.value) : '';
      return text === '' ? [] : [{ name, text }];
    });
  if (made.length === 0) return [];
  return [
    heading('Remarks', 'remarks'),
    ...made.flatMap(({ name, text }): Block[] => [
      paragraph(strong(name)),
      { block: 'quote', text },
    ]),
  ];
}
