import { changeHeadline } from '../audit/headline.js';
import { fallSection } from '../audit/fall.js';
import { frameOf } from '../audit/frame.js';
import { lead } from '../audit/lead.js';
import { limitsSection } from '../audit/limits.js';
import { movedSection } from '../audit/moved.js';
import { partsFold } from '../audit/parts.js';
import { stepsSection } from '../audit/steps.js';
import { PAGE_BREAK } from '../blocks.js';
import type { Tree } from '../tree.js';
import { changesSection } from './changes.js';
import { differencesSection } from './differences.js';
import { readingSection } from './reading.js';
import type { ComparisonView } from './view.js';

/** Two quarters side by side: what was published, what can be compared, and every change. */
export function comparisonDocument(view: ComparisonView): Tree {
  return {
    ...frameOf(view),
    headline: changeHeadline(view.previous.comparison),
    blocks: [
      ...lead(view),
      ...differencesSection(view),
      ...stepsSection(view),
      PAGE_BREAK,
      ...fallSection(view),
      ...partsFold(view.previous),
      ...movedSection(view),
      ...limitsSection(view),
      ...changesSection(view),
      ...readingSection(view),
    ],
  };
}
