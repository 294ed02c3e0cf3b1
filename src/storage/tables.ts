/** The tables as kysely sees them; `migrations.ts` makes them. Times are ISO 8601, UTC. */
export interface Tables {
  dealership: {
    id: string;
    slug: string;
    name: string;
    year_starts: number;
    created_at: string;
    group_name: string | null;
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
    auditor: string;
    started_at: string;
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
  };
  draw: { id: string; audit_id: string; number: number; content: string };
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
    steps: string;
  };
}
