import type { EntityManager } from 'typeorm';
import { rewriteGrams, settleStages } from '../../customers/index.ts';
import { visibleCustomers } from '../../people/index.ts';
import { freshRows, rows, statement } from '../../platform/database/statements.ts';
import { refreshContactState } from '../../touchpoints/index.ts';
import type { Added } from './import-change.entity.ts';
import { type Patch, type Row, patchOf } from './patch.rules.ts';
import { type PlanPortion, examplesOf } from './portion.ts';
import { putBack } from './put-back.ts';
import type { KeptReason, UndoCounts } from './undo-counts.ts';

interface Changed {
  id: string;
  name: string;
  isVisible: boolean;
  before: Row;
  after: Row;
  added: Added;
  now: Row;
  /** The import's change of stage is there, and is the last one. */
  mayGoBack: boolean;
  /** The import's change of stage is there, and somebody has changed the stage again. */
  hasMovedOn: boolean;
  /** It was merged since: what the import added may stand for what the other one had, too. */
  isMerged: boolean;
  /** People and points that the import added and that are as it added them. */
  untouched: string[];
}

const OF_IMPORT = `SELECT subject_id FROM import_changes WHERE import_id = $1 AND ($2::uuid IS NULL OR subject_id > $2) ORDER BY subject_id LIMIT $3`;
const lock = statement('import_changed_customers_locked', `SELECT id FROM customers WHERE id IN (${OF_IMPORT}) ORDER BY id FOR UPDATE`);
const LATER = 'EXISTS (SELECT 1 FROM stage_changes l WHERE l.customer_id = h.customer_id AND (l.changed_at, l.id) > (h.changed_at, h.id))';
const MERGED = `EXISTS (SELECT 1 FROM customer_merges m WHERE m.undone_at IS NULL AND ((m.customer_id = c.id AND m.version >= j.subject_version) OR (m.other_id = c.id AND m.other_version >= j.subject_version)))`;
const UNTOUCHED = `ARRAY(
    SELECT p.id FROM contact_points p JOIN jsonb_to_recordset(coalesce(j.added -> 'points', '[]')) AS r(id uuid, kind varchar, value varchar) ON r.id = p.id
    WHERE p.customer_id = c.id AND p.kind = r.kind AND p.value = r.value AND p.validity = 'unknown'
  ) || ARRAY(
    SELECT k.id FROM contact_people k JOIN jsonb_to_recordset(coalesce(j.added -> 'people', '[]')) AS r(id uuid, name varchar, title varchar) ON r.id = k.id
    WHERE k.customer_id = c.id AND k.name = r.name AND k.title IS NOT DISTINCT FROM r.title AND k.form_of_address IS NULL AND k.archived_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM follow_ups f WHERE f.customer_id = c.id AND f.contact_person_id = k.id)
      AND NOT EXISTS (SELECT 1 FROM contact_points p WHERE p.customer_id = c.id AND p.contact_person_id = k.id
        AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset(coalesce(j.added -> 'points', '[]')) AS a(id uuid, kind varchar, value varchar) WHERE a.id = p.id AND a.value = p.value AND p.validity = 'unknown'))
  )`;
const removeStages = statement('import_stages_removed', `DELETE FROM stage_changes h WHERE h.import_id = $1 AND h.customer_id = ANY($2::uuid[]) AND NOT ${LATER}`);
const removeOwners = statement('import_owner_changes_removed', 'DELETE FROM owner_changes WHERE id = ANY($1::uuid[])');
const removePoints = statement('import_points_removed', 'DELETE FROM contact_points WHERE id = ANY($1::uuid[])');
const removePeople = statement('import_people_removed', 'DELETE FROM contact_people WHERE id = ANY($1::uuid[])');

interface Plan extends Changed {
  patch: Patch;
  fate: 'putBack' | 'partly' | KeptReason;
}

/** Customers that an import changed: every part that nobody has changed since is as before. */
export const changedCustomers: PlanPortion = async (on, { importId, actor, after, limit, now }, isHeld) => {
  if (isHeld) await rows(on, lock, [importId, after, limit]);
  const visible = visibleCustomers(actor, 'c', 4);
  const found = await freshRows<Changed>(
    on,
    `SELECT c.id, c.name, (${visible.sql}) IS TRUE AS "isVisible", ${MERGED} AS "isMerged", j.before, j.after, j.added, to_jsonb(c) AS now, ${UNTOUCHED} AS untouched,
       EXISTS (SELECT 1 FROM stage_changes h WHERE h.customer_id = c.id AND h.import_id = $1 AND NOT ${LATER}) AS "mayGoBack",
       EXISTS (SELECT 1 FROM stage_changes h WHERE h.customer_id = c.id AND h.import_id = $1 AND ${LATER}) AS "hasMovedOn"
     FROM import_changes j JOIN customers c ON c.id = j.subject_id WHERE j.import_id = $1 AND j.undone_at IS NULL AND c.import_id IS DISTINCT FROM $1 AND j.subject_id IN (${OF_IMPORT}) ORDER BY c.id`,
    [importId, after, limit, ...visible.values],
  );
  const [page] = await freshRows<{ size: number; last: string | null }>(on, `SELECT count(*)::int AS size, max(subject_id::text) AS last FROM (${OF_IMPORT}) p`, [importId, after, limit]);
  const plans = found.map(planOf);
  return {
    size: page?.size ?? 0,
    last: page?.last ?? null,
    counts: countsOf(plans),
    examples: examplesOf(plans.map(({ id, name, fate }) => ({ id, customerId: id, name, reason: fate === 'putBack' || fate === 'partly' ? null : fate }))),
    write: (tx) => write(tx, importId, now, plans.filter(({ fate }) => fate === 'putBack' || fate === 'partly')),
  };
};

function planOf(changed: Changed): Plan {
  const patch = patchOf(changed.before, changed.after, changed.now);
  if (!changed.isVisible) return { ...changed, patch, fate: 'out_of_sight' };
  if (changed.isMerged) return { ...changed, patch, fate: 'merged' };
  const added = [...(changed.added.people ?? []), ...(changed.added.points ?? [])].length;
  const isAnything = Object.keys(patch.values).length > 0 || changed.mayGoBack || changed.untouched.length > 0;
  const isWhole = patch.isWhole && !changed.hasMovedOn && changed.untouched.length === added;
  if (isWhole) return { ...changed, patch, fate: 'putBack' };
  return { ...changed, patch, fate: isAnything ? 'partly' : 'changed_since' };
}

function countsOf(plans: readonly Plan[]): UndoCounts {
  const counts: UndoCounts = { removed: 0, putBack: 0, partly: 0, kept: {} };
  for (const { fate } of plans) {
    if (fate === 'putBack' || fate === 'partly') counts[fate]++;
    else counts.kept[fate] = (counts.kept[fate] ?? 0) + 1;
  }
  return counts;
}

async function write(tx: EntityManager, importId: string, now: Date, plans: readonly Plan[]): Promise<void> {
  const idsOf = (which: (plan: Plan) => boolean): string[] => plans.filter(which).map(({ id }) => id);
  await putBack(tx, { table: 'customers', importId, now, patches: plans.map(({ id, patch }) => ({ id, values: patch.values })) });
  const moved = idsOf(({ mayGoBack }) => mayGoBack);
  if (moved.length > 0) await rows(tx, removeStages, [importId, moved]);
  await settleStages(tx, moved);
  await rows(tx, removeOwners, [plans.flatMap(({ patch, added }) => ('owner_id' in patch.values || 'team_id' in patch.values ? (added.ownerChangeId ?? []) : []))]);
  const untouched = plans.flatMap((plan) => plan.untouched);
  await rows(tx, removePoints, [untouched]);
  await rows(tx, removePeople, [untouched]);
  await rewriteGrams(tx, idsOf(({ patch, added }) => 'name' in patch.values || 'kind' in patch.values || Boolean(added.people?.length)));
  await refreshContactState(tx, idsOf(({ patch }) => 'known_since_on' in patch.values));
}
