import { rows, statement } from "../../platform/database/statements.js";
const readPeople = statement('contact_people_read', `SELECT id, name, title, form_of_address AS "formOfAddress", position, archived_at IS NOT NULL AS "isFormer" FROM contact_people WHERE customer_id = $1 ORDER BY position, id`);
const readPoints = statement('contact_points_read', `SELECT id, contact_person_id AS "contactPersonId", kind, value, search_key AS "searchKey", validity, position FROM contact_points WHERE customer_id = $1 ORDER BY position, id`);
const writePeople = statement('contact_people_write', `INSERT INTO contact_people AS k (id, customer_id, name, title, form_of_address, position, archived_at)
   SELECT r.id, $1, r.name, r.title, r."formOfAddress", r.position, NULL FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, name varchar, title varchar, "formOfAddress" varchar, position int)
   ON CONFLICT (id) DO UPDATE SET name = excluded.name, title = excluded.title, form_of_address = excluded.form_of_address, position = excluded.position, archived_at = NULL
   WHERE k.customer_id = $1`);
const writePoints = statement('contact_points_write', `INSERT INTO contact_points AS p (id, customer_id, contact_person_id, kind, value, search_key, validity, position)
   SELECT r.id, $1, r."contactPersonId", r.kind, r.value, r."searchKey", r.validity, r.position
   FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, "contactPersonId" uuid, kind varchar, value varchar, "searchKey" varchar, validity varchar, position int)
   ON CONFLICT (id) DO UPDATE SET contact_person_id = excluded.contact_person_id, kind = excluded.kind, value = excluded.value, search_key = excluded.search_key,
     validity = excluded.validity, position = excluded.position
   WHERE p.customer_id = $1`);
// Records name the people they were with: those stay, as former ones.
const retirePeople = statement('contact_people_retire', 'UPDATE contact_people SET archived_at = $3 WHERE customer_id = $1 AND archived_at IS NULL AND NOT id = ANY($2::uuid[])');
const removePoints = statement('contact_points_remove', 'DELETE FROM contact_points WHERE customer_id = $1 AND NOT id = ANY($2::uuid[])');
/** The people and contact points of a customer. */
export async function readContactLists(tx, customerId) {
    const people = await rows(tx, readPeople, [customerId]);
    const points = await rows(tx, readPoints, [customerId]);
    const listed = (isFormer) => people.filter((person) => person.isFormer === isFormer);
    return { people: listed(false), former: listed(true), points };
}
/** Makes the people and contact points of a customer exactly these; who is not among the people becomes a former one at that moment. */
export async function writeContactLists(tx, customerId, { people, points }, at) {
    await rows(tx, removePoints, [customerId, points.map(({ id }) => id)]);
    await rows(tx, retirePeople, [customerId, people.map(({ id }) => id), at]);
    if (people.length)
        await rows(tx, writePeople, [customerId, JSON.stringify(people)]);
    if (points.length)
        await rows(tx, writePoints, [customerId, JSON.stringify(points)]);
}
