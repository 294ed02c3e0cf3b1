/**
 * SHA-256 of the canonical JSON of each checklist that comes with this version. A kept checklist
 * with one of these fingerprints is known to be sound, and needn't be held against the schema, which
 * takes longer than all else that is read for a report. A test computes them anew.
 */
export const SOUND_CHECKLISTS: ReadonlySet<string> = new Set([
  '0b8cc00ba5f423489615ec9247c1452a287f30cb5d2c070b9393453c40d3fa7e',
  'bc4336bc39c2ff635a218e85a0e17a861de455e29758619bc929c5e9d26ae3fe',
]);
