import type { Evidence } from '../../core/audit/evidence.js';
import { evidenceType, isSameEvidence, shortHash, sizeWords } from '../../core/audit/evidence.js';
import { code, link, strong } from '../blocks.js';
import type { Text } from '../tree.js';
import type { AuditView, FoundEvidence, ItemView } from './view.js';
import { itemsOf } from './view.js';

/** What has become of a file that is no longer what was attached. */
export const SPOILED = {
  missing: 'the file is no longer kept',
  altered: 'the file is no longer the one that was attached',
} as const;

/** A piece of evidence of an item, with what was found of its file. */
export interface ItemEvidence extends FoundEvidence {
  readonly item: string;
  /** Of the item. */
  readonly name: string;
  readonly evidence: Evidence;
}

/** The evidence of an item, in the order it was attached. */
export function evidenceOf(
  { result, name }: ItemView,
  view: Pick<AuditView, 'evidence'>,
): ItemEvidence[] {
  return (result.answer?.evidence ?? []).map((evidence) => ({
    item: result.item.id,
    name,
    evidence,
    ...(view.evidence.get(evidence.sha256) ?? { state: 'missing', file: null }),
  }));
}

/** All evidence of an audit that is no longer what was attached. */
export function spoiledEvidence(view: AuditView): ItemEvidence[] {
  return itemsOf(view)
    .flatMap((one) => evidenceOf(one, view))
    .filter(({ state }) => state !== 'there');
}

/** The evidence of an item, a line for each, linked to the copy beside the report. */
export function evidenceLines(one: ItemView, view: AuditView): Text[] {
  return evidenceOf(one, view).map(({ evidence, state, file }) => {
    const facts = [
      `${evidenceType(evidence)}, ${sizeWords(evidence.size)}, `,
      code(shortHash(evidence)),
    ];
    if (state !== 'there') {
      return [
        'Evidence: ',
        evidence.name,
        ' (',
        ...facts,
        ') · ',
        strong(state),
        `: ${SPOILED[state]}`,
      ];
    }
    return [
      'Evidence: ',
      file === null ? evidence.name : link(file, evidence.name),
      ' (',
      ...facts,
      ')',
    ];
  });
}

/** Evidence that was taken off an item, oldest first, with the reason where one was given. */
export function takenOffLines({ result }: ItemView, { audit }: AuditView): Text[] {
  const revisions = audit.revisions
    .filter(({ item }) => item === result.item.id)
    .sort((a, b) => a.revision - b.revision);
  return revisions.slice(1).flatMap((now, index) => {
    const kept = now.answer.evidence ?? [];
    const why = now.why === null ? '' : `: ${now.why}`;
    return (revisions[index]?.answer.evidence ?? [])
      .filter((one) => !kept.some((other) => isSameEvidence(one, other)))
      .map(({ name }) => `Evidence taken off by ${now.auditor}: ${name}${why}`);
  });
}
