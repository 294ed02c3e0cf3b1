import type { Queries } from './database.js';

/** Takes a bare audit away, with the days of a visit in which nothing was recorded. */
export async function takeAway(queries: Queries, { id }: { readonly id: string }): Promise<void> {
  await queries.deleteFrom('visit').where('audit_id', '=', id).execute();
  await queries.deleteFrom('audit').where('id', '=', id).execute();
}

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
