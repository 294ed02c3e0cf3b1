import type { Queries } from './database.js';

/** Whether an audit is sealed, and takes no more. */
export async function isSealed(queries: Queries, audit: string): Promise<boolean> {
  const seal = await queries
    .selectFrom('seal')
    .where('audit_id', '=', audit)
    .select('id')
    .executeTakeFirst();
  return seal !== undefined;
}
