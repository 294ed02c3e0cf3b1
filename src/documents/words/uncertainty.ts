/** How sure a score is, for those who have to trust it. */
export const RANGE_RULE =
  'Where only some of many records were looked at, chance had a hand in which. The range beside a score says where it would lie, 19 times of 20, had all been looked at: the estimate ± 1.96 standard errors. An item’s variance is p (1 − p) ÷ of, with p = (passed + 2) ÷ (of + 4) (after Agresti and Coull, “Approximate is better than exact”, 1998), times the square of its scale’s slope; where it is known how many there were (from), of × (from − 1) ÷ (from − of) takes the place of “of”, and a check of all has none. A trace counts the sum of its case scores as passed. Variances add with squared weights to steps, to the overall score and to differences. Where the range of a must-not-fail check straddles its limit, the range of its step reaches from the held score to the one it would have otherwise.';

/** When a change is called clear. */
export const CHANGE_RULE =
  'A change is clear (▲ or ▼) only when the range of the difference leaves zero out; else it may be chance (≈).';
