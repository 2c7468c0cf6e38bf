import { type Said, contact, customerOf as customerRowOf } from '../../test/stories.ts';
import type { TestActor, World } from '../../test/world.ts';
import { type Customer, type CustomerView, gramsFor } from '../customers/index.ts';
import { newId } from '../platform/ids.ts';
import type { MergePreviewView, MergedView } from './merging.dto.ts';

/** A customer straight into the tables, with its search row. */
export async function customerOf(world: World, owner: TestActor, given: Partial<Customer> = {}): Promise<string> {
  const id = await customerRowOf(world, owner, given);
  const [row] = await world.database.query<{ name: string }[]>('SELECT name FROM customers WHERE id = $1', [id]);
  const { haystack, grams } = gramsFor([{ name: row!.name, isPerson: false }]);
  await world.database.query('INSERT INTO customer_grams (customer_id, haystack, grams) VALUES ($1, $2, $3)', [id, haystack, grams]);
  return id;
}

/** The customer as its page reads it. */
export const read = async (actor: TestActor, id: string): Promise<CustomerView> => (await actor.get(`/api/customers/${id}`)).json<CustomerView>();

/** What a merge would do. */
export async function preview(actor: TestActor, keptId: string, otherId: string): Promise<MergePreviewView> {
  const answer = await actor.post(`/api/customers/${keptId}/merges/preview`, { otherId });
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<MergePreviewView>();
}

/** Merges as they are now. */
export async function merge(actor: TestActor, keptId: string, otherId: string, take: string[] = []): Promise<MergedView> {
  const [kept, other] = [await read(actor, keptId), await read(actor, otherId)];
  const answer = await actor.post(`/api/customers/${keptId}/merges`, { otherId, take, version: kept.version, otherVersion: other.version });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<MergedView>();
}

/** Takes a merge back. */
export async function undo(actor: TestActor, id: string): Promise<void> {
  const answer = await actor.post(`/api/merges/${id}/undo`);
  if (answer.statusCode !== 200) throw new Error(answer.body);
}

/** `field code` of everything that was refused. */
export const refusals = (answer: { json: <T>() => T }): string[] => answer.json<Said>().errors.map(({ field, code }) => `${field} ${code}`);

/** A contact of that customer, logged now. */
export async function logged(actor: TestActor, customerId: string, given: object = {}): Promise<Said> {
  const answer = await actor.post('/api/follow-ups', contact(customerId, given));
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<Said>();
}

/** A contact that is meant to happen. */
export async function planned(actor: TestActor, customerId: string, dueOn: string, given: object = {}): Promise<string> {
  const answer = await actor.post('/api/touchpoints', { customerId, dueOn, purpose: `Due ${dueOn}`, ...given });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json<Said>().id;
}

/** A running plan of the first half year with one item. */
export async function planItem(world: World, actor: TestActor): Promise<string> {
  const [planId, itemId, person] = [newId(), newId(), actor.person.id];
  await world.database.query(`INSERT INTO plans (id, name, from_on, until_on, responsible_id, planner_id, created_by_id, created_at, state) VALUES ($1, 'Plan', '2026-01-01', '2026-07-01', $2, $2, $2, '2026-01-01', 'running')`, [planId, person]);
  await world.database.query(`INSERT INTO plan_items (id, plan_id, position, objective) VALUES ($1, $2, 0, 'Keep in touch')`, [itemId, planId]);
  return itemId;
}

/** A touchpoint of an item, due in the middle of its window of eleven days. */
export async function ofPlan(world: World, actor: TestActor, { customerId, itemId, occurrence, dueOn, state = 'scheduled' }: { customerId: string; itemId: string; occurrence: number; dueOn: string; state?: string }): Promise<string> {
  const id = newId();
  await world.database.query(
    `INSERT INTO touchpoints (id, customer_id, owner_id, due_on, first_due_on, origin, plan_item_id, occurrence, window_from, window_until, state, closed_at, closed_reason, created_at, created_by_id)
     VALUES ($1, $2, $3, $4::date, $4::date, 'plan', $5, $6, $4::date - 5, $4::date + 5, $7::varchar, CASE $7::varchar WHEN 'scheduled' THEN NULL ELSE $4::date + 6 END, CASE $7::varchar WHEN 'missed' THEN 'window_over' WHEN 'cancelled' THEN 'x' END, '2026-01-01', $3)`,
    [id, customerId, actor.person.id, dueOn, itemId, occurrence, state],
  );
  await world.database.query('SELECT refresh_contact_state(ARRAY[$1::uuid])', [customerId]);
  return id;
}

/** What a merge may touch, without what only ever grows: versions, the audit, merges, answers of earlier requests. */
export async function everything(world: World): Promise<Record<string, unknown>> {
  const tables = ['customers', 'contact_people', 'contact_points', 'customer_grams', 'follow_ups', 'comments', 'corrections', 'touchpoints', 'touchpoint_moves', 'stage_changes', 'owner_changes', 'plan_audience', 'segment_customers', 'customers_told_apart', 'incentive_grants', 'approvals', 'cadences', 'segments'];
  const found: Record<string, unknown> = {};
  for (const table of tables) {
    const [row] = await world.database.query<{ all: unknown }[]>(`SELECT coalesce(json_agg(r.row ORDER BY r.row::text), '[]') AS all FROM (SELECT to_jsonb(t) - 'version' AS row FROM ${table} t) r`);
    found[table] = row!.all;
  }
  return found;
}
