import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Checklist } from '../core/checklist/checklist.js';
import { UserError } from '../core/errors.js';
import { EXAMPLE_DEALERSHIP, EXAMPLE_GROUP, STORIES } from '../core/example/story.js';
import type { ExampleAudit } from '../core/example/example-audits.js';
import { exampleAudits } from '../core/example/example-audits.js';
import type { Watch } from '../core/progress.js';
import { watched } from '../core/progress.js';
import { readAnswersFile } from '../files/answers-files.js';
import { DEFAULT_CHECKLIST } from '../files/built-in.js';
import { requireChecklist } from '../files/checklist-files.js';
import { systemCode } from '../files/read-text.js';
import type { AuditSummary } from '../storage/audit-summary.js';
import type { Store } from '../storage/store.js';
import { CALENDAR_YEAR } from '../core/quarter.js';

// The last two quarters of Example Motors are answers files beside the checklist, to be read and
// copied. They were recorded at these times, so that they come out the same, seals included, on every
// machine. All else follows from the stories in `core/example`.
const FROM_FILES = [
  { quarter: '2026-Q2', started: '2026-06-15T09:00:00.000Z', sealed: '2026-06-16T15:30:00.000Z' },
  { quarter: '2026-Q3', started: '2026-09-14T09:00:00.000Z', sealed: '2026-09-21T16:10:00.000Z' },
] as const;

/** The folder of the answers files. */
const FOLDER = 'example';

/** Takes the example's old database away. */
export async function removeExample(file: string): Promise<void> {
  try {
    for (const ending of ['', '-wal', '-shm']) await rm(`${file}${ending}`, { force: true });
  } catch (error) {
    const code = systemCode(error);
    if (code === '') throw error;
    throw new UserError(
      `The example's old database, ${file}, cannot be replaced (${code}).`,
      'Close the program that uses it, or take the file away.',
    );
  }
}

/**
 * Records and seals the whole example group in an empty store.
 *
 * @param checklists where those are that come with the program.
 * @param progress told how far that is.
 * @returns the audits of Example Motors, the earliest first.
 */
export async function recordExample(
  store: Store,
  checklists: string,
  progress: Watch,
): Promise<AuditSummary[]> {
  const home = join(checklists, DEFAULT_CHECKLIST);
  const today = await requireChecklist(home);
  const fromFiles = await Promise.all(FROM_FILES.map((one) => answersFileAudit(home, today, one)));
  const isFromFile = ({ dealership, quarter }: ExampleAudit): boolean =>
    fromFiles.some((one) => one.dealership === dealership && one.quarter === quarter);
  const told = STORIES.flatMap((story) => exampleAudits(story, today));
  const audits = [...told.filter((one) => !isFromFile(one)), ...fromFiles];
  for (const audit of watched(progress, 'Recording the example', audits)) {
    await recordAudit(store, audit);
  }
  const dealership = await store.dealerships.find(EXAMPLE_DEALERSHIP);
  if (dealership === null) throw new TypeError(`no story tells of ${EXAMPLE_DEALERSHIP}`);
  return store.audits.list({ dealership });
}

/** One quarter of the example as its answers file has it. */
async function answersFileAudit(
  home: string,
  checklist: Checklist,
  { quarter, started, sealed }: (typeof FROM_FILES)[number],
): Promise<ExampleAudit> {
  const { head, answersTo } = await readAnswersFile(join(home, FOLDER, `${quarter}.yaml`));
  return {
    dealership: head.dealership ?? EXAMPLE_DEALERSHIP,
    quarter,
    auditor: head.auditor ?? '',
    checklist,
    answers: answersTo(checklist, 'core'),
    startedAt: started,
    visited: head.visited ?? [],
    sealedAt: sealed,
  };
}

/** One audit of the example, from its start to its seal. */
async function recordAudit(store: Store, audit: ExampleAudit): Promise<void> {
  const { quarter, checklist, auditor, startedAt: at } = audit;
  const dealership = await store.dealerships.add(
    audit.dealership,
    CALENDAR_YEAR,
    at,
    EXAMPLE_GROUP,
  );
  const summary = await store.audits.start(
    { dealership, quarter, scope: 'core', checklist, auditor },
    at,
  );
  await store.audits.record(summary, audit.answers, auditor, at);
  await store.visits.set(summary, audit.visited, auditor, at);
  await store.seals.set(summary, auditor, audit.sealedAt);
}
