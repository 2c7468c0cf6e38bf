import type { EntityManager } from 'typeorm';
import { type FieldError, invalidFields, localDateOf } from '../kernel/index.ts';
import { type Actor, visibleCustomers } from '../people/index.ts';
import { freshRows, rows, statement } from '../platform/database/statements.ts';
import { newId } from '../platform/ids.ts';
import { writeGrams } from './batches/insertion.ts';
import { readContactLists, writeContactLists } from './contact-people/contact-lists.ts';
import { mergedLists } from './contact-people/contact-lists.rules.ts';
import type { ChangeCustomer, CustomerView } from './customer.dto.ts';
import { wrongWithHours, wrongWithKnownSince } from './customer.rules.ts';
import { fieldDefinitions } from './fields/definitions.ts';
import { mergedFieldValues } from './fields/field-values.rules.ts';
import { references, wrongWithExternalId, wrongWithPointers } from './references.ts';
import { sortNameOf } from './search/names.ts';
import { moveFirstStage } from './stages/first-stage.ts';

/** Columns that a change writes as they come. */
const COLUMNS = {
  name: 'name', kind: 'kind', tierId: 'tier_id', source: 'source', industry: 'industry', region: 'region', isServed: 'is_served', servedBy: 'served_by', tags: 'tags', note: 'note',
  formOfAddress: 'form_of_address', preferredChannelId: 'preferred_channel_id', preferredFrom: 'preferred_from', preferredUntil: 'preferred_until', quietFrom: 'quiet_from', quietUntil: 'quiet_until', timeZone: 'time_zone',
  doNotContact: 'do_not_contact', knownSinceOn: 'known_since_on', externalId: 'external_id',
} as const;

const refreshContact = statement('change_contact_state', 'SELECT refresh_contact_state(ARRAY[$1::uuid])');

/** Writes what is given over a customer whose row the transaction holds; answers false when the row was not the version it was said to be. */
export async function writeChange(tx: EntityManager, actor: Actor, before: CustomerView, input: ChangeCustomer, now: Date): Promise<boolean> {
  const after = { ...before, ...definedOf(input) };
  const fields = input.fields ? mergedFieldValues(await fieldDefinitions(tx), input.fields, before.fields) : { values: before.fields, errors: [] };
  const lists = await readContactLists(tx, before.id);
  const contact = mergedLists(lists, input, newId);
  refuse([
    ...(input.knownSinceOn === undefined ? [] : wrongWithKnownSince(input.knownSinceOn, localDateOf(now, actor.timeZone))), ...wrongWithHours(after),
    ...wrongWithPointers(after, await references(tx), before), ...(await wrongWithExternalId(tx, input.externalId, before.id)), ...fields.errors, ...contact.errors,
  ]);
  if (!(await update(tx, actor, before, { ...definedOf(input), ...(input.fields ? { fields: fields.values } : {}) }))) return false;
  if (input.contactPoints ?? input.contactPeople) await writeContactLists(tx, before.id, contact.lists, now);
  if (input.name ?? input.kind ?? input.contactPeople) await writeGrams(tx, [{ id: before.id, name: after.name, kind: after.kind, people: contact.lists.people.map(({ name }) => name) }]);
  if (input.knownSinceOn !== undefined) {
    await moveFirstStage(tx, before.id, { before: before.knownSinceOn, after: input.knownSinceOn }, actor.organisation.timeZone);
    await rows(tx, refreshContact, [before.id]);
  }
  return true;
}

type Columns = Partial<Pick<CustomerView, keyof typeof COLUMNS>>;

const definedOf = (input: ChangeCustomer): Columns =>
  Object.fromEntries(Object.keys(COLUMNS).flatMap((key) => (input[key as keyof Columns] === undefined ? [] : [[key, input[key as keyof Columns]]])));

async function update(tx: EntityManager, actor: Actor, before: CustomerView, given: Columns & { fields?: CustomerView['fields'] }): Promise<boolean> {
  const { fields, ...columns } = given;
  const changes: [column: string, value: unknown][] = Object.entries(columns).map(([key, value]) => [COLUMNS[key as keyof Columns], value]);
  if (fields) changes.push(['fields', JSON.stringify(fields)]);
  if (given.name ?? given.kind) changes.push(['sort_name', sortNameOf(given.name ?? before.name, (given.kind ?? before.kind) === 'person')]);
  const visible = visibleCustomers(actor, 'c', 3);
  const set = changes.map(([column], i) => `${column} = $${i + 5}`).concat('version = c.version + 1');
  const text = `UPDATE customers c SET ${set.join(', ')} WHERE c.id = $1 AND c.version = $2 AND ${visible.sql} RETURNING c.id`;
  const written = await freshRows(tx, text, [before.id, before.version, ...visible.values, ...changes.map(([, value]) => value)]);
  return written.length === 1;
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length) throw invalidFields(errors);
}
