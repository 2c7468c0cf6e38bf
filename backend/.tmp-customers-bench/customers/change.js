import { invalidFields, localDateOf } from "../kernel/index.js";
import { visibleCustomers } from "../people/index.js";
import { freshRows, rows, statement } from "../platform/database/statements.js";
import { newId } from "../platform/ids.js";
import { writeGrams } from "./batches/insertion.js";
import { readContactLists, writeContactLists } from "./contact-people/contact-lists.js";
import { mergedLists } from "./contact-people/contact-lists.rules.js";
import { wrongWithHours, wrongWithKnownSince } from "./customer.rules.js";
import { fieldDefinitions } from "./fields/definitions.js";
import { mergedFieldValues } from "./fields/field-values.rules.js";
import { references, wrongWithPointers } from "./references.js";
import { sortNameOf } from "./search/names.js";
/** Columns that a change writes as they come. */
const COLUMNS = {
    name: 'name', kind: 'kind', tierId: 'tier_id', source: 'source', industry: 'industry', region: 'region', tags: 'tags', note: 'note', formOfAddress: 'form_of_address',
    preferredChannelId: 'preferred_channel_id', preferredFrom: 'preferred_from', preferredUntil: 'preferred_until', quietFrom: 'quiet_from', quietUntil: 'quiet_until', timeZone: 'time_zone',
    doNotContact: 'do_not_contact', knownSinceOn: 'known_since_on', externalId: 'external_id',
};
const refreshContact = statement('change_contact_state', 'SELECT refresh_contact_state(ARRAY[$1::uuid])');
/** Writes what is given over a customer whose row the transaction holds; answers false when the row was not the version it was said to be. */
export async function writeChange(tx, actor, before, input, now) {
    const after = { ...before, ...definedOf(input) };
    const fields = input.fields ? mergedFieldValues(await fieldDefinitions(tx), input.fields, before.fields) : { values: before.fields, errors: [] };
    const lists = await readContactLists(tx, before.id);
    const contact = mergedLists(lists, input, newId);
    refuse([
        ...(input.knownSinceOn === undefined ? [] : wrongWithKnownSince(input.knownSinceOn, localDateOf(now, actor.timeZone))), ...wrongWithHours(after),
        ...wrongWithPointers(after, await references(tx), before), ...fields.errors, ...contact.errors,
    ]);
    if (!(await update(tx, actor, before, { ...definedOf(input), ...(input.fields ? { fields: fields.values } : {}) })))
        return false;
    if (input.contactPoints ?? input.contactPeople)
        await writeContactLists(tx, before.id, contact.lists, now);
    if (input.name ?? input.kind ?? input.contactPeople)
        await writeGrams(tx, [{ id: before.id, name: after.name, kind: after.kind, people: contact.lists.people.map(({ name }) => name) }]);
    if (input.knownSinceOn !== undefined)
        await rows(tx, refreshContact, [before.id]);
    return true;
}
const definedOf = (input) => Object.fromEntries(Object.keys(COLUMNS).flatMap((key) => (input[key] === undefined ? [] : [[key, input[key]]])));
async function update(tx, actor, before, given) {
    const { fields, ...columns } = given;
    const changes = Object.entries(columns).map(([key, value]) => [COLUMNS[key], value]);
    if (fields)
        changes.push(['fields', JSON.stringify(fields)]);
    if (given.name ?? given.kind)
        changes.push(['sort_name', sortNameOf(given.name ?? before.name, (given.kind ?? before.kind) === 'person')]);
    const visible = visibleCustomers(actor, 'c', 3);
    const set = changes.map(([column], i) => `${column} = $${i + 5}`).concat('version = c.version + 1');
    const text = `UPDATE customers c SET ${set.join(', ')} WHERE c.id = $1 AND c.version = $2 AND ${visible.sql} RETURNING c.id`;
    const written = await freshRows(tx, text, [before.id, before.version, ...visible.values, ...changes.map(([, value]) => value)]);
    return written.length === 1;
}
function refuse(errors) {
    if (errors.length)
        throw invalidFields(errors);
}
