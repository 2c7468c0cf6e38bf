import type { EntityManager } from 'typeorm';
import { rows, statement } from '../platform/database/statements.ts';
import type { MergeEntry } from './journal.ts';
import type { Pair } from './joining.ts';
import type { MergeMovesView } from './merging.dto.ts';
import type { TableName } from './tables.ts';

const recordsOf = statement(
  'merge_counts_records',
  `SELECT (count(*) FILTER (WHERE f.kind = 'communication'))::int AS communications, (count(*) FILTER (WHERE f.kind <> 'communication'))::int AS "otherRecords",
     coalesce(sum((SELECT count(*) FROM comments m WHERE m.follow_up_id = f.id AND m.withdrawn_at IS NULL)), 0)::int AS comments
   FROM follow_ups f WHERE f.id = ANY($1::uuid[]) AND f.withdrawn_at IS NULL`,
);

/** Counts what a merge brought to the customer that stays. */
export async function movesIn(tx: EntityManager, { keptId }: Pair, journal: readonly MergeEntry[]): Promise<MergeMovesView> {
  const arrived = (table: TableName): MergeEntry[] => journal.filter((entry) => entry.table === table && entry.after?.['customer_id'] === keptId && entry.before?.['customer_id'] !== keptId);
  const [records] = await rows<Pick<MergeMovesView, 'communications' | 'otherRecords' | 'comments'> & Record<string, unknown>>(tx, recordsOf, [arrived('follow_ups').map(({ key }) => key)]);
  const audience = journal.filter(({ table, before, after }) => table === 'plan_audience' && after?.['customer_id'] === keptId && (before === null || before['left_at'] !== after['left_at']));
  const kept = journal.find(({ table, key }) => table === 'customers' && key === keptId);
  const added = (column: string): number => listIn(kept?.after?.[column]).filter((item) => !listIn(kept?.before?.[column]).includes(item)).length;
  return {
    communications: records?.communications ?? 0, otherRecords: records?.otherRecords ?? 0, touchpoints: arrived('touchpoints').length, people: arrived('contact_people').length,
    contactPoints: arrived('contact_points').length, comments: records?.comments ?? 0, stageChanges: arrived('stage_changes').filter(({ before }) => before !== null).length, planAudience: audience.length,
    segments: arrived('segment_customers').length, approvals: arrived('approvals').length, grants: arrived('incentive_grants').length, tags: added('tags'), doNotContact: added('do_not_contact'),
  };
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
