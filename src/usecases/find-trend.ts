import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import type { TrendView } from '../documents/trend/view.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { onlyLatest } from './find-audit.js';
import { trendAudits, trendView } from './views/trend-view.js';

/** A trend, and how many quarters there were to look back over. */
export interface FoundTrend {
  readonly view: TrendView;
  readonly sealed: number;
}

/**
 * The trend of a dealership over its last sealed audits.
 *
 * @param audits of the dealership, as they fit what was said.
 * @param last so many; fewer where there are not so many.
 * @throws UserError where the latest are by several checklists, or fewer than two are sealed by it.
 */
export async function findTrend(
  store: Store,
  audits: readonly AuditSummary[],
  last: number,
  checklist?: string,
): Promise<FoundTrend> {
  const found = trendAudits(audits);
  if (found.found === 'several') onlyLatest(found.audits);
  if (found.found === 'enough') {
    const view = await trendView(store, found.audits, last);
    return { view, sealed: found.audits.length };
  }
  if (found.found === 'too-few') {
    const { dealership, checklistId, quarter } = found.only;
    throw new UserError(
      `${dealership.name} has only one sealed audit by the checklist ${checklistId}: ${quarter}.`,
      'A trend needs two: seal a second one, or name another checklist with --checklist ID.',
    );
  }
  const by = checklist === undefined ? '' : ` by the checklist ${visibleLine(checklist)}`;
  throw new UserError(
    `There is no sealed audit yet${by}.`,
    'See checkup list for those there are; seal one with checkup audit.',
  );
}
