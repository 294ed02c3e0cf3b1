import type { Queries } from './database.js';

/** Whether nothing was recorded, drawn, sealed or made void in an audit. */
export async function isBare(queries: Queries, { id }: { readonly id: string }): Promise<boolean> {
  for (const table of ['answer', 'draw', 'seal', 'void'] as const) {
    const row = await queries
      .selectFrom(table)
      .where('audit_id', '=', id)
      .select('audit_id')
      .limit(1)
      .executeTakeFirst();
    if (row !== undefined) return false;
  }
  return true;
}
