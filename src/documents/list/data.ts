import { chainData } from '../words/chain.js';
import { stateOf } from '../../core/audit/audit.js';
import type { ListView, ListedAudit } from './view.js';

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
    voided: one.voided,
    unanswered: one.unanswered,
    startedAt: one.startedAt,
    sealedAt: one.seal?.at ?? null,
    seal: one.seal?.hash ?? null,
    sealHolds: one.sealHolds,
    coverage: one.coverage,
    score: one.share === null ? null : one.share * 100,
  };
}
