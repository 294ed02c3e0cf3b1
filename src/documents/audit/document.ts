import { PAGE_BREAK } from '../blocks.js';
import type { Tree } from '../tree.js';
import { casesSection } from './cases.js';
import { departmentsSection } from './departments.js';
import { fallSection } from './fall.js';
import { frameOf } from './frame.js';
import { changeHeadline, firstHeadline } from './headline.js';
import { itemsSection } from './items.js';
import { lead } from './lead.js';
import { limitsSection } from './limits.js';
import { methodSection } from './method.js';
import { movedSection } from './moved.js';
import { partsFold } from './parts.js';
import { remarksSection } from './remarks.js';
import { stepsSection } from './steps.js';
import { targetSection } from './target.js';
import { todoSection } from './todo.js';
import type { AuditView } from './view.js';
import { yearSection } from './year.js';

/** The report of one audit: a page to act on, then what is behind it, the arithmetic last. */
export function auditDocument(view: AuditView): Tree {
  const { previous } = view;
  return {
    ...frameOf(view),
    headline: headlineOf(view),
    blocks: [
      ...lead(view),
      ...stepsSection(view),
      ...todoSection(view),
      PAGE_BREAK,
      ...targetSection(view),
      ...fallSection(view),
      ...(previous === null ? [] : partsFold(previous)),
      ...movedSection(view),
      ...yearSection(view),
      ...departmentsSection(view),
      ...casesSection(view),
      ...remarksSection(view),
      ...limitsSection(view),
      ...itemsSection(view),
      ...methodSection(view),
    ],
  };
}

/** What happened, in one sentence. */
export function headlineOf({ previous, steps }: AuditView): string {
  return previous === null ? firstHeadline(steps) : changeHeadline(previous.comparison);
}
