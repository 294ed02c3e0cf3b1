import { nameOf } from '../../core/checklist/naming.js';
import type { DataTable } from '../tree.js';
import type { BriefView } from './view.js';

/** What is to be answered, one row an item, in walking order. */
export function tables({ brief }: BriefView): readonly DataTable[] {
  return [
    {
      name: 'items',
      columns: ['door', 'item', 'name', 'number', 'unit', 'drawn', 'guidance'],
      rows: brief.doors.flatMap(({ title, records, onTheSpot }) => [
        ...records.map(({ item, wanted, draw }) => [
          title,
          item.id,
          nameOf(item),
          wanted?.number ?? null,
          wanted?.unit ?? null,
          draw?.refs.join('; ') ?? null,
          item.verify ?? null,
        ]),
        ...onTheSpot.map((item) => [
          title,
          item.id,
          nameOf(item),
          null,
          null,
          null,
          item.verify ?? null,
        ]),
      ]),
    },
  ];
}
