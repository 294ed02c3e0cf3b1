/**
 * Minutes of work as people say them, no finer than an estimate can be: `about 10 minutes`,
 * `about half an hour`, `about 14 hours`.
 */
export function aboutHours(minutes: number): string {
  if (minutes < 25) return `about ${String(Math.max(5, Math.round(minutes / 5) * 5))} minutes`;
  const halves = Math.round(minutes / 30);
  if (halves === 1) return 'about half an hour';
  if (halves === 2) return 'about an hour';
  if (halves === 3) return 'about an hour and a half';
  return `about ${String(Math.round(minutes / 60))} hours`;
}
