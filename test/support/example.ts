import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwatched } from '../../src/core/progress.js';
import { EXAMPLE_DEALERSHIP, EXAMPLE_GROUP } from '../../src/core/example/story.js';
import { answers } from '../../src/documents/answers/index.js';
import { auditReport } from '../../src/documents/audit/index.js';
import type { AuditView } from '../../src/documents/audit/view.js';
import { brief } from '../../src/documents/brief/index.js';
import { comparisonReport } from '../../src/documents/comparison/index.js';
import type { ComparisonView } from '../../src/documents/comparison/view.js';
import type { DocumentKind } from '../../src/documents/document.js';
import { form } from '../../src/documents/form/index.js';
import { group } from '../../src/documents/group/index.js';
import type { GroupView } from '../../src/documents/group/view.js';
import { list } from '../../src/documents/list/index.js';
import { masked } from '../../src/documents/masked/index.js';
import { trend } from '../../src/documents/trend/index.js';
import type { TrendView } from '../../src/documents/trend/view.js';
import type { Block, DataTable, Tree } from '../../src/documents/tree.js';
import { printMarkdown } from '../../src/formats/markdown/markdown.js';
import { page } from '../../src/formats/html/page.js';
import { printScreen } from '../../src/formats/screen/screen.js';
import type { Store } from '../../src/storage/store.js';
import { createStyle } from '../../src/terminal/style.js';
import { plannedNext } from '../../src/usecases/planned-audit.js';
import { recordExample } from '../../src/usecases/play-example.js';
import { answersView } from '../../src/usecases/views/answers-view.js';
import { auditView, comparisonView } from '../../src/usecases/views/audit-view.js';
import { briefView } from '../../src/usecases/views/brief-view.js';
import { groupView } from '../../src/usecases/views/group-view.js';
import { listView } from '../../src/usecases/views/list-view.js';
import { maskedView } from '../../src/usecases/views/masked-view.js';
import { trendView } from '../../src/usecases/views/trend-view.js';
import { CHECKLISTS } from './folders.js';
import { openStore } from './stores.js';

/** A document with what each format makes of it. */
export interface Shown {
  /** `audit 2026-Q3`: which it is, where a test speaks of it. */
  readonly name: string;
  readonly kind: string;
  readonly tree: Tree;
  readonly summary: readonly Block[];
  readonly data: object;
  readonly tables: readonly DataTable[];
  readonly html: string;
  readonly markdown: string;
  /** The few lines on a screen of a hundred columns. */
  readonly screen: string;
}

/** Every document that can be made of the example, and what some are made of. */
export interface Example {
  readonly documents: readonly Shown[];
  /** Every audit of the group, each with the one before it. */
  readonly audits: readonly AuditView[];
  readonly comparison: ComparisonView;
  readonly trend: TrendView;
  readonly group: GroupView;
}

const SCREEN = { width: 100, tableWidth: 100, style: createStyle(false) };

/** A document of a view in every format. */
export function show<View>(name: string, kind: DocumentKind<View>, view: View): Shown {
  const [tree, summary] = [kind.document(view), kind.summary(view)];
  return {
    name,
    kind: kind.name,
    tree,
    summary,
    data: kind.data(view),
    tables: kind.tables?.(view) ?? [],
    html: page(tree),
    markdown: printMarkdown(tree),
    screen: printScreen(summary, SCREEN),
  };
}

let played: Promise<Example> | undefined;

/**
 * The example group with all its documents; recorded once for all files that a worker tests.
 *
 * @param anew whether to record it another time.
 */
export function playExample(anew = false): Promise<Example> {
  if (anew) return play();
  played ??= play();
  return played;
}

async function play(): Promise<Example> {
  return inStore(async (store) => {
    await recordExample(store, CHECKLISTS, unwatched);
    return documentsIn(store, {
      dealership: EXAMPLE_DEALERSHIP,
      group: EXAMPLE_GROUP,
      today: new Date('2026-10-02'),
    });
  });
}

/** Works in a store of its own, which is gone afterwards. */
export async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'checkup-test-'));
  const store = openStore(join(folder, 'example.db'));
  try {
    return await work(store);
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Whose documents are made, and when the brief and the form for the next quarter are. */
export interface Whose {
  readonly dealership: string;
  readonly group: string;
  readonly today: Date;
}

/** Every document of a dealership with two sealed audits at least, and of its group. */
export async function documentsIn(store: Store, whose: Whose): Promise<Example> {
  const audits: AuditView[] = [];
  for (const summary of await store.audits.list()) {
    audits.push(withEvidence(await auditView(store, summary)));
  }
  const dealership = await store.dealerships.find(whose.dealership);
  if (dealership === null) throw new Error(`there is no ${whose.dealership}`);
  const own = await store.audits.list({ dealership });
  const [before, last] = own.slice(-2);
  if (before === undefined || last === undefined) throw new Error('there are no two audits');
  const places = { checklists: CHECKLISTS, resolve: (path: string) => path };
  const wanted = { given: null, isFull: false };
  const next = await plannedNext(places, store, dealership, wanted, whose.today);
  const first = audits.filter(({ audit }) => audit.dealership.slug === dealership.slug);
  const comparison = await comparisonView(store, before, last);
  const years = await trendView(store, own, own.length);
  const groups = await groupView(store, last.quarter, { group: whose.group });
  const ahead = await briefView(store, dealership, next, 'step');
  const recorded = await answersView(store, last, { item: undefined, isHistory: true }, CHECKLISTS);
  const blank = {
    checklist: next.checklist,
    checklistPath: null,
    scope: next.scope,
    order: 'step',
    dealership: dealership.name,
    year: { yearStarts: 1 },
    quarter: next.quarter,
    auditor: null,
    draws: [],
    visits: [],
  } as const;
  const documents = [
    ...[...new Set([first[0], ...first.slice(-2)])].flatMap((view) =>
      view === undefined ? [] : [show(`audit ${view.audit.quarter}`, auditReport, view)],
    ),
    show('comparison', comparisonReport, comparison),
    show('trend', trend, years),
    show('group', group, groups),
    ...groups.comparison.rows.map(({ slug }) =>
      show(`masked ${slug}`, masked, maskedView(groups, slug)),
    ),
    show('brief', brief, ahead),
    show('form', form, blank),
    show('list', list, await listView(store)),
    show('answers', answers, recorded),
  ];
  return { documents, audits, comparison, trend: years, group: groups };
}

/** An audit whose evidence lies beside its report. */
function withEvidence(view: AuditView): AuditView {
  const all = view.result.steps.flatMap((step) =>
    step.items.flatMap(({ answer }) => answer?.evidence ?? []),
  );
  const found = all.map((one) => {
    return [one.sha256, { state: 'there', file: `evidence/${one.name}` }] as const;
  });
  return { ...view, evidence: new Map(found) };
}
