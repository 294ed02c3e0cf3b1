/**
 * SHA-256 of the canonical JSON of each checklist that comes with this version. A kept checklist
 * with one of these fingerprints is known to be sound, and needn't be held against the schema, which
 * takes longer than all else that is read for a report. A test computes them anew.
 */
export const SOUND_CHECKLISTS: ReadonlySet<string> = new Set([
  'a711a379696ef21c3f07d7351efd587fbdb1497ffc09b4f98b9af7a237e34e29',
  '3fca64ff59472bca102d8b3df7958a65c8de6d67eb27a3f21df1c8e1a49969e8',
]);
