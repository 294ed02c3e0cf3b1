import type { App } from '../app.js';
import { CHECKLIST_CHANGED, QUARTERS } from '../core/example/dealership-story.js';
import { EXAMPLE_GROUP } from '../core/example/story.js';
import { printScore } from '../core/score/print.js';
import { count } from '../core/words/numbers.js';
import { table } from '../formats/layout.js';
import type { Store } from '../storage/store.js';

/** Says how the dealerships of the group did over time. */
export async function showScores({
  app,
  store,
}: {
  readonly app: App;
  readonly store: Store;
}): Promise<void> {
  const scores = await store.scores.list();
  const audits = Map.groupBy(await store.audits.list(), ({ dealership }) => dealership.name);
  const shown = QUARTERS.filter((_, q) => q % 2 === 1);
  const rows = [...audits].map(([name, own]) => [
    name,
    ...shown.map((quarter) => {
      const audit = own.find((one) => one.quarter === quarter);
      return printScore(scores.get(audit?.id ?? '')?.share ?? null);
    }),
  ]);
  const number = [...audits.values()].flat().length;
  app.say(
    app.wrap(
      `${EXAMPLE_GROUP}: ${count(number, 'check-up')} of ${count(audits.size, 'dealership')}, ${String(QUARTERS[0])} to ${String(QUARTERS.at(-1))}, by a checklist that changed with ${CHECKLIST_CHANGED}. Their scores in every other quarter:`,
    ),
  );
  const columns = shown.map((title) => ({ title, align: 'right' as const }));
  app.say(`\n${table([{ title: 'dealership' }, ...columns], rows, app.width)}`);
}
