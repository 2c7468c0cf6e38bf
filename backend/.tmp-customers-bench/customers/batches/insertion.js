import { rows, statement } from "../../platform/database/statements.js";
import { newId } from "../../platform/ids.js";
import { gramsFor, sortNameOf } from "../search/names.js";
const insertRows = statement('customer_batch', `INSERT INTO customers (id, kind, name, sort_name, owner_id, team_id, tier_id, stage_id, stage_since, source, industry, region, tags, fields, note, form_of_address,
     preferred_channel_id, preferred_from, preferred_until, quiet_from, quiet_until, time_zone, do_not_contact, known_since_on, created_at, created_by_id, external_id, import_id,
     is_open, converted_at, cadence_anchor_on)
   SELECT r.id, r.kind, r.name, r."sortName", r."ownerId", coalesce(r."teamId", o.team_id), r."tierId", s.id, r."stageAt", r.source, r.industry, r.region, r.tags, r.fields,
     coalesce(r.note, ''), r."formOfAddress", r."preferredChannelId", r."preferredFrom", r."preferredUntil", r."quietFrom", r."quietUntil", r."timeZone",
     coalesce(r."doNotContact", '{}'), r."knownSinceOn", $2, $3, r."externalId", $4, s.kind = 'open', CASE WHEN s.kind = 'won' THEN r."stageAt" END, r."knownSinceOn"
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, kind varchar, name varchar, "sortName" varchar, "ownerId" uuid, "teamId" uuid, "tierId" uuid, "stageId" uuid,
     "stageAt" timestamptz, source varchar, industry varchar, region varchar, tags varchar[], fields jsonb, note text, "formOfAddress" varchar, "preferredChannelId" uuid,
     "preferredFrom" varchar, "preferredUntil" varchar, "quietFrom" varchar, "quietUntil" varchar, "timeZone" varchar, "doNotContact" uuid[], "knownSinceOn" date,
     "externalId" varchar)
   JOIN stages s ON s.id = r."stageId" LEFT JOIN people o ON o.id = r."ownerId"`);
const insertGrams = statement('customer_grams_batch', `INSERT INTO customer_grams (customer_id, haystack, grams) SELECT r.id, r.haystack, r.grams FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, haystack text, grams text[])
   ON CONFLICT (customer_id) DO UPDATE SET haystack = excluded.haystack, grams = excluded.grams`);
const insertStages = statement('stage_change_batch', `INSERT INTO stage_changes (id, customer_id, from_stage_id, to_stage_id, changed_at, changed_on, amount, reason, changed_by_id, import_id)
   SELECT r.id, r."customerId", r."fromStageId", r."stageId", r.at, r."on", r.amount, r.reason, $2, $3
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "customerId" uuid, "fromStageId" uuid, "stageId" uuid, at timestamptz, "on" date, amount numeric, reason varchar)`);
const insertPeople = statement('contact_person_batch', `INSERT INTO contact_people (id, customer_id, name, title, position)
   SELECT r.id, r."customerId", r.name, r.title, 1 + coalesce((SELECT max(k.position) FROM contact_people k WHERE k.customer_id = r."customerId"), 0)
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "customerId" uuid, name varchar, title varchar)`);
const insertPoints = statement('contact_point_batch', `INSERT INTO contact_points (id, customer_id, contact_person_id, kind, value, search_key, position)
   SELECT r.id, r."customerId", r."personId", r.kind, r.value, r.key, r.position + coalesce((SELECT max(k.position) FROM contact_points k WHERE k.customer_id = r."customerId"), 0)
   FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "customerId" uuid, "personId" uuid, kind varchar, value varchar, key varchar, position int)`);
/** Adds customers with their people, contact points, first stage and search row, in a few statements whatever their number. */
export async function insertCustomers(tx, customers, by) {
    if (customers.length === 0)
        return;
    const ids = new Map(customers.filter(({ person }) => person).map(({ id }) => [id, newId()]));
    const list = customers.map(({ stage, contactPoints: _points, person: _person, ...row }) => ({ ...row, sortName: sortNameOf(row.name, row.kind === 'person'), stageId: stage.stageId, stageAt: stage.at }));
    await rows(tx, insertRows, [JSON.stringify(list), by.at, by.personId, by.importId]);
    await writeGrams(tx, customers.map(({ id, name, kind, person }) => ({ id, name, kind, people: person ? [person.name] : [] })));
    await writeStages(tx, customers.map(({ id, stage }) => ({ customerId: id, fromStageId: null, stage })), by);
    await writePeople(tx, customers.flatMap(({ id, person }) => (person ? [{ id: ids.get(id) ?? newId(), customerId: id, ...person }] : [])));
    await writePoints(tx, customers.map(({ id, contactPoints }) => ({ customerId: id, personId: ids.get(id) ?? null, points: contactPoints })));
}
/** Writes the search rows of customers anew from all their names. */
export async function writeGrams(tx, customers) {
    if (customers.length === 0)
        return;
    const list = customers.map(({ id, name, kind, people }) => ({ id, ...gramsFor([{ name, isPerson: kind === 'person' }, ...people.map((person) => ({ name: person, isPerson: true }))]) }));
    await rows(tx, insertGrams, [JSON.stringify(list)]);
}
/** Adds dated stage changes; the customers' own columns are brought up to date by the caller. */
export async function writeStages(tx, changes, by) {
    if (changes.length === 0)
        return;
    const list = changes.map(({ customerId, fromStageId, stage }) => ({ ...stage, id: newId(), customerId, fromStageId }));
    await rows(tx, insertStages, [JSON.stringify(list), by.personId, by.importId]);
}
/** Adds one contact person per customer at the end of its people. */
export async function writePeople(tx, people) {
    if (people.length > 0)
        await rows(tx, insertPeople, [JSON.stringify(people)]);
}
/** Adds contact points at the end of what their customers have; those of a person go to `personId`. */
export async function writePoints(tx, customers) {
    const list = customers.flatMap(({ customerId, personId, points }) => points.map(({ kind, value, key, isOfPerson }, i) => ({ id: newId(), customerId, personId: isOfPerson ? personId : null, kind, value, key, position: i + 1 })));
    if (list.length > 0)
        await rows(tx, insertPoints, [JSON.stringify(list)]);
}
