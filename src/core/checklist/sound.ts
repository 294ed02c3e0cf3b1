/**
 * SHA-256 of the canonical JSON of each checklist that comes with this version. A kept checklist
 * with one of these fingerprints is known to be sound, and needn't be held against the schema, which
 * takes longer than all else that is read for a report. A test computes them anew.
 */
export const SOUND_CHECKLISTS: ReadonlySet<string> = new Set([
  'f2313ecee2c8e935a6e5a7e7438ceb838b436c5ef941bf195faf362740776a50',
  'd3a0f1fa5923db895b6a944effce30c3fe1f808d2849ab4b85dfa5ac8025a1ef',
]);
