import { chainData } from '../words/chain.js';
import { stateOf } from '../../core/audit/audit.js';
import type { ListView, ListedAudit } from './view.js';
import { localTime } from '../../core/moment.js';
import { localFact, localOrNull } from '../words/audit-facts.js';

/** The audits for other programs. Scores run from 0 to 100, coverage from 0 to 1; nothing is rounded. */
export function data({ audits, chain }: ListView): object {
  return {
    format: 'checkup-list',
    formatVersion: 1,
    audits: audits.map(entry),
    chain: chainData(chain),
  };
}

function entry(one: ListedAudit): object {
  return {
    dealership: one.dealership.name,
    slug: one.dealership.slug,
    quarter: one.quarter,
    checklist: one.checklist,
    scope: one.scope,
    state: stateOf(one),
    voided: localFact(one.voided),
    unanswered: one.unanswered,
    startedAt: localTime(one.startedAt),
    sealedAt: localOrNull(one.seal?.at),
    seal: one.seal?.hash ?? null,
    sealHolds: one.sealHolds,
    coverage: one.coverage,
    score: one.share === null ? null : one.share * 100,
  };
}
