/** A table whose rows a merge may change: how its rows are told apart, which columns may change, and which rows belong to customers `$1`. */
export interface MergedTable {
  readonly key: readonly string[];
  /** Null: the whole row is kept, because somebody may have removed it by the time the merge is taken back. */
  readonly columns: readonly string[] | null;
  readonly where: string;
}

const OF_CUSTOMERS = 't.customer_id = ANY($1::uuid[])';

/** Columns of a customer that a merge may change by itself; what is derived from records is derived anew. */
export const CUSTOMER_COLUMNS = [
  'name', 'sort_name', 'kind', 'owner_id', 'team_id', 'tier_id', 'source', 'industry', 'region', 'is_served', 'served_by', 'tags', 'fields', 'note', 'form_of_address', 'preferred_channel_id',
  'preferred_from', 'preferred_until', 'quiet_from', 'quiet_until', 'time_zone', 'do_not_contact', 'known_since_on', 'external_id', 'cadence_id', 'cadence_paused_until', 'cadence_pause_reason',
  'cadence_stopped_at', 'cadence_stop_reason', 'archived_at', 'merged_into_id',
] as const;

/** Every table that a merge changes, in the order in which rows are put back. */
export const TABLES = {
  cadences: { key: ['id'], columns: [], where: 't.id IN (SELECT c.cadence_id FROM customers c WHERE c.id = ANY($1::uuid[]))' },
  customers: { key: ['id'], columns: CUSTOMER_COLUMNS, where: 't.id = ANY($1::uuid[])' },
  contact_people: { key: ['id'], columns: ['customer_id', 'position'], where: OF_CUSTOMERS },
  contact_points: { key: ['id'], columns: null, where: OF_CUSTOMERS },
  segment_customers: { key: ['segment_id', 'customer_id'], columns: null, where: OF_CUSTOMERS },
  plan_audience: { key: ['plan_item_id', 'customer_id'], columns: null, where: OF_CUSTOMERS },
  customers_told_apart: { key: ['customer_id', 'other_id'], columns: null, where: '(t.customer_id = ANY($1::uuid[]) OR t.other_id = ANY($1::uuid[]))' },
  approvals: { key: ['id'], columns: ['customer_id'], where: OF_CUSTOMERS },
  incentive_grants: { key: ['id'], columns: ['customer_id'], where: OF_CUSTOMERS },
  owner_changes: { key: ['id'], columns: [], where: OF_CUSTOMERS },
  stage_changes: { key: ['id'], columns: ['customer_id', 'from_stage_id'], where: OF_CUSTOMERS },
  touchpoints: { key: ['id'], columns: ['customer_id', 'occurrence', 'state', 'closed_at', 'closed_reason', 'remind_at'], where: OF_CUSTOMERS },
  follow_ups: { key: ['id'], columns: ['customer_id', 'contact_person_id', 'touchpoint_id', 'next_touchpoint_id', 'counted_because', 'corrected_at', 'withdrawn_at'], where: OF_CUSTOMERS },
  corrections: { key: ['id'], columns: ['follow_up_id'], where: 't.follow_up_id IN (SELECT f.id FROM follow_ups f WHERE f.customer_id = ANY($1::uuid[]))' },
} as const satisfies Record<string, MergedTable>;

/** One of those. */
export type TableName = keyof typeof TABLES;

/**
 * What a merge does with each column that names a customer. A new table that names customers gets its line here, and what it needs in `joining.ts`; the specification compares this list
 * with the database.
 */
export const REFERENCES: Readonly<Record<string, string>> = {
  'approvals.customer_id': 'moves',
  'contact_people.customer_id': 'moves; somebody who is there already, by name and a contact point, stays behind, and the records name the one who is there',
  'contact_points.customer_id': 'moves; one that is there already stays behind',
  'customer_grams.customer_id': 'written anew from the names',
  'customer_merges.customer_id': 'stays: what was merged into the other one before is history of that one, to be taken back after this merge is',
  'customer_merges.other_id': 'stays',
  'customers.merged_into_id': 'says what the other one was merged into',
  'customers_told_apart.customer_id': 'stays, and is said of the kept one, too: who is not the other one is not the kept one either',
  'customers_told_apart.other_id': 'the same',
  'follow_ups.customer_id': 'moves',
  'incentive_grants.customer_id': 'moves',
  'owner_changes.customer_id': 'stays: whose the other one was is told by its own page',
  'plan_audience.customer_id': 'moves; of two memberships the one that holds counts, of two such that of the kept customer',
  'segment_customers.customer_id': 'moves; one that is there already stays behind',
  'stage_changes.customer_id': 'moves; where that would change the present stage, a change by whoever merges keeps it',
  'touchpoints.customer_id': 'moves; of two of one occurrence of a plan item the kept one counts, then the open, the missed and the cancelled one, and the other is cancelled and stays behind',
};
