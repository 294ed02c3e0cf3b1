import { printChange, printPercent, scoreWords } from '../core/score/print.js';
import { isThin } from '../core/score/score.js';
import { visibleLine } from '../core/text.js';
import { count } from '../core/words/numbers.js';
import type { AuditView } from './view.js';

/** One line that says how an audit stands. */
export function scoreLine(view: AuditView): string {
  const { audit, result, previous } = view;
  const band = result.band === null ? '' : `, ${visibleLine(result.band.name)}`;
  const change =
    previous === null
      ? ''
      : `, ${printChange(previous.result.share, result.share, result.checklist.bands).difference} since ${previous.audit.quarter}`;
  const failed = result.steps.flatMap((step) => step.failedCritical).length;
  const critical = failed === 0 ? '' : `, ${count(failed, 'critical item')} failed`;
  const draft = audit.seal === null ? ' (draft: not sealed)' : '';
  return `${visibleLine(audit.dealership.name)} ${audit.quarter}: ${scoreWords(result.share, result.checklist.bands)}${band}${critical}${change}, coverage ${printPercent(result.coverage)}${isThin(result) ? ' only' : ''}${draft}`;
}
