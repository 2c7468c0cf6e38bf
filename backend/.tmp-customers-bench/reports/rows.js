import { decodeCursor, pageOf } from "../kernel/index.js";
import { labelsQuery } from "./labels.js";
import { DIMENSIONS } from "./registry/dimensions.js";
import { communicationsQuery, countQuery, customersQuery } from "./sql/details.js";
/** One page of `size` rows behind a number; the first page also counts them, which gives that very number. */
export async function pageOfRows(read, question, opened, { size, cursor }) {
    const [counted] = cursor === undefined ? await read(countQuery(question, opened)) : [];
    const kind = opened.column.counts;
    const common = { kind, count: counted?.count ?? null, communications: [], customers: [] };
    if (kind === 'communications') {
        const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'uuid']);
        const page = pageOf(await read(communicationsQuery(question, opened, { limit: size + 1, after })), size, (row) => [row.at, row.id]);
        return { ...common, communications: await communicationViews(read, page.items), next: page.next };
    }
    const after = cursor === undefined ? null : decodeCursor(cursor, ['text', 'uuid']);
    const page = pageOf(await read(customersQuery(question, opened, { limit: size + 1, after })), size, (row) => [row.sort_name, row.id]);
    return { ...common, customers: await customerViews(read, page.items), next: page.next };
}
async function labelled(read, kind, keys) {
    const known = [...new Set(keys)].filter((key) => key !== null);
    return new Map((await read(labelsQuery(kind, known))).map((row) => [row.key, row]));
}
async function communicationViews(read, items) {
    const people = await labelled(read, 'person', items.map((row) => row.author_id));
    const channels = await labelled(read, 'channel', items.map((row) => row.channel_id));
    const dispositions = DIMENSIONS.contact.find(({ key }) => key === 'disposition')?.values ?? {};
    return items.map((row) => ({
        id: row.id, customerId: row.customer_id, customerName: row.customer_name, occurredAt: new Date(row.at).toISOString(),
        authorName: people.get(row.author_id)?.label ?? null, channel: channels.get(row.channel_id)?.names ?? null,
        direction: row.direction, disposition: dispositions[row.disposition_kind] ?? null, subject: row.subject, isInvalid: row.validity === 'invalid',
    }));
}
async function customerViews(read, items) {
    const people = await labelled(read, 'person', items.map((row) => row.owner_id));
    const stages = await labelled(read, 'stage', items.map((row) => row.stage_id));
    return items.map((row) => ({
        id: row.id, name: row.name, ownerName: people.get(row.owner_id)?.label ?? null, stage: stages.get(row.stage_id)?.names ?? null,
        knownSinceOn: row.known_since_on, firstContactOn: row.first_contact_on, convertedOn: row.converted_on, isArchived: row.is_archived,
    }));
}
