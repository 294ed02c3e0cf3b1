import { stepName } from '../../core/checklist/naming.js';
import { quarterName } from '../../core/quarter.js';
import { roundedParts } from '../../core/score/rounding.js';
import { inSentence } from '../../core/words/numbers.js';
import { fine, heading, signed, strong, table } from '../blocks.js';
import type { Block, Row, Sign, Text } from '../tree.js';
import { scaleFor } from '../words/axis.js';
import { signOf } from '../words/signs.js';
import type { AuditView } from './view.js';

/** One step of the waterfall, in points as printed. */
interface FallStep {
  readonly name: string;
  readonly points: number;
  readonly sign: Sign;
}

/** Where the overall score came from, step by step, and where it went; nothing without two scores. */
export function fallSection(view: AuditView): Block[] {
  const { previous, result, audit } = view;
  const [from, to] = [previous?.result.share ?? null, result.share];
  if (previous === null || from === null || to === null) return [];
  const [start, end] = [tenths(from), tenths(to)];
  const steps = fallSteps(view, end - start);
  let at = start;
  const stops = steps.map((step) => {
    const before = at;
    at += step.points;
    return { ...step, from: before, to: at };
  });
  const { axis, place } = scaleFor([start, end, ...stops.map((stop) => stop.to)]);
  const total = (name: string, points: number): Row => ({
    total: true,
    cells: [
      name,
      { drawn: { mark: 'fall', from: place(points), to: place(points), sign: 'total' } },
      points.toFixed(1),
    ],
  });
  const hasUnclear = steps.some(({ sign }) => sign === 'unclear');
  return [
    heading(fallTitle(steps), 'fall'),
    ...table(
      `${startToEnd(start, end)}: what each step added or took, in points of the overall score`,
      [
        { title: 'Step', role: 'name' },
        { title: 'Picture', role: 'mark', axis },
        { title: 'Points', role: 'number' },
      ],
      [
        total(quarterName(previous.audit.quarter), start),
        ...stops.map((stop): Row => ({
          cells: [
            stop.name,
            {
              drawn: { mark: 'fall', from: place(stop.from), to: place(stop.to), sign: stop.sign },
            },
            pointsCell(stop),
          ],
        })),
        total(quarterName(audit.quarter), end),
      ],
      { captioned: true, whole: true },
    ),
    fine(
      `${hasUnclear ? '≈ may be chance. ' : ''}The steps add up to the change exactly; single items do not, because a failed must-not-fail check holds its whole step.`,
    ),
  ];
}

function startToEnd(start: number, end: number): string {
  const [from, to] = [start.toFixed(1), end.toFixed(1)];
  return from === to ? `${from}, as before` : `From ${from} to ${to}`;
}

/** What each step did, rounded so that the sum is what is printed; the largest gain first. */
function fallSteps({ previous }: AuditView, total: number): FallStep[] {
  const { contributions, comparison } = previous ?? { contributions: [], comparison: null };
  const points = roundedParts(
    contributions.map(({ share }) => share * 100),
    Math.round(total * 10) / 10,
    0.1,
  );
  return contributions
    .map(({ step }, index): FallStep => {
      const compared = comparison?.steps.find((one) => one.step.id === step.id);
      return {
        name: stepName(step),
        points: points[index] ?? 0,
        sign: signOf(compared?.likeForLike.verdict ?? null) ?? 'unclear',
      };
    })
    .sort((a, b) => b.points - a.points);
}

/** `Response added 4.2 points, after the sale took 2.8`. */
function fallTitle(steps: readonly FallStep[]): string {
  const [most, least] = [steps[0], steps.at(-1)];
  const added = most !== undefined && most.points > 0 ? most : null;
  const took = least !== undefined && least.points < 0 ? least : null;
  const points = (step: FallStep): string => Math.abs(step.points).toFixed(1);
  if (added !== null && took !== null) {
    return `${added.name} added ${points(added)} points, ${inSentence(took.name)} took ${points(took)}`;
  }
  if (added !== null) return `${added.name} added ${points(added)} points; no step took any`;
  if (took !== null) return `${took.name} took ${points(took)} points; no step added any`;
  return 'No step added or took a point';
}

function pointsCell({ points, sign }: FallStep): Text {
  const text = points === 0 ? '0' : `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`;
  return sign === 'unclear' || sign === 'same' ? text : signed(sign, strong(text));
}

function tenths(share: number): number {
  return Math.round(share * 1000) / 10;
}
