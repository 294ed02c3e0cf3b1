/** A share as JSON has it: unrounded, on 0 to 100; null where there is none. */
export function score(share: number | null): number | null {
  return share === null ? null : share * 100;
}
