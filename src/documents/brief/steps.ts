import { stepName } from '../../core/checklist/naming.js';
import { quarterName, shortQuarter } from '../../core/quarter.js';
import { printChange, printPercent, printScore } from '../../core/score/print.js';
import type { AuditResult, StepResult } from '../../core/score/score.js';
import { bandOf } from '../../core/score/limits.js';
import { key, soft, strong, table } from '../blocks.js';
import type { Block, Cell, Column, Row, Text } from '../tree.js';
import { changeFigures } from '../words/changes.js';
import { scoreAxis, stripOf } from '../words/signs.js';
import type { LastAudit } from './view.js';

/** `59 (62 without)` for a step that a must-not-fail check holds; null for one that none does. */
export function heldWords({ share, uncapped }: StepResult, result: AuditResult): string | null {
  if (share === uncapped) return null;
  const { bands } = result.checklist;
  return `${printScore(share, bands)} (${printScore(uncapped, bands)} without)`;
}

/** The steps of last time, each with its strip. */
export function stepTable(last: LastAudit): Block[] {
  const { result, previous, audit } = last;
  const before: Column[] =
    previous === null
      ? []
      : [{ title: shortQuarter(previous.quarter), role: 'number', spare: true }];
  const change: Column[] = previous === null ? [] : [{ title: 'Change', role: 'number' }];
  const steps = table(
    `The steps in ${quarterName(audit.quarter)}`,
    [
      { title: 'Step', role: 'name' },
      ...before,
      { title: 'On the scale', role: 'mark', axis: scoreAxis(result.checklist.bands) },
      { title: shortQuarter(audit.quarter), role: 'number', large: true },
      ...change,
      { title: 'Stands for', role: 'text' },
    ],
    result.steps.map((step, index) => stepRow(step, index, last)),
    { whole: true, captioned: true },
  );
  return [...steps, ...legend(last)];
}

function legend({ audit, previous }: LastAudit): Block[] {
  if (previous === null) return [];
  const [then, now] = [quarterName(previous.quarter), quarterName(audit.quarter)];
  return [
    key(
      `○ ${then}  ● ${now}  ▬ where ${now} may lie, seen from the ring, counting what was scored both times. `,
      strong('Ring outside the bar: more than chance, ▲ ▼ clearly, △ ▽ probably.'),
      ' Ring inside: it may be chance.',
    ),
  ];
}

function stepRow(one: StepResult, index: number, { result, previous }: LastAudit): Row {
  const { bands } = result.checklist;
  const compared = previous?.comparison.steps.find(({ step }) => step.id === one.step.id);
  const from = compared?.published.from ?? null;
  const printed = printChange(from, one.share, bands);
  const now = compared === undefined ? printScore(one.share, bands) : printed.to;
  const drawn = stripOf({ from, to: one.share }, compared?.likeForLike ?? null, bands, {
    held: one.share === one.uncapped ? null : one.uncapped,
  });
  const earlier: Cell[] = previous === null ? [] : [from === null ? '–' : printed.from];
  const change: Cell[] =
    previous === null ? [] : [compared === undefined ? '–' : changeFigures(compared, bands).change];
  return {
    cells: [
      [soft(`${String(index + 1)} `), stepName(one.step)],
      ...earlier,
      { drawn },
      now,
      ...change,
      standsFor(one, result),
    ],
  };
}

/** What the score says of the step: its band, what holds it, how much of it was checked. */
function standsFor(one: StepResult, result: AuditResult): Text {
  const held = heldWords(one, result);
  const band = bandOf(one.share, result.checklist.bands);
  return [
    ...(band === null ? [] : [`${band.name}; `]),
    ...(held === null ? [] : [strong(`Held at ${held}`), '; ']),
    `coverage ${printPercent(one.coverage)}`,
  ];
}
