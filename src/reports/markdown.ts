import { auditMarkdown } from './markdown-audit.js';
import { comparisonMarkdown } from './markdown-comparison.js';
import { groupMarkdown } from './markdown-group.js';
import { maskedMarkdown } from './markdown-masked.js';
import { trendMarkdown } from './markdown-trend.js';
import type { Format } from './view.js';

/** Markdown that lines up as plain text too. */
export const markdown: Format = {
  name: 'md',
  summary: 'Markdown, to read as text or rendered',
  audit: auditMarkdown,
  comparison: comparisonMarkdown,
  group: groupMarkdown,
  masked: maskedMarkdown,
  trend: trendMarkdown,
};
