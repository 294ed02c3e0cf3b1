import type { AuditSummary } from '../storage/audit-summary.js';
import { sealedBefore } from './find-audit.js';

/** One thing to do from where things stand. */
export type NextMove =
  | { readonly move: 'go-on'; readonly audit: AuditSummary; readonly unanswered: number }
  | { readonly move: 'discard'; readonly audit: AuditSummary }
  | { readonly move: 'compare'; readonly from: AuditSummary; readonly to: AuditSummary }
  | { readonly move: 'report'; readonly audit: AuditSummary; readonly isWritten: boolean }
  | { readonly move: 'start'; readonly isFirst: boolean }
  | { readonly move: 'void' }
  | { readonly move: 'example' };

/** An audit, and how many of its items have no answer yet. */
interface Standing {
  readonly summary: AuditSummary;
  /** Null for a sealed one. */
  readonly unanswered: number | null;
  /** Whether nothing was recorded in it. */
  readonly isBare: boolean;
}

/**
 * What can be done from where some audits stand, the most sensible first.
 *
 * @param isWritten whether the page of an audit has been written already.
 */
export function nextMoves(
  audits: readonly Standing[],
  isWritten: (audit: AuditSummary) => boolean = () => false,
): NextMove[] {
  const goOn = audits
    .filter(({ summary }) => summary.seal === null)
    .flatMap(({ summary, unanswered, isBare }): NextMove[] => [
      { move: 'go-on', audit: summary, unanswered: unanswered ?? 0 },
      ...(isBare ? [{ move: 'discard', audit: summary } as const] : []),
    ]);
  const start: NextMove = { move: 'start', isFirst: audits.length === 0 };
  const example: NextMove = { move: 'example' };
  // One in which nothing was recorded is taken away by itself.
  const takeBack: NextMove[] = audits.some(({ isBare }) => !isBare) ? [{ move: 'void' }] : [];
  const [newest] = audits
    .map(({ summary }) => summary)
    .filter(({ seal }) => seal !== null)
    .sort((a, b) => (b.seal?.at ?? '').localeCompare(a.seal?.at ?? ''));
  if (newest === undefined) {
    return goOn.length > 0 ? [...goOn, start, ...takeBack, example] : [example, start];
  }
  const own = audits
    .map(({ summary }) => summary)
    .filter((one) => one.dealership.id === newest.dealership.id);
  const before = sealedBefore(newest, own);
  const written = isWritten(newest);
  const report = { move: 'report', audit: newest, isWritten: written } as const;
  const compare = before === null ? [] : [{ move: 'compare', from: before, to: newest } as const];
  return [
    ...goOn,
    ...(written ? [] : [...compare, report]),
    start,
    ...(written ? [report, ...compare] : []),
    ...takeBack,
    example,
  ];
}
