/** What there is to look at for an item. */
interface Records {
  /** How many a dealership of the size of Example Motors has in a quarter; left out: nobody counts. */
  readonly from?: number;
  /** What a case is filed under, before its number. */
  readonly ref?: string;
}

/** By item id; sizes and references are those of Example Motors' own answers files. */
const RECORDS: Readonly<Record<string, Records>> = {
  'culture-record-complete': { from: 412 },
  'culture-next-step-dated': { from: 236 },
  'resp-web-first-reply': { from: 214 },
  'resp-phone-reached': { from: 1482 },
  'resp-callback-kept': { from: 64 },
  'resp-enquiry-trace': { ref: 'lead' },
  'comm-delay-told-first': { from: 23 },
  'comm-promised-time-kept': { from: 1130 },
  'comm-estimate-approval': { from: 96 },
  'comm-service-visit-trace': { from: 1130, ref: 'RO' },
  'comm-ordered-cars': { from: 14 },
  'comm-special-parts': { from: 41 },
  'appr-sales-visit-trace': { ref: 'deal' },
  'post-buyer-call': { from: 58 },
  'post-service-call': { from: 1130 },
  'post-ownership-trace': { from: 61, ref: 'stock no.' },
  'post-unsold-plan': { from: 173 },
  'post-lost-why-where': { from: 48 },
  'post-service-retention': { from: 61 },
  'meas-asks-everyone': { from: 1214 },
  'meas-no-begging': { from: 46 },
  'meas-low-score-call': { from: 9 },
  'meas-reviews-answered': { from: 38 },
  'meas-perception-gap': { from: 31 },
};

/** Items whose number is the same at every size: the weeks of a quarter, the arrivals timed, the five actions agreed. */
const FIXED: Readonly<Record<string, number>> = {
  'culture-manager-verifies': 13,
  'resp-arrival-greeting': 12,
  'meas-actions-closed': 5,
};

/** How many records of an item there are; undefined where nobody counts them. */
export function recordsOf(item: string, size: number): number | undefined {
  const from = RECORDS[item]?.from;
  return FIXED[item] ?? (from === undefined ? undefined : Math.max(1, Math.round(from * size)));
}

/** What a case of an item is filed under, before its number. */
export function referenceOf(item: string): string {
  return RECORDS[item]?.ref ?? 'case';
}

/** Whether anybody counts the records of an item. */
export function isCounted(item: string): boolean {
  return recordsOf(item, 1) !== undefined;
}
