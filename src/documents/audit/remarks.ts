import { kindOf } from '../../core/checklist/kinds/index.js';
import { heading, paragraph, strong } from '../blocks.js';
import type { Block } from '../tree.js';
import type { AuditView } from './view.js';

/** Remarks as they were typed; nothing where none was made. */
export function remarksSection({ steps }: AuditView): Block[] {
  const made = steps
    .flatMap(({ items }) => items)
    .flatMap(({ result: { item, answer }, name }) =>
      !kindOf(item).scored && answer?.state === 'answered' && typeof answer.value === 'string'
        ? [{ name, text: answer.value }]
        : [],
    );
  if (made.length === 0) return [];
  return [
    heading('Remarks', 'remarks'),
    ...made.flatMap(({ name, text }): Block[] => [
      paragraph(strong(name)),
      { block: 'quote', text },
    ]),
  ];
}
