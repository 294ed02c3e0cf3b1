import { notationOf } from '../../core/audit/answer.js';
import { nameOf } from '../../core/checklist/naming.js';
import { chainData } from '../words/chain.js';
import { stateOf } from '../../core/audit/audit.js';
import type { AnswerLine, AnswersView } from './view.js';
import { localTime } from '../../core/moment.js';
import { localFact } from '../words/audit-facts.js';
import { visitOf } from '../../core/audit/visit.js';

/** The answers for other programs, in the form that answers files hold. Scores run from 0 to 100. */
export function data({ audit, voided, sealHolds, chain, lines, unanswered }: AnswersView): object {
  return {
    format: 'checkup-answers',
    formatVersion: 1,
    dealership: audit.dealership.name,
    slug: audit.dealership.slug,
    quarter: audit.quarter,
    checklist: { id: audit.checklist.id, version: audit.checklist.version },
    scope: audit.scope,
    visited: visitOf(audit)?.days ?? null,
    state: stateOf({ seal: audit.seal, voided }),
    voided: localFact(voided),
    sealHolds,
    chain: chainData(chain),
    unanswered,
    answers: lines.map(entry),
  };
}

function entry({ item, recorded, share, evidence }: AnswerLine): object {
  return {
    item: item.id,
    name: nameOf(item),
    revision: recorded.revision,
    state: recorded.answer.state,
    answer: notationOf(recorded.answer),
    score: share === null ? null : share * 100,
    note: recorded.answer.note ?? null,
    evidence,
    auditor: recorded.auditor,
    at: localTime(recorded.at),
    why: recorded.why,
  };
}
