import type { DiffView } from './view.js';

/** The whole of it for other programs. */
export function data({ diff, sources }: DiffView): object {
  return {
    format: 'checkup-diff',
    formatVersion: 1,
    ...diff,
    from: { ...diff.from, source: sources.from },
    to: { ...diff.to, source: sources.to },
  };
}
