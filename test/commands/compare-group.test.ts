import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/core/audit/answer.js';
import type { Scope } from '../../src/core/checklist/checklist.js';
import type { BusinessYear, Quarter } from '../../src/core/quarter.js';
import { compareAudits } from '../../src/core/compare/compare.js';
import { auditorsOf } from '../../src/documents/words/auditors.js';
import { scoreAudit } from '../../src/core/score/score.js';
import { smallChecklist, testStore } from '../golden/fixture/audits.js';
import type { CallOptions } from '../support/cli.js';
import {
  at,
  expectDone,
  expectRefused,
  listAt,
  parseJson,
  runCheckup,
  runProcess,
} from '../support/cli.js';
import { filesIn, fingerprints, tempFolder } from '../support/folders.js';
import { openStore } from '../support/stores.js';

const QUARTERS: readonly Quarter[] = ['2026-Q2', '2026-Q3'];

/** How good one was, 0 to 4; null for no audit, and one in which nothing was scored. */
type Level = number | 'unscored' | null;

/** A dealership by its name, with how good it was in each quarter. */
interface Dealer {
  readonly name: string;
  readonly levels: readonly [Level, Level];
  readonly group?: string;
  readonly scope?: Scope;
  readonly auditor?: string;
  readonly note?: string;
  readonly checklistId?: string;
  readonly yearStarts?: number;
  /** Whether its later audit was made by the next version of the checklist. */
  readonly next?: boolean;
}

function answersFor(level: number | 'unscored', note?: string): Map<string, Answer> {
  if (level === 'unscored') return new Map([['leaders', { state: 'not-applicable', reason: 'x' }]]);
  const answered = (value: Answer & { state: 'answered' }): Answer => value;
  return new Map([
    [
      'leaders',
      answered({ state: 'answered', value: level, ...(note === undefined ? {} : { note }) }),
    ],
    ['callback', answered({ state: 'answered', value: { passed: 8 + level, of: 12, from: 400 } })],
    ['first-reply', answered({ state: 'answered', value: 60 - 10 * level })],
    ['satisfied', answered({ state: 'answered', value: 62 + 6 * level })],
  ]);
}

interface Filled {
  readonly folder: string;
  readonly db: string;
  readonly at: CallOptions;
}

async function fill(dealers: readonly Dealer[]): Promise<Filled> {
  const folder = tempFolder();
  const db = join(folder, 'checkup.db');
  const store = openStore(db);
  for (const { name, levels, group, scope = 'full', auditor = 'A', note, ...rest } of dealers) {
    const day = new Date('2026-05-04T09:00:00Z');
    const dealership = await store.dealerships.add(
      name,
      { yearStarts: rest.yearStarts ?? 1 },
      day,
      group ?? null,
    );
    const checklist = {
      ...smallChecklist,
      id: rest.checklistId ?? smallChecklist.id,
      // A few answers are enough here.
      scoring: { ...smallChecklist.scoring, coverage: { floor: 0 } },
    };
    for (const [q, quarter] of QUARTERS.entries()) {
      const level = levels[q] ?? null;
      if (level === null) continue;
      const version = checklist.version + (rest.next === true ? q : 0);
      const title = version === checklist.version ? checklist.title : 'Next checklist';
      const facts = {
        dealership,
        quarter,
        scope,
        checklist: { ...checklist, version, title },
        auditor,
      };
      const audit = await store.audits.start(facts, day);
      await store.audits.record(audit, answersFor(level, note), auditor, day);
      await store.seals.set(audit, auditor, day);
    }
  }
  store.close();
  return { folder, db, at: { home: folder, cwd: folder, env: { CHECKUP_DB: db } } };
}

const NORTH: readonly Dealer[] = [
  { name: 'Ada Autos', levels: [2, 4], group: 'North & Co' },
  { name: 'Bela Cars', levels: [2, 3], group: 'North & Co' },
  { name: 'Caro Wheels', levels: [2, 0], group: 'North & Co' },
  { name: 'Dido Drives', levels: [2, null], group: 'North & Co' },
  { name: 'Ella Engines', levels: [null, 4], group: 'North & Co', scope: 'core' },
  { name: 'Faro Fleet', levels: [null, 4], group: 'North & Co', checklistId: 'other-checkup' },
  { name: 'Elsewhere', levels: [1, 1] },
];

/** To read and for programs. */
const BOTH = ['--format', 'md,json'];
const JSON_OUT = ['--format', 'json', '--out', '-', '--quiet'];

describe('checkup compare of several dealerships', () => {
  test('ranks a group in the latest quarter, and names whom it leaves out and why', async () => {
    const { folder, at: where } = await fill(NORTH);
    const ran = expectDone(await runCheckup(['compare', '--group', 'NORTH & co', ...BOTH], where));
    const names = ['md', 'json'].map(
      (ending) => `reports/groups/north-and-co/2026-Q3-small-checkup-group.${ending}`,
    );
    expect(ran.stdout).toBe(`${names.join('\n')}\n`);
    expect(filesIn(join(folder, 'reports'))).toHaveLength(2);
    for (const line of ran.stderr.split('\n'))
      expect(stringWidth(line), line).toBeLessThanOrEqual(80);
    expect(ran.stderr).toMatch(/Ada Autos[^]*Bela Cars[^]*Caro Wheels[^]*Mean \d+ of 3/);
    expect(ran.stderr).toContain('Without a sealed audit: Dido Drives.');
    const otherwise = 'Ella Engines (scope core) and Faro Fleet (checklist other-checkup)';
    expect(ran.stderr.replace(/\s+/g, ' ')).toContain(`so left out: ${otherwise}.`);
    expect(ran.stderr).not.toContain('Elsewhere');
    const [text = '', data = ''] = names.map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(text).toMatch(
      /^# Ada Autos leads[^]*\*\*North & Co\*\* · Q3 2026\n[^]*the plain mean of 3 dealerships/,
    );
    expect(text).toContain(`were made otherwise: ${otherwise}.`);
    expect(parseJson(data)).toMatchObject({
      format: 'checkup-group',
      group: 'North & Co',
      quarter: '2026-Q3',
      before: '2026-Q2',
      scope: 'full',
      missing: ['Dido Drives'],
      leftOut: [
        { dealership: 'Ella Engines', why: 'scope core' },
        { dealership: 'Faro Fleet', why: 'checklist other-checkup' },
      ],
    });
  });

  test('takes the quarter and the checklist that are named', async () => {
    const { at: where } = await fill(NORTH);
    const slugs = async (...args: string[]): Promise<unknown[]> => {
      const ran = expectDone(await runCheckup(['compare', '--all', ...args, ...JSON_OUT], where));
      return listAt(parseJson(ran.stdout), 'places').map((row) => at(row, 'slug'));
    };
    expect((await slugs()).sort()).toEqual(['ada-autos', 'bela-cars', 'caro-wheels', 'elsewhere']);
    expect((await slugs('2026q2')).sort()).toEqual([
      'ada-autos',
      'bela-cars',
      'caro-wheels',
      'dido-drives',
      'elsewhere',
    ]);
    expectRefused(
      await runCheckup(['compare', '--all', '--checklist', 'other-checkup'], where),
      /Only one dealership has a score to compare in 2026-Q3\.\nA group takes two at least;/,
    );
  });

  test('agrees with the audits themselves, and with the comparison of their two quarters', async () => {
    const { db, at: where } = await fill(NORTH);
    const group = parseJson(
      expectDone(await runCheckup(['compare', '--all', ...JSON_OUT], where)).stdout,
    );
    const store = testStore(db);
    for (const name of ['Ada Autos', 'Bela Cars', 'Caro Wheels']) {
      const dealership = await store.dealerships.find(name);
      if (dealership === null) throw new Error(name);
      const results = [];
      for (const audit of await store.audits.list({ dealership })) {
        results.push(scoreAudit(await store.audits.load(audit)));
      }
      const [then, now] = results;
      if (then?.estimate == null || now?.estimate == null) throw new Error(name);
      const { published, likeForLike } = compareAudits(then, now);
      const row = listAt(group, 'places').find((one) => at(one, 'dealership') === name);
      expect(at(row, 'score')).toBe((now.share ?? NaN) * 100);
      expect(at(row, 'change', 'published', 'difference')).toBe(
        (published.difference ?? NaN) * 100,
      );
      expect(at(row, 'change', 'likeForLike', 'difference')).toBeCloseTo(
        (likeForLike.change?.difference ?? NaN) * 100,
        9,
      );
      expect(at(row, 'change', 'likeForLike', 'verdict')).toBe(likeForLike.verdict);
      expect(at(row, 'auditors')).toEqual(auditorsOf(now));
      expect(listAt(row, 'steps').map((step) => at(step, 'score'))).toEqual(
        now.steps.map(({ share }) => (share === null ? null : share * 100)),
      );
    }
  });

  test('makes scores anew that are missing or of other rules, and keeps them', async () => {
    const { db, at: where } = await fill(NORTH);
    const compare = async (): Promise<string> =>
      expectDone(await runCheckup(['compare', '--all', ...JSON_OUT], where)).stdout;
    const first = await compare();
    const sqlite = new Sqlite(db);
    const versions = (): unknown =>
      sqlite.prepare('select distinct scoring_version from score').pluck().all();
    const known = versions();
    sqlite.exec("update score set scoring_version = 1, share = 0.5, content = '{}'");
    sqlite.exec('delete from score where rowid in (select rowid from score limit 2)');
    expect(await compare()).toBe(first);
    expect(versions()).toEqual(known);
    expect(sqlite.prepare('select count(*) from score').pluck().get()).toBe(11);
    sqlite.close();
  });

  test('judges a change over a change of the checklist like for like, and says that there are two', async () => {
    const dealers = NORTH.slice(0, 3).map((one, i) => ({ ...one, next: i === 0 }));
    const { folder, at: where } = await fill(dealers);
    const { version } = smallChecklist;
    const both = `Versions ${String(version)} and ${String(version + 1)} of the checklist: not all items`;
    const ran = expectDone(await runCheckup(['compare', '--all', ...BOTH], where));
    expect(ran.stderr.replace(/\s+/g, ' ')).toContain(both);
    expect(ran.stderr).toMatch(/Ada Autos .* [▲△≈] \+\d+/u);
    const [md = '', json = ''] = ran.stdout.trim().split('\n');
    const text = readFileSync(join(folder, md), 'utf8');
    expect(text).toContain(`\n- ${both}`);
    // Title and bands are those of the newest checklist of the quarter.
    expect(text).toContain('3 dealerships by Next checklist, scope full');
    const data = parseJson(readFileSync(join(folder, json), 'utf8'));
    expect(at(data, 'checklist', 'versions')).toEqual([version, version + 1]);
    const [ada] = listAt(data, 'places').filter((one) => at(one, 'slug') === 'ada-autos');
    expect(at(ada, 'change', 'likeForLike', 'verdict')).not.toBeNull();
    const before = expectDone(await runCheckup(['compare', '--all', '2026-Q2'], where));
    expect(before.stderr).not.toMatch(/Versions|Since 2026/);
  });

  test('leaves out those whose business year starts in another month', async () => {
    const dealers = NORTH.slice(0, 3).map((one, i) => ({ ...one, yearStarts: i === 1 ? 4 : 1 }));
    const { at: where } = await fill(dealers);
    const json = parseJson(
      expectDone(await runCheckup(['compare', '--all', ...JSON_OUT], where)).stdout,
    );
    expect(listAt(json, 'places').map((one) => at(one, 'slug'))).toEqual([
      'ada-autos',
      'caro-wheels',
    ]);
    expect(at(json, 'leftOut')).toEqual([
      { dealership: 'Bela Cars', why: 'its Q3 is October to December 2025' },
    ]);
  });

  test('names who was audited by another checklist, whatever their business year', async () => {
    const dealers = NORTH.slice(0, 3).map((one, i) =>
      i === 1 ? { ...one, yearStarts: 4, checklistId: 'other-checkup' } : one,
    );
    const { at: where } = await fill(dealers);
    const flags = ['--checklist', smallChecklist.id, ...JSON_OUT];
    const json = parseJson(
      expectDone(await runCheckup(['compare', '--all', ...flags], where)).stdout,
    );
    expect(at(json, 'missing')).toEqual([]);
    expect(at(json, 'leftOut')).toEqual([
      { dealership: 'Bela Cars', why: 'checklist other-checkup' },
    ]);
  });

  test('ranks by calendar months with --calendar, whatever a business year calls them', async () => {
    const { folder, db, at: where } = await fill(NORTH.slice(0, 1));
    const store = openStore(db);
    const day = new Date('2026-05-04T09:00:00Z');
    const checklist = {
      ...smallChecklist,
      scoring: { ...smallChecklist.scoring, coverage: { floor: 0 } },
    };
    const houses: readonly [string, BusinessYear, Quarter][] = [
      ['Bela Cars', { yearStarts: 4, yearNamed: 'first' }, '2026-Q2'],
      ['Caro Wheels', { yearStarts: 4 }, '2027-Q2'],
      ['Dido Drives', { yearStarts: 4 }, '2026-Q3'],
      ['Ella Engines', { yearStarts: 2 }, '2027-Q3'],
    ];
    for (const [name, year, quarter] of houses) {
      const dealership = await store.dealerships.add(name, year, day);
      const facts = { dealership, quarter, scope: 'full', checklist, auditor: 'A' } as const;
      const audit = await store.audits.start(facts, day);
      await store.audits.record(audit, answersFor(3), 'A', day);
      await store.seals.set(audit, 'A', day);
    }
    store.close();
    const ran = await runCheckup(
      ['compare', '--all', '2026-Q3', '--calendar', '--format', 'md,json'],
      where,
    );
    expect(expectDone(ran).stdout).toContain('2026-Q3-small-checkup-group-calendar.md');
    expect(ran.stderr.replace(/\s+/g, ' ')).toContain('Q3 2026 (July to September 2026)');
    const json = parseJson(
      readFileSync(
        join(folder, 'reports', 'groups', 'all', '2026-Q3-small-checkup-group-calendar.json'),
        'utf8',
      ),
    );
    expect(listAt(json, 'places').map((one) => at(one, 'slug'))).toEqual([
      'ada-autos',
      'bela-cars',
      'caro-wheels',
    ]);
    expect(json).toMatchObject({
      calendar: true,
      months: 'July to September 2026',
      missing: ['Dido Drives'],
      leftOut: [{ dealership: 'Ella Engines', why: 'its Q3 is August to October 2026' }],
    });
  });

  test('names whose seal is broken: of ranked audits alone, and masked not by name', async () => {
    const { folder, db, at: where } = await fill(SEVEN);
    const sqlite = new Sqlite(db);
    sqlite.exec(`update audit set auditor = 'Other' where quarter = '2026-Q3' and dealership_id in
      (select id from dealership where name like 'Quasar%')`);
    sqlite.close();
    const ran = expectDone(await runCheckup(['compare', '--all', ...BOTH], where));
    const says = 'The seal of Quasar Ünique is broken: what is kept is no longer what was sealed.';
    expect(ran.stderr.replace(/\s+/g, ' ')).toContain(says);
    expect(ran.stderr.match(/is broken/g)).toHaveLength(1);
    const [md = '', json = ''] = ran.stdout.trim().split('\n');
    expect(md).toBe('reports/groups/all/2026-Q3-small-checkup-group-broken-seal.md');
    expect(readFileSync(join(folder, md), 'utf8')).toContain(
      `> **The seal of Quasar Ünique is broken:** what is kept`,
    );
    const seals = at(parseJson(readFileSync(join(folder, json), 'utf8')), 'seals');
    expect(seals).toEqual({ checked: true, broken: ['Quasar Ünique'], chain: [] });
    expectDone(await runCheckup(['compare', '--all', '--masked', ...BOTH], where));
    const masked = (slug: string): string =>
      readFileSync(
        join(folder, `reports/${slug}/2026-Q3-small-checkup-masked-broken-seal.md`),
        'utf8',
      );
    expect(masked('quasar-uenique')).toContain('The seal of Quasar Ünique is broken');
    expect(masked('zephyr-uenique')).toContain('The seal of at least one of the others is broken');
    expect(masked('zephyr-uenique')).not.toContain('Quasar');
  });

  test('of more than fifty says that the seals were not checked', async () => {
    const many = Array.from({ length: 51 }, (_, i) => ({
      name: `D${String(i)}`,
      levels: [null, i % 5] as const,
    }));
    const { at: where } = await fill(many);
    const args = ['compare', '--all', '--out', '-'];
    const ran = expectDone(await runCheckup(args, where));
    expect(ran.stdout).toMatch(/The scores are as kept and the seals were not checked;/);
    expect(ran.stderr).toMatch(/seals were not checked/);
    const json = expectDone(await runCheckup([...args, '--format', 'json'], where)).stdout;
    expect(at(parseJson(json), 'seals')).toEqual({ checked: false, broken: [], chain: [] });
  });

  test('writes a group beside no dealership, whatever either is called', async () => {
    const { folder, at: where } = await fill([
      { name: 'North', levels: [2, 2], group: 'North' },
      { name: 'Groups', levels: [2, 2], group: 'North' },
    ]);
    expectDone(await runCheckup(['compare', '--group', 'North', '--format', 'md'], where));
    expectDone(await runCheckup(['report', '--dealership', 'Groups', '--format', 'md'], where));
    expect(filesIn(join(folder, 'reports')).sort()).toEqual([
      'groups-dealership/2026-Q3-small-checkup.md',
      'groups/north/2026-Q3-small-checkup-group.md',
    ]);
  });

  test('refuses what cannot be meant, in one message, and writes nothing', async () => {
    const { folder, at: where } = await fill(NORTH);
    const before = Object.keys(fingerprints(folder));
    const refused = async (says: RegExp, ...args: string[]): Promise<void> => {
      expectRefused(await runCheckup(['compare', ...args], where), says);
    };
    await refused(/There is no group South\.\nThere are: North & Co\./, '--group', 'South');
    await refused(
      /no sealed audit in 2020-Q1\.\nThere are in: 2026-Q2, 2026-Q3/,
      '--all',
      '2020-Q1',
    );
    await refused(/The quarter soon is not a quarter/, '--all', 'soon');
    await refused(/no sealed audit by the checklist no/, '--all', '--checklist', 'no');
    await refused(/needs at least 5 .* among 4,/, '--all', '--masked');
    expect(Object.keys(fingerprints(folder))).toEqual(before);
    const home = tempFolder();
    expectRefused(
      await runCheckup(['compare', '--all'], { home, cwd: home }),
      /There is no dealership yet\./,
    );
  });
});

/** Seven with telling names; what each has of its own occurs nowhere else. */
const SEVEN: readonly Dealer[] = [4, 3, 3, 2, 1, 0, 4].map((level, i) => {
  const own = ['Quasar', 'Zephyr', 'Nimbus', 'Walrus', 'Pelican', 'Gazelle', 'Ocelot'][i] ?? '';
  return {
    name: `${own} Ünique`,
    levels: [i === 2 ? null : (level + i) % 5, level],
    auditor: `Insp ${own}son`,
    note: `Noted at ${own} yard`,
    group: 'Seven',
  };
});

describe('masked', () => {
  test('writes one report each, in which nothing gives another away', async () => {
    const { folder, db, at: where } = await fill(SEVEN);
    const ran = expectDone(
      await runCheckup(['compare', '--group', 'seven', '--masked', ...BOTH], where),
    );
    const files = filesIn(join(folder, 'reports'));
    expect(files).toHaveLength(14);
    const named = ran.stdout.trim().split('\n');
    // Neither the order of writing nor a time says who stands where.
    expect(named.map((file) => file.split('/')[1])).toEqual(
      named.map((file) => file.split('/')[1]).toSorted(),
    );
    const times = named.map((file) => statSync(join(folder, file)).mtimeMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const sqlite = new Sqlite(db, { readonly: true });
    const secrets = sqlite
      .prepare(
        `select dealership.slug as slug, dealership.id as id, dealership.name as name,
           audit.id as audit, audit.auditor, seal.id as seal, seal.hash, seal.previous, answer.id as answer
         from dealership join audit on audit.dealership_id = dealership.id
         join seal on seal.audit_id = audit.id join answer on answer.audit_id = audit.id`,
      )
      .all() as Record<string, string | null>[]; // The columns named just above, all texts.
    sqlite.close();
    for (const file of files) {
      const own = file.split('/')[0] ?? '';
      expect(file).toMatch(/^[a-z-]+\/2026-Q3-small-checkup-masked\.(?:md|json)$/);
      const text = readFileSync(join(folder, 'reports', file), 'utf8');
      expect(text).toContain('Ünique');
      expect(text).not.toMatch(/Noted at|2026-05-04|2026-05/);
      for (const secret of secrets.filter(({ slug }) => slug !== own)) {
        const word = String(secret['name']).split(' ')[0] ?? '';
        expect(text.toLowerCase()).not.toContain(word.toLowerCase());
        for (const one of Object.values(secret)) {
          if (one !== null) expect(text, `${file}: ${one}`).not.toContain(one);
        }
      }
    }
    expect(ran.stderr).not.toMatch(/Quasar|Place/);
  });

  test('is the same to the last byte, whichever other has which figure', async () => {
    const own = 'quasar-uenique/2026-Q3-small-checkup-masked';
    const texts: string[][] = [];
    for (const turn of [0, 1, 4]) {
      const [first, ...others] = SEVEN;
      if (first === undefined) throw new Error('nobody');
      const turned = others.map((dealer, i) => {
        const { levels = dealer.levels } = others[(i + turn) % others.length] ?? {};
        return { ...dealer, levels };
      });
      // Added in another order too.
      const { folder, at: where } = await fill(
        turn === 4 ? [...turned, first] : [first, ...turned],
      );
      expectDone(await runCheckup(['compare', '--all', '--masked', '--out', 'to', ...BOTH], where));
      texts.push(
        ['md', 'json'].map((e) => readFileSync(join(folder, 'to', `${own}.${e}`), 'utf8')),
      );
    }
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
  });

  test('leaves out who has no score of its own, and says so', async () => {
    const unscored: Dealer = { name: 'Blank', levels: [null, 'unscored'], group: 'Seven' };
    const { folder, at: where } = await fill([...SEVEN, unscored]);
    const ran = expectDone(await runCheckup(['compare', '--all', '--masked', ...BOTH], where));
    expect(ran.stderr).toContain('Without a score, so without a report: Blank.');
    expect(ran.stderr).toContain('A report for each of 7 dealerships');
    expect(filesIn(join(folder, 'reports'))).toHaveLength(14);
  });

  test('writes every page where no PDF comes out, and then says why', async () => {
    const { folder, db, at: where } = await fill(SEVEN);
    const env = { CHECKUP_DB: db, CHECKUP_BROWSER: '/nowhere' };
    const ran = await runProcess(['compare', '--all', '--masked', '--format', 'pdf'], {
      ...where,
      env,
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr.match(/^error: CHECKUP_BROWSER names \/nowhere/gm)).toHaveLength(1);
    expect(ran.stdout.trim().split('\n')).toHaveLength(7);
    const files = filesIn(join(folder, 'reports'));
    expect(files).toHaveLength(7);
    for (const file of files) expect(file).toMatch(/-masked\.html$/);
  });

  test('gives the others’ figures as printed, so that none can be told by its decimals', async () => {
    const { folder, at: where } = await fill(SEVEN);
    expectDone(await runCheckup(['compare', '--all', '--masked', '--format', 'json'], where));
    const json = parseJson(
      readFileSync(
        join(folder, 'reports/quasar-uenique/2026-Q3-small-checkup-masked.json'),
        'utf8',
      ),
    );
    const others = listAt(json, 'overall', 'others');
    expect(others).toHaveLength(6);
    for (const one of others) expect(String(one)).toMatch(/^\d+$/);
  });
});
