import type { DataSource, EntityManager } from 'typeorm';
import { rows, statement } from '../../platform/database/statements.ts';
import type { KeptReason } from './undo-counts.ts';

const referring = statement(
  'tables_that_refer_to',
  `SELECT c.conrelid::regclass::text AS "table", a.attname AS "column" FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
   WHERE c.contype = 'f' AND c.confrelid = $1::regclass ORDER BY 1, 2`,
);

/** Looked at by name below, or a part of the record that goes with it. */
const NAMED = {
  customers: new Set(['contact_people', 'contact_points', 'customer_grams', 'customer_merges', 'customers_told_apart', 'follow_ups', 'owner_changes', 'stage_changes', 'touchpoints']),
  follow_ups: new Set(['comments', 'corrections']),
};

const STEPS = (alias: string): string => `(SELECT 1 + coalesce(sum(j.steps), 0) FROM import_changes j WHERE j.subject_id = ${alias}.id)`;
// A merge that was taken apart has moved the version, and left the customer as it was.
const MERGES = (alias: string): string =>
  `(SELECT coalesce(sum(CASE m.customer_id WHEN ${alias}.id THEN m.steps ELSE m.other_steps END), 0) FROM customer_merges m WHERE m.undone_at IS NOT NULL AND (m.customer_id = ${alias}.id OR m.other_id = ${alias}.id))`;
const STANDING = (alias: string): string => `EXISTS (SELECT 1 FROM import_changes j WHERE j.subject_id = ${alias}.id AND j.import_id <> $1 AND j.undone_at IS NULL)`;

/**
 * SQL that says why a customer `c` that import `$1` made stays, null when it may go; `visible` is the condition of the actor's scope. Whatever table refers to
 * customers counts, those that come later too.
 */
export async function reasonOfCustomer(on: DataSource | EntityManager, visible: string): Promise<string> {
  return firstReason([
    ['out_of_sight', `(${visible}) IS NOT TRUE`],
    ['merged', 'EXISTS (SELECT 1 FROM customer_merges m WHERE m.undone_at IS NULL AND (m.customer_id = c.id OR m.other_id = c.id))'],
    ['records', 'EXISTS (SELECT 1 FROM follow_ups f WHERE f.customer_id = c.id AND f.import_id IS NULL)'],
    ['planned', 'EXISTS (SELECT 1 FROM touchpoints t WHERE t.customer_id = c.id)'],
    ['stage', 'EXISTS (SELECT 1 FROM stage_changes h WHERE h.customer_id = c.id AND h.import_id IS NULL)'],
    ['used', await usedElsewhere(on, 'customers', 'c')],
    ['edited', `c.version <> ${STEPS('c')} + ${MERGES('c')}`],
    ['other_import', `(EXISTS (SELECT 1 FROM follow_ups f WHERE f.customer_id = c.id) OR EXISTS (SELECT 1 FROM stage_changes h WHERE h.customer_id = c.id AND h.import_id <> $1) OR ${STANDING('c')})`],
  ]);
}

/** The same for a communication `f` of a customer `c`. */
export async function reasonOfCommunication(on: DataSource | EntityManager, visible: string): Promise<string> {
  return firstReason([
    ['out_of_sight', `(${visible}) IS NOT TRUE`],
    ['commented', 'EXISTS (SELECT 1 FROM comments k WHERE k.follow_up_id = f.id)'],
    ['stage', 'EXISTS (SELECT 1 FROM stage_changes h WHERE h.customer_id = f.customer_id AND h.follow_up_id = f.id)'],
    ['used', `(f.touchpoint_id IS NOT NULL OR f.next_touchpoint_id IS NOT NULL OR ${await usedElsewhere(on, 'follow_ups', 'f')})`],
    ['edited', `f.version <> ${STEPS('f')}`],
    ['other_import', STANDING('f')],
  ]);
}

async function usedElsewhere(on: DataSource | EntityManager, table: keyof typeof NAMED, alias: string): Promise<string> {
  const found = await rows<{ table: string; column: string }>(on, referring, [table]);
  const others = found.filter((other) => !NAMED[table].has(other.table));
  return others.length ? `(${others.map((other) => `EXISTS (SELECT 1 FROM ${other.table} o WHERE o.${other.column} = ${alias}.id)`).join(' OR ')})` : 'false';
}

const firstReason = (reasons: readonly (readonly [KeptReason, string])[]): string => `CASE ${reasons.map(([reason, condition]) => `WHEN ${condition} THEN '${reason}'`).join(' ')} END`;
