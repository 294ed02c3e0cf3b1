import { settingMarks } from './marks.js';

// In SQLite's own dialect, as are the pragmas in `database.ts`. Longer than others, because what was
// released is never edited: it grows by one text with every version.

/** One step in the life of the database. What was released is never edited, only added to. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

const first = `
create table dealership (
  id text primary key,
  slug text not null unique,
  name text not null unique,
  year_starts integer not null check (year_starts between 1 and 12),
  created_at text not null
) strict;

-- A checklist as it was asked with, whole; the same content is kept once.
create table checklist (
  hash text primary key,
  checklist_id text not null,
  version integer not null,
  content text not null
) strict;

create table audit (
  id text primary key,
  dealership_id text not null references dealership (id),
  -- Its name and year as they were when the audit started: a later change must not break a seal.
  dealership_name text not null,
  quarter text not null,
  scope text not null check (scope in ('core', 'full')),
  checklist_hash text not null references checklist (hash),
  checklist_id text not null,
  year_starts integer not null,
  auditor text not null,
  started_at text not null,
  unique (dealership_id, quarter, checklist_id)
) strict;

-- Append-only: a correction is a new revision, and the latest one counts.
create table answer (
  id text primary key,
  audit_id text not null references audit (id),
  item text not null,
  revision integer not null check (revision >= 1),
  content text not null,
  -- Why an earlier answer was corrected.
  why text,
  auditor text not null,
  recorded_at text not null,
  unique (audit_id, item, revision)
) strict;

create table seal (
  id text primary key,
  audit_id text not null references audit (id),
  dealership_id text not null references dealership (id),
  sealed_at text not null,
  sealed_by text not null,
  hash text not null unique,
  previous text
) strict;

-- Derived, and made anew whenever the scoring version moves.
create table score (
  audit_id text primary key references audit (id),
  scoring_version integer not null,
  share real,
  coverage real,
  steps text not null
) strict;

create index seal_of_audit on seal (audit_id);
-- A chain has one end: no two seals of a dealership follow the same one.
create unique index seal_chain on seal (dealership_id, coalesce(previous, ''));

-- "insert or replace" would delete without asking the triggers on delete.
create trigger answer_is_never_replaced before insert on answer
when exists (
  select 1 from answer as kept where kept.id = new.id
  or (kept.audit_id = new.audit_id and kept.item = new.item and kept.revision = new.revision)
)
begin select raise(abort, 'an answer is never replaced'); end;
create trigger seal_is_never_replaced before insert on seal
when exists (
  select 1 from seal as kept where kept.id = new.id
  or kept.audit_id = new.audit_id or kept.hash = new.hash
)
begin select raise(abort, 'a seal is never replaced'); end;
create trigger answer_is_never_changed before update on answer
begin select raise(abort, 'an answer is never changed in place'); end;
create trigger answer_is_never_deleted before delete on answer
begin select raise(abort, 'an answer is never deleted'); end;
create trigger sealed_audit_takes_no_answer before insert on answer
when exists (select 1 from seal where seal.audit_id = new.audit_id)
begin select raise(abort, 'the audit is sealed'); end;
create trigger seal_is_never_changed before update on seal
begin select raise(abort, 'a seal is never changed'); end;
create trigger seal_is_never_deleted before delete on seal
begin select raise(abort, 'a seal is never deleted'); end;
`;

const draws = `
-- Append-only: a draw that was made stays, whatever is drawn after it.
create table draw (
  id text primary key,
  audit_id text not null references audit (id),
  -- The order in which they were made, from 1 in each audit.
  number integer not null check (number >= 1),
  content text not null,
  unique (audit_id, number)
) strict;

create trigger draw_is_never_replaced before insert on draw
when exists (
  select 1 from draw as kept where kept.id = new.id
  or (kept.audit_id = new.audit_id and kept.number = new.number)
)
begin select raise(abort, 'a draw is never replaced'); end;
create trigger draw_is_never_changed before update on draw
begin select raise(abort, 'a draw is never changed'); end;
create trigger draw_is_never_deleted before delete on draw
begin select raise(abort, 'a draw is never deleted'); end;
create trigger sealed_audit_takes_no_draw before insert on draw
when exists (select 1 from seal where seal.audit_id = new.audit_id)
begin select raise(abort, 'the audit is sealed'); end;
`;

const groups = `
-- The name of the group it belongs to; a group is there as long as it has a member. Its spelling is
-- the same for all of them, which dealerships.ts sees to: portable SQL can't ignore case.
alter table dealership add column group_name text;
`;

const errors = `
-- What is kept of a step now has its error too; scores are derived, and made anew where they are missing.
delete from score;
`;

const marks = `
-- Every row says of itself what was written: a bit that flips leaves its mark behind.
alter table dealership add column folded text;
update dealership set folded = fold_name(name);
create index dealership_folded on dealership (folded);
alter table dealership add column mark text;
${settingMarks('dealership')};
alter table audit add column mark text;
${settingMarks('audit')};

-- What was sealed before is vouched for by its seal.
alter table answer add column mark text;
drop trigger answer_is_never_changed;
${settingMarks('answer')}
where not exists (select 1 from seal where seal.audit_id = answer.audit_id);
create trigger answer_is_never_changed before update on answer
begin select raise(abort, 'an answer is never changed in place'); end;
alter table draw add column mark text;
drop trigger draw_is_never_changed;
${settingMarks('draw')}
where not exists (select 1 from seal where seal.audit_id = draw.audit_id);
create trigger draw_is_never_changed before update on draw
begin select raise(abort, 'a draw is never changed'); end;

-- Derived, and made anew wherever it isn't what its audit, its seal and its own mark say.
drop table score;
create table score (
  audit_id text primary key references audit (id),
  scoring_version integer not null,
  share real,
  coverage real,
  seal text not null,
  -- A hash of the answers and draws that it was made of.
  source text not null,
  content text not null,
  content_hash text not null,
  mark text not null
) strict;

-- What was ever sealed, in order, so that what is gone can be named.
create table seal_register (
  number integer primary key,
  seal text not null unique,
  audit_id text not null,
  dealership_id text not null,
  dealership_name text not null,
  quarter text not null,
  checklist_id text not null,
  sealed_at text not null
) strict;
insert into seal_register
select row_number() over (order by seal.sealed_at, seal.rowid), seal.hash, audit.id, seal.dealership_id,
  audit.dealership_name, audit.quarter, audit.checklist_id, seal.sealed_at
from seal join audit on audit.id = seal.audit_id;
create trigger seal_register_is_never_replaced before insert on seal_register
when exists (
  select 1 from seal_register as kept where kept.number = new.number or kept.seal = new.seal
)
begin select raise(abort, 'the register of seals is only added to'); end;
create trigger seal_register_is_never_changed before update on seal_register
begin select raise(abort, 'the register of seals is only added to'); end;
create trigger seal_register_is_never_deleted before delete on seal_register
begin select raise(abort, 'the register of seals is only added to'); end;
`;

const voids = `
-- Without the rule that a quarter is audited once by a checklist: one that is void makes room for another.
create table audit_anew (
  id text primary key,
  dealership_id text not null references dealership (id),
  dealership_name text not null,
  quarter text not null,
  scope text not null check (scope in ('core', 'full')),
  checklist_hash text not null references checklist (hash),
  checklist_id text not null,
  year_starts integer not null,
  auditor text not null,
  started_at text not null,
  mark text
) strict;
insert into audit_anew select id, dealership_id, dealership_name, quarter, scope, checklist_hash,
  checklist_id, year_starts, auditor, started_at, mark from audit;
drop table audit;
alter table audit_anew rename to audit;
create index audit_of_quarter on audit (dealership_id, quarter, checklist_id);

-- What is long comes last, so that lists needn't read over it.
create table score_anew (
  audit_id text primary key references audit (id),
  scoring_version integer not null,
  share real,
  coverage real,
  seal text not null,
  source text not null,
  content_hash text not null,
  mark text not null,
  content text not null
) strict;
insert into score_anew
select audit_id, scoring_version, share, coverage, seal, source, content_hash, mark, content from score;
drop table score;
alter table score_anew rename to score;

-- A decision that is never taken back.
create table void (
  audit_id text primary key references audit (id),
  voided_at text not null,
  voided_by text not null,
  why text not null,
  mark text not null
) strict;
create table draw_withdrawal (
  draw_id text primary key references draw (id),
  withdrawn_at text not null,
  withdrawn_by text not null,
  why text not null,
  mark text not null
) strict;
create trigger withdrawal_is_never_replaced before insert on draw_withdrawal
when exists (select 1 from draw_withdrawal as kept where kept.draw_id = new.draw_id)
begin select raise(abort, 'a withdrawal is never replaced'); end;
create trigger withdrawal_is_never_changed before update on draw_withdrawal
begin select raise(abort, 'a withdrawal is never changed'); end;
create trigger withdrawal_is_never_deleted before delete on draw_withdrawal
begin select raise(abort, 'a withdrawal is never deleted'); end;
create trigger closed_audit_takes_no_withdrawal before insert on draw_withdrawal
when exists (
  select 1 from draw where draw.id = new.draw_id
  and (exists (select 1 from seal where seal.audit_id = draw.audit_id)
    or exists (select 1 from void where void.audit_id = draw.audit_id))
)
begin select raise(abort, 'the audit is closed'); end;
create trigger void_is_never_replaced before insert on void
when exists (select 1 from void as kept where kept.audit_id = new.audit_id)
begin select raise(abort, 'a void is never replaced'); end;
create trigger void_is_never_changed before update on void
begin select raise(abort, 'a void is never changed'); end;
create trigger void_is_never_deleted before delete on void
begin select raise(abort, 'a void is never deleted'); end;
create trigger void_audit_takes_no_answer before insert on answer
when exists (select 1 from void where void.audit_id = new.audit_id)
begin select raise(abort, 'the audit is void'); end;
create trigger void_audit_takes_no_draw before insert on draw
when exists (select 1 from void where void.audit_id = new.audit_id)
begin select raise(abort, 'the audit is void'); end;
create trigger void_audit_is_never_sealed before insert on seal
when exists (select 1 from void where void.audit_id = new.audit_id)
begin select raise(abort, 'the audit is void'); end;
create trigger one_audit_counts before insert on audit
when exists (
  select 1 from audit as kept
  where kept.dealership_id = new.dealership_id and kept.quarter = new.quarter
  and kept.checklist_id = new.checklist_id
  and not exists (select 1 from void where void.audit_id = kept.id)
)
begin select raise(abort, 'the quarter has an audit by this checklist'); end;
`;

const visits = `
-- On which days the auditor looked: append-only, the latest counts.
create table visit (
  id text primary key,
  audit_id text not null references audit (id),
  number integer not null check (number >= 1),
  content text not null,
  mark text not null,
  unique (audit_id, number)
) strict;

create trigger visit_is_never_replaced before insert on visit
when exists (
  select 1 from visit as kept where kept.id = new.id
  or (kept.audit_id = new.audit_id and kept.number = new.number)
)
begin select raise(abort, 'a visit is never replaced'); end;
create trigger visit_is_never_changed before update on visit
begin select raise(abort, 'a visit is never changed'); end;
-- It goes with an audit in which nothing else was recorded.
create trigger visit_is_never_deleted before delete on visit
when exists (select 1 from answer where answer.audit_id = old.audit_id)
or exists (select 1 from draw where draw.audit_id = old.audit_id)
or exists (select 1 from seal where seal.audit_id = old.audit_id)
or exists (select 1 from void where void.audit_id = old.audit_id)
begin select raise(abort, 'a visit is never deleted'); end;
create trigger closed_audit_takes_no_visit before insert on visit
when exists (select 1 from seal where seal.audit_id = new.audit_id)
or exists (select 1 from void where void.audit_id = new.audit_id)
begin select raise(abort, 'the audit is closed'); end;
`;

const namedYears = `
-- By which calendar year a business year over two is named; by its last where nobody says.
alter table dealership add column year_named text check (year_named = 'first');
alter table audit add column year_named text check (year_named = 'first');
`;

/** All migrations in order; versions count from 1 without a gap. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'dealerships, audits, answers, seals, scores', sql: first },
  { version: 2, name: 'draws', sql: draws },
  { version: 3, name: 'groups of dealerships', sql: groups },
  { version: 4, name: 'scores with their errors', sql: errors },
  { version: 5, name: 'marks, and the register of seals', sql: marks },
  { version: 6, name: 'voids, and draws withdrawn', sql: voids },
  { version: 7, name: 'visits', sql: visits },
  { version: 8, name: 'years named by their first', sql: namedYears },
];
