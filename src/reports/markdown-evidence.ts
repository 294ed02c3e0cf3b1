import { evidenceType, isSameEvidence, shortHash, sizeWords } from '../core/audit/evidence.js';
import type { ItemResult } from '../core/score/score.js';
import { count } from '../core/words/numbers.js';
import type { ItemEvidence } from './evidence.js';
import { SPOILED, evidenceOf, spoiledEvidence } from './evidence.js';
import { inline } from './markdown-text.js';
import type { AuditView } from './view.js';

/** A relative path as the target of a link: nothing in it can end the link or lead elsewhere. */
function target(file: string): string {
  const parts = file.split('/').map((part) => encodeURIComponent(part).replace(/[()]/g, '\\$&'));
  return parts.join('/');
}

function evidenceLine({ evidence, state, file }: ItemEvidence): string {
  const name = inline(evidence.name);
  const facts = `${inline(evidenceType(evidence))}, ${sizeWords(evidence.size)}, \`${shortHash(evidence)}\``;
  if (state !== 'there') return `Evidence: ${name} (${facts}) · **${state}**: ${SPOILED[state]}`;
  return `Evidence: ${file === null ? name : `[${name}](${target(file)})`} (${facts})`;
}

/** The evidence of an item, a line for each, linked to the copy beside the report. */
export function evidenceLines(one: ItemResult, view: AuditView): string[] {
  return evidenceOf(one, view).map(evidenceLine);
}

/** Evidence that was taken off an item, oldest first, with the reason where one was given. */
export function takenOffLines(one: ItemResult, { audit }: AuditView): string[] {
  const revisions = audit.revisions
    .filter(({ item }) => item === one.item.id)
    .sort((a, b) => a.revision - b.revision);
  return revisions.slice(1).flatMap((now, index) => {
    const kept = now.answer.evidence ?? [];
    const why = now.why === null ? '' : `: ${inline(now.why)}`;
    return (revisions[index]?.answer.evidence ?? [])
      .filter((one) => !kept.some((other) => isSameEvidence(one, other)))
      .map(({ name }) => `Evidence taken off by ${inline(now.auditor)}: ${inline(name)}${why}`);
  });
}

/** What is said at the top when evidence is missing or altered; null when all is there. */
export function evidenceWarning(view: AuditView): string | null {
  const spoiled = spoiledEvidence(view);
  if (spoiled.length === 0) return null;
  const files = spoiled.map(
    ({ item, evidence, state }) => `${inline(evidence.name)} of \`${item}\` is ${state}`,
  );
  const isAre = spoiled.length === 1 ? 'is' : 'are';
  return `**${count(spoiled.length, 'evidence file')} ${isAre} no longer what was attached.** ${files.join('; ')}.`;
}
