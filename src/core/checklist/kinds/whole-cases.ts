import * as z from 'zod';
import type { Json } from '../../canonical.js';
import { once } from '../../once.js';

const caseSchema = once(() => z.strictObject({ ref: z.string(), lapses: z.array(z.string()) }));

/** One case as an answer holds it: what it is filed under, and the ids of what was missed in it. */
export type AnsweredCase = Readonly<z.output<ReturnType<typeof caseSchema>>>;

/** The cases of an answer that the widget of cases gave, a begun one too; none in anything else. */
export function casesIn(value: Json | undefined): readonly AnsweredCase[] {
  if (typeof value !== 'object' || value === null || !('cases' in value)) return [];
  const read = z.array(caseSchema()).safeParse(value['cases']);
  return read.success ? read.data : [];
}
