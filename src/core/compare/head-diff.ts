import type { Checklist } from '../checklist/checklist.js';
import type { Detail, Facts } from './detail.js';
import { detailsOf } from './detail.js';

/** One difference between the heads of two checklists. */
export interface HeadDiff extends Detail {
  /** Whether audits by the one can't be compared with those by the other because of it. */
  readonly breaks: boolean;
  readonly rule: string;
}

const POLICY =
  'Like for like, both scores are taken under the later policy. The published ones each have their own.';

const RULES: Readonly<Record<string, string>> = {
  id: 'compare, brief and reports look for the audit before by the checklist’s id: this starts a series of its own.',
  version: 'The version tells people which is which. It decides nothing.',
  departments: 'Departments group the results. They decide no score.',
  bands: 'Scores stay as they are. The band that one falls into may be another.',
  'scoring.critical.below': POLICY,
  'scoring.critical.cap': POLICY,
  steps: 'The order of the steps decides no score.',
};
const WORDING = 'Titles and texts decide no score.';

/**
 * What differs between the heads of two checklists, what breaks comparability first.
 *
 * @param counterparts the later id of each earlier step that is still there.
 */
export function diffHeads(
  from: Checklist,
  to: Checklist,
  counterparts: ReadonlyMap<string, string>,
): HeadDiff[] {
  const kept = new Set(counterparts.values());
  const before = from.steps.flatMap(({ id }) => counterparts.get(id) ?? []);
  const after = to.steps.flatMap(({ id }) => (kept.has(id) ? [id] : []));
  return detailsOf(headFacts(from, before), headFacts(to, after))
    .map((detail) => ({
      ...detail,
      breaks: detail.key === 'id',
      rule: RULES[detail.key] ?? WORDING,
    }))
    .sort((a, b) => Number(b.breaks) - Number(a.breaks));
}

function headFacts({ scoring, ...head }: Checklist, steps: readonly string[]): Facts {
  return {
    ...head,
    departments: head.departments.map(({ id, title }) => `${title} (${id})`),
    bands: head.bands.map(
      ({ from, name, means }) =>
        `${name} from ${String(from)}${means === undefined ? '' : `: ${means}`}`,
    ),
    'scoring.critical.below': scoring.critical.below,
    'scoring.critical.cap': scoring.critical.cap,
    steps,
  };
}
