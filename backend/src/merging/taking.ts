import type { EntityManager } from 'typeorm';
import { OwnerChange } from '../customers/index.ts';
import { forbidden } from '../kernel/index.ts';
import { type Actor, rightsOf } from '../people/index.ts';
import { freshRows, rows, statement } from '../platform/database/statements.ts';
import { newId } from '../platform/ids.ts';
import type { BothFields } from './fields.ts';

const releaseExternalId = statement('merge_releases_external_id', 'UPDATE customers SET external_id = NULL WHERE id = $1');
const copyCadence = statement(
  'merge_copies_cadence',
  `INSERT INTO cadences SELECT n.* FROM cadences c CROSS JOIN LATERAL jsonb_populate_record(c, jsonb_build_object('id', $2::uuid)) AS n WHERE c.id = $1`,
);
const mergeInto = statement('merge_archives_the_other', 'UPDATE customers SET archived_at = coalesce(archived_at, $3), merged_into_id = $1, version = version + 1 WHERE id = $2');

const joined = (column: string): string => `${column} = ARRAY(SELECT u.x FROM unnest(k.${column} || o.${column}) WITH ORDINALITY AS u(x, n) GROUP BY u.x ORDER BY min(u.n))`;

/**
 * Writes what was chosen from the other customer over the kept one, with the tags and unwanted channels of both, the earlier day first known, and the other one's own cadence where the kept
 * one has none; then the other one is archived. Touchpoints stay with whom they are. 403 where the owner would change and the actor may not assign. Answers the keys that changed.
 */
export async function takeFields(tx: EntityManager, actor: Actor, both: BothFields, take: readonly string[], now: Date): Promise<string[]> {
  const [keptId, otherId] = [both.kept.id, both.other.id];
  const { columns, fields, differing } = both.taken(take);
  if (columns.includes('owner_id') && !rightsOf(actor.roles).includes('customers.assign')) throw forbidden();
  const values: unknown[] = [keptId, otherId, JSON.stringify(fields), await cadenceOf(tx, both)];
  const set = ['version = k.version + 1', 'fields = $3::jsonb', 'cadence_id = $4::uuid', joined('tags'), joined('do_not_contact'), 'known_since_on = least(k.known_since_on, o.known_since_on)'];
  if (columns.includes('external_id')) {
    await rows(tx, releaseExternalId, [otherId]);
    set.push(`external_id = $${values.push(both.other.row['external_id'])}`);
  }
  set.push(...columns.filter((column) => column !== 'external_id').map((column) => `${column} = o.${column}`));
  await freshRows(tx, `UPDATE customers k SET ${set.join(', ')} FROM customers o WHERE k.id = $1 AND o.id = $2`, values);
  if (columns.includes('owner_id')) await noteOwner(tx, actor, both, now);
  await rows(tx, mergeInto, [keptId, otherId, now]);
  return differing;
}

/** The kept one's own cadence; a copy of the other one's, because changing a cadence ends the row that was. */
async function cadenceOf(tx: EntityManager, { kept, other }: BothFields): Promise<unknown> {
  if (kept.row['cadence_id'] != null || other.row['cadence_id'] == null) return kept.row['cadence_id'] ?? null;
  const id = newId();
  await rows(tx, copyCadence, [other.row['cadence_id'], id]);
  return id;
}

async function noteOwner(tx: EntityManager, actor: Actor, { kept, other }: BothFields, changedAt: Date): Promise<void> {
  const idIn = (row: Readonly<Record<string, unknown>>, column: string): string | null => (row[column] ?? null) as string | null;
  await tx.insert(OwnerChange, {
    id: newId(), customerId: kept.id, fromOwnerId: idIn(kept.row, 'owner_id'), toOwnerId: idIn(other.row, 'owner_id'), fromTeamId: idIn(kept.row, 'team_id'), toTeamId: idIn(other.row, 'team_id'),
    movedTouchpointIds: [], changedAt, changedById: actor.personId,
  });
}
