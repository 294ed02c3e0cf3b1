/** The tables as kysely sees them; `migrations.ts` makes them. Times are moments of `core/moment.ts`. */
export interface Tables {
  dealership: {
    id: string;
    slug: string;
    name: string;
    year_starts: number;
    year_named: string | null;
    created_at: string;
    group_name: string | null;
    /** The name as it is looked for, whatever its case. */
    folded: string | null;
    mark: string | null;
  };
  checklist: { hash: string; checklist_id: string; version: number; content: string };
  audit: {
    id: string;
    dealership_id: string;
    dealership_name: string;
    quarter: string;
    scope: string;
    checklist_hash: string;
    checklist_id: string;
    year_starts: number;
    year_named: string | null;
    auditor: string;
    started_at: string;
    mark: string | null;
  };
  answer: {
    id: string;
    audit_id: string;
    item: string;
    revision: number;
    content: string;
    why: string | null;
    auditor: string;
    recorded_at: string;
    mark: string | null;
  };
  draw: { id: string; audit_id: string; number: number; content: string; mark: string | null };
  visit: { id: string; audit_id: string; number: number; content: string; mark: string };
  seal: {
    id: string;
    audit_id: string;
    dealership_id: string;
    sealed_at: string;
    sealed_by: string;
    hash: string;
    previous: string | null;
  };
  score: {
    audit_id: string;
    scoring_version: number;
    share: number | null;
    coverage: number | null;
    /** The hash of the seal that it belongs to. */
    seal: string;
    /** A hash of the answers and draws that it was made of. */
    source: string;
    content: string;
    content_hash: string;
    mark: string;
  };
  draw_withdrawal: {
    draw_id: string;
    withdrawn_at: string;
    withdrawn_by: string;
    why: string;
    mark: string;
  };
  void: {
    audit_id: string;
    voided_at: string;
    voided_by: string;
    why: string;
    mark: string;
  };
  seal_register: {
    number: number;
    seal: string;
    audit_id: string;
    dealership_id: string;
    dealership_name: string;
    quarter: string;
    checklist_id: string;
    sealed_at: string;
  };
}
