import { isSameChecklist } from '../../core/checklist/same.js';
import { strong } from '../blocks.js';
import type { Block } from '../tree.js';
import type { ComparisonView } from './view.js';

/** What differs between two audits that isn't the dealership's doing; nothing where nothing does. */
export function differencesSection({
  audit: to,
  previous: { audit: from },
}: ComparisonView): Block[] {
  const [one, other] = [from.checklist, to.checklist];
  const lines: string[] = [];
  if (one.id !== other.id) {
    lines.push(
      'The two check-ups used different checklists: only items with the same id and definition can be compared.',
    );
  } else if (!isSameChecklist(one, other)) {
    lines.push(
      one.version === other.version
        ? `The checklist was changed between the two, though both call it version ${String(one.version)}.`
        : `The checklist went from version ${String(one.version)} to ${String(other.version)}.`,
    );
  }
  if (from.scope !== to.scope) {
    lines.push(
      `The scopes differ (${from.scope}, then ${to.scope}): items that only one of them asked are listed as new or gone.`,
    );
  }
  return lines.map((text) => ({
    block: 'paragraph',
    tone: 'plain',
    text: [strong('Not the same check-up.'), ` ${text}`],
  }));
}
