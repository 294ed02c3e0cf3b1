/** A share as a place on a mark, in hundredths of its width; what lies outside stands at the edge. */
export function place(share: number): number {
  const inside = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
  return Math.round(inside * 100_000) / 1000;
}

/** The same as SVG writes it. */
export function percent(share: number): string {
  return `${String(place(share))}%`;
}

/** A length between two shares, such that both ends stand exactly where `percent` puts them. */
export function length(from: number, to: number): string {
  return `${String(Math.round((place(to) - place(from)) * 1000) / 1000)}%`;
}
