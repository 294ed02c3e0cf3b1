import { changeHeadline } from '../audit/headline.js';
import { says } from '../audit/lead.js';
import { partsRows } from '../audit/parts.js';
import { stepStrips } from '../audit/summary.js';
import { reservations } from '../audit/warnings.js';
import { heading, paragraph } from '../blocks.js';
import type { Block } from '../tree.js';
import { quarterName } from '../../core/quarter.js';
import { differencesSection } from './differences.js';
import type { ComparisonView } from './view.js';
import { auditQuarter } from '../words/quarters.js';

/** What stands on the screen: what happened, and how each step moved. */
export function comparisonSummary(view: ComparisonView): Block[] {
  const { audit, previous } = view;
  return [
    heading(changeHeadline(previous.comparison)),
    paragraph(
      `${audit.dealership.name}, ${quarterName(previous.audit.quarter)} to ${auditQuarter(audit)}`,
    ),
    ...reservations(view),
    ...differencesSection(view),
    ...says(view).map((text): Block => ({ block: 'paragraph', tone: 'plain', text })),
    ...stepStrips(view),
    ...partsRows(previous),
  ];
}
