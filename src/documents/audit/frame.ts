import type { Audit } from '../../core/audit/audit.js';
import { auditorsOf } from '../../core/audit/audit.js';
import { quarterName } from '../../core/quarter.js';
import { SCORING_VERSION } from '../../core/score/score.js';
import { andList } from '../../core/words/lists.js';
import { dayOf } from '../../core/moment.js';
import { code, strong } from '../blocks.js';
import type { Text, Tree } from '../tree.js';
import { visitedWords } from '../words/visits.js';
import { auditQuarter } from '../words/quarters.js';
import type { AuditView } from './view.js';
import { visitOf } from '../../core/audit/visit.js';

/** What every page about a check-up is framed by: what it is, whose, and what vouches for it. */
export function frameOf({ audit, previous }: AuditView): Omit<Tree, 'headline' | 'blocks'> {
  const { name } = audit.dealership;
  const since = previous === null ? '' : `, compared with ${quarterName(previous.audit.quarter)}`;
  return {
    kind: 'Customer-service check-up',
    subject: [
      strong(name),
      ` · ${auditQuarter(audit)}${since}${visitedWords(audit, ' · visited ')}`,
    ],
    title: `${name}, ${quarterName(audit.quarter)}: customer-service check-up`,
    running: `${name}, ${quarterName(audit.quarter)}`,
    foot: [auditLine(audit), ...(previous === null ? [] : [auditLine(previous.audit)])],
  };
}

/** What an audit was, in one line: quarter, checklist, scope, auditors and the whole seal. */
export function auditLine(audit: Audit): Text {
  const { checklist, seal } = audit;
  const what = `${quarterName(audit.quarter)}: ${checklist.title}, version ${String(checklist.version)}, scope ${audit.scope}, scored by rules ${String(SCORING_VERSION)}. Audited by ${andList(auditorsOf(audit))}${visitedWords(audit, ' on ')}.`;
  if (seal === null) return `${what} Not sealed.`;
  // Where it isn't known when somebody looked, the day of the seal says how old the figures are.
  const day = visitOf(audit) === null ? ` ${dayOf(seal.at)}` : '';
  return [`${what} Sealed${day} by ${seal.by}, seal `, code(seal.hash)];
}
