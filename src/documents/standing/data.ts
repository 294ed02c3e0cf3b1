import { chainData } from '../words/chain.js';
import type { Standing, StandingView } from './view.js';
import { score } from '../words/figures.js';

/** Where things stand for other programs. Scores run from 0 to 100, coverage from 0 to 1. */
export function data({ dealerships, brokenSeals, chain }: StandingView): object {
  return {
    format: 'checkup-standing',
    formatVersion: 2,
    dealerships: dealerships.map(entry),
    brokenSeals,
    chain: chainData(chain),
  };
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
            change: score(sealed.change?.published.difference ?? null),
            likeForLike: score(sealed.change?.likeForLike.change?.difference ?? null),
            verdict: sealed.change?.likeForLike.verdict ?? null,
          },
    open,
  };
}
