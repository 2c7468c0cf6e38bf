import type { EntityManager } from 'typeorm';
import { rows, statement } from '../platform/database/statements.ts';
import type { Pair } from './joining.ts';
import { type JoinedPerson, type JoinedPoint, joinedLists } from './people.rules.ts';

const peopleOf = statement('merge_people', `SELECT id, name, archived_at IS NOT NULL AS "isFormer", customer_id AS "customerId" FROM contact_people WHERE customer_id = ANY($1::uuid[]) ORDER BY position, id`);
const pointsOf = statement(
  'merge_points',
  `SELECT id, contact_person_id AS "contactPersonId", kind, search_key AS "searchKey", validity, customer_id AS "customerId" FROM contact_points WHERE customer_id = ANY($1::uuid[]) ORDER BY position, id`,
);
const movePeople = statement(
  'merge_moves_people',
  `UPDATE contact_people k SET customer_id = $1, position = l.last + r.n
   FROM unnest($2::uuid[]) WITH ORDINALITY AS r(id, n), (SELECT coalesce(max(position), 0) AS last FROM contact_people WHERE customer_id = $1) l WHERE k.id = r.id`,
);
const movePoints = statement(
  'merge_moves_points',
  `UPDATE contact_points p SET customer_id = $1, contact_person_id = r.person, position = l.last + r.n
   FROM ROWS FROM (unnest($2::uuid[], $3::uuid[])) WITH ORDINALITY AS r(id, person, n), (SELECT coalesce(max(position), 0) AS last FROM contact_points WHERE customer_id = $1) l WHERE p.id = r.id`,
);
const know = statement('merge_knows_validities', 'UPDATE contact_points p SET validity = r.validity FROM unnest($1::uuid[], $2::varchar[]) AS r(id, validity) WHERE p.id = r.id');
const nameThem = statement('merge_names_people', 'UPDATE follow_ups f SET contact_person_id = r.kept FROM unnest($1::uuid[], $2::uuid[]) AS r(other, kept) WHERE f.contact_person_id = r.other');

/** Brings people and contact points together, none of them twice; before the records move. */
export async function joinPeople(tx: EntityManager, { keptId, otherId }: Pair): Promise<void> {
  const people = await rows<JoinedPerson & { customerId: string } & Record<string, unknown>>(tx, peopleOf, [[keptId, otherId]]);
  const points = await rows<JoinedPoint & { customerId: string } & Record<string, unknown>>(tx, pointsOf, [[keptId, otherId]]);
  const listsOf = (id: string) => ({ people: people.filter(({ customerId }) => customerId === id), points: points.filter(({ customerId }) => customerId === id) });
  const joined = joinedLists(listsOf(keptId), listsOf(otherId));
  await rows(tx, movePeople, [keptId, joined.people]);
  await rows(tx, movePoints, [keptId, joined.points.map(({ id }) => id), joined.points.map(({ contactPersonId }) => contactPersonId)]);
  await rows(tx, know, [joined.validities.map(({ id }) => id), joined.validities.map(({ validity }) => validity)]);
  await rows(tx, nameThem, [[...joined.same.keys()], [...joined.same.values()]]);
}
