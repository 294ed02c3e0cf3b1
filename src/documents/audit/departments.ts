import { nameOf } from '../../core/checklist/naming.js';
import { printScore } from '../../core/score/print.js';
import { count } from '../../core/words/numbers.js';
import { BREAK, fine, fold, heading, soft, strong, subheading, table } from '../blocks.js';
import type { Block, Dot, Row } from '../tree.js';
import { bandMarks, scoreAxis } from '../words/signs.js';
import { foundWords, itemName, worthWords } from './todo.js';
import type { AuditView, ItemView } from './view.js';
import { itemsOf } from './view.js';

/** How many things to do a department is told. */
const MOST = 3;

/** Every department's items on one scale, and what each has to do. */
export function departmentsSection(view: AuditView): Block[] {
  const { bands } = view.result.checklist;
  const failed = new Set(
    itemsOf(view)
      .filter((one) => one.failed)
      .map(({ result }) => result),
  );
  return view.departments.length === 0
    ? []
    : [
        heading('For each department', 'departments', 'Departments'),
        ...table(
          'Every dot is an item of that department, lowest mean first; an item counts for every department it names, and what a failed check holds is left aside',
          [
            { title: 'Department', role: 'name' },
            { title: 'Picture', role: 'mark', axis: scoreAxis(bands) },
            { title: 'Mean', role: 'number' },
            { title: 'Items', role: 'number' },
            { title: 'Lowest item', role: 'text' },
          ],
          view.departments.map(({ department, share, items }): Row => {
            const [lowest] = items;
            return {
              cells: [
                department.title,
                {
                  drawn: {
                    mark: 'dots',
                    bands: bandMarks(bands),
                    span: null,
                    dots: items.map((one): Dot => ({
                      at: one.share ?? 0,
                      name: nameOf(one.item),
                      tone: failed.has(one) ? 'worse' : 'plain',
                    })),
                  },
                },
                strong(printScore(share)),
                String(items.length),
                lowest === undefined ? '–' : `${nameOf(lowest.item)} (${printScore(lowest.share)})`,
              ],
            };
          }),
          { captioned: true, whole: true },
        ),
        fold('What to do, department by department', todoByDepartment(view)),
      ];
}

/** What each department's items below full would be worth, the largest first. */
function todoByDepartment(view: AuditView): Block[] {
  const { checklist } = view.result;
  const byItem = new Map(itemsOf(view).map((one) => [one.result, one]));
  return view.departments.flatMap(({ department, items }) => {
    const short = items
      .flatMap((one) => byItem.get(one) ?? [])
      .filter(({ stake }) => stake !== null)
      .sort((a, b) => Number(b.failed) - Number(a.failed) || worth(b) - worth(a));
    return short.length === 0
      ? [subheading(department.title), fine('Every item of it is full.')]
      : [
          subheading(department.title),
          ...table(
            `What to do in ${department.title}`,
            [
              { title: 'What was found', role: 'name', width: 42 },
              { title: 'What to do', role: 'text', width: 50 },
              { title: 'Worth', role: 'number', width: 8 },
            ],
            short.slice(0, MOST).map((one): Row => ({
              cells: [
                [...itemName(one), BREAK, soft(foundWords(one, checklist))],
                one.result.item.remedy ?? '–',
                worthWords(one),
              ],
            })),
          ),
          ...(short.length > MOST
            ? [fine(`And ${count(short.length - MOST, 'more item')} below full, under All items.`)]
            : []),
        ];
  });
}

function worth({ stake }: ItemView): number {
  return stake?.overall ?? 0;
}
