import type { DealershipsView } from './view.js';

/** The dealerships for other programs. */
export function data({ dealerships }: DealershipsView): object {
  return { format: 'checkup-dealerships', formatVersion: 1, dealerships };
}
