import type { Dealership } from '../core/audit/audit.js';
import { UserError } from '../core/errors.js';
import { visibleLine } from '../core/text.js';
import { isBare, takeAway } from './bare.js';
import type { Queries } from './database.js';
import { exclusively } from './database.js';
import { marked } from './marks.js';
import type { HashText } from './store-tools.js';
import { isSameYear } from '../core/quarter.js';
import { CHECKUP } from '../core/words/program.js';

/** A dealership with its id. */
type Kept = Dealership & { readonly id: string };

/**
 * Takes a dealership away, with audits of it in which nothing was recorded.
 *
 * @throws UserError where something was: nothing that was recorded is ever deleted.
 */
export async function removeDealership(queries: Queries, dealership: Kept): Promise<void> {
  await exclusively(queries, async (transaction) => {
    const audits = await auditsOf(transaction, dealership);
    for (const { id, quarter } of audits) {
      if (await isBare(transaction, { id })) {
        await takeAway(transaction, { id });
        continue;
      }
      throw new UserError(
        `${visibleLine(dealership.name)} has answers, of ${quarter} for instance; it stays.`,
        `Bring them under another name with ${CHECKUP} dealership merge, or make an audit void with ${CHECKUP} void.`,
      );
    }
    await transaction.deleteFrom('dealership').where('id', '=', dealership.id).execute();
  });
}

/**
 * Brings the audits of a dealership that was entered twice under the other, and takes it away.
 *
 * @returns how many audits it brought over.
 * @throws UserError where one of them was ever sealed: a seal names its dealership; where the years
 *   start in other months; or where both have an audit of a quarter by the same checklist.
 */
export async function mergeDealership(
  queries: Queries,
  hash: HashText,
  from: Kept,
  into: Kept,
): Promise<number> {
  return exclusively(queries, async (transaction) => {
    const own = await auditsOf(transaction, from);
    const theirs = await auditsOf(transaction, into);
    const sealed = await transaction
      .selectFrom('seal')
      .where('dealership_id', '=', from.id)
      .select('id')
      .limit(1)
      .executeTakeFirst();
    const [name, other] = [visibleLine(from.name), visibleLine(into.name)];
    if (sealed !== undefined) {
      throw new UserError(
        `${name} has a sealed audit, and a seal names its dealership; it stays.`,
        `Rename it with ${CHECKUP} dealership edit ${from.slug} --name NAME, or merge ${other} into it.`,
      );
    }
    if (own.length > 0 && !isSameYear(from, into)) {
      throw new UserError(
        `The business years of ${name} and ${other} aren’t counted alike.`,
        'Their quarters are not the same months, or are called otherwise; nothing was changed.',
      );
    }
    const clash = own.find(
      (one) =>
        one.voided === null &&
        theirs.some(
          (that) =>
            that.voided === null &&
            that.quarter === one.quarter &&
            that.checklist_id === one.checklist_id,
        ),
    );
    if (clash !== undefined) {
      throw new UserError(
        `Both have an audit of ${clash.quarter} by ${clash.checklist_id}.`,
        `Take one of them back with ${CHECKUP} void --dealership ${from.slug} --quarter ${clash.quarter}.`,
      );
    }
    for (const { id } of own) {
      const row = await transaction
        .selectFrom('audit')
        .where('id', '=', id)
        .selectAll()
        .executeTakeFirstOrThrow();
      const moved = { dealership_id: into.id, dealership_name: into.name };
      await transaction
        .updateTable('audit')
        .set(marked(hash, 'audit', { ...row, ...moved }))
        .where('id', '=', id)
        .execute();
    }
    await transaction.deleteFrom('dealership').where('id', '=', from.id).execute();
    return own.length;
  });
}

async function auditsOf(queries: Queries, { id }: Kept) {
  return queries
    .selectFrom('audit')
    .leftJoin('void', 'void.audit_id', 'audit.id')
    .where('audit.dealership_id', '=', id)
    .select(['audit.id', 'audit.quarter', 'audit.checklist_id', 'void.voided_at as voided'])
    .execute();
}
