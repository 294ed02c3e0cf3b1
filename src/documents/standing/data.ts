import type { Standing, StandingView } from './view.js';
import { verdictOf } from './view.js';

/** Where things stand for other programs. Scores run from 0 to 100, coverage from 0 to 1. */
export function data({ dealerships }: StandingView): object {
  return { format: 'checkup-standing', formatVersion: 1, dealerships: dealerships.map(entry) };
}

function entry({ name, slug, audits, sealed, open }: Standing): object {
  return {
    name,
    slug,
    audits,
    sealed:
      sealed === null
        ? null
        : {
            quarter: sealed.quarter,
            score: sealed.share === null ? null : sealed.share * 100,
            coverage: sealed.coverage,
            change: sealed.change === null ? null : sealed.change.difference * 100,
            verdict: verdictOf(sealed),
            checklistChanged: sealed.redefined,
          },
    open,
  };
}
