import { quarterName } from '../../core/quarter.js';
import { printPercent, printScore } from '../../core/score/print.js';
import { rangesOf } from '../../core/score/ranges.js';
import { isThin } from '../../core/score/limits.js';
import { heading, list, paragraph, strong, table } from '../blocks.js';
import type { Block, Column, Row } from '../tree.js';
import { changeFigures } from '../words/changes.js';
import { targetWords } from '../words/target.js';
import { stripOf } from '../words/signs.js';
import { headlineOf } from './document.js';
import { alarms, says } from './lead.js';
import { foundWords, itemName, worthWords } from './todo.js';
import type { AuditView } from './view.js';
import { reservations } from './warnings.js';
import { auditQuarter } from '../words/quarters.js';

/** How many things to do first a screen names. */
const MOST = 3;

/** What stands on the screen: the headline, the steps as strips, what failed, what to do first. */
export function auditSummary(view: AuditView): Block[] {
  const { audit, result, todo } = view;
  const first = todo.slice(0, MOST);
  return [
    heading(headlineOf(view)),
    paragraph(`${audit.dealership.name}, ${auditQuarter(audit)}${coverageWords(view)}`),
    ...reservations(view),
    ...says(view).map((text): Block => ({ block: 'paragraph', tone: 'plain', text })),
    ...stepStrips(view),
    ...alarms(view),
    ...(view.target === null
      ? []
      : [paragraph(targetWords(view.target.score, view.target.list, result))]),
    ...(first.length === 0 ? [] : [paragraph(strong('Do first'))]),
    ...list(
      first.map((one) => [
        ...itemName(one),
        ` (${foundWords(one, result.checklist)}), worth ${worthWords(one)}`,
      ]),
      true,
    ),
  ];
}

function coverageWords({ result }: AuditView): string {
  const { coverage } = result;
  if (coverage === null) return '';
  return ` · ${isThin(result) ? 'only ' : ''}${printPercent(coverage)} of what applies was scored`;
}

/** The steps, a strip each. */
export function stepStrips({ steps, previous, result }: AuditView): Block[] {
  const { bands } = result.checklist;
  const columns: Column[] = [
    { title: 'Step', role: 'name' },
    ...(previous === null
      ? []
      : [{ title: quarterName(previous.audit.quarter), role: 'number' } as const]),
    { title: '', role: 'mark' },
    { title: 'Score', role: 'number' },
    ...(previous === null ? [] : [{ title: 'Change', role: 'number' } as const]),
  ];
  return table(
    'The steps',
    columns,
    steps.map(({ number, name, compared, result: step }): Row => {
      const from = compared?.published.from ?? null;
      const printed = compared === null ? null : changeFigures(compared, bands);
      const strip = stripOf({ from, to: step.share }, compared?.likeForLike ?? null, bands);
      return {
        cells: [
          `${String(number)} ${name}`,
          ...(previous === null ? [] : [printed?.from ?? printScore(from, bands)]),
          {
            drawn:
              previous === null
                ? { ...strip, bar: rangesOf(result).steps.get(step.step.id) ?? null }
                : strip,
          },
          strong(printed?.to ?? printScore(step.share, bands)),
          ...(previous === null ? [] : [printed?.change ?? '–']),
        ],
      };
    }),
  );
}
