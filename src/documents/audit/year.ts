import { heading } from '../blocks.js';
import { headline } from '../trend/headline.js';
import { lineFigures } from '../trend/over-time.js';
import type { Block } from '../tree.js';
import type { AuditView } from './view.js';

/** The quarters up to this one, overall and step by step; nothing with fewer than three of them. */
export function yearSection({ trend }: AuditView): Block[] {
  if (trend === null || trend.audits.length < 3) return [];
  return [heading(headline(trend), 'trend', 'Trend'), ...lineFigures(trend)];
}
