import type { View } from '../../core/api';
import type { FieldValue, Typed } from './customer-form';

/** A customer's details as the API takes them, each value under its own name; custom fields are called `fields.<key>`. */
export type Details = Readonly<Record<string, unknown>>;

/** Something that somebody else has changed since the person began to type. */
export interface Clash { name: string; mine: unknown; theirs: unknown; /** Whether both changed it. */ isOurs: boolean }

const orNull = (value: string): string | null => value.trim() || null;

const points = (typed: Typed['contactPoints']) =>
  typed.map(({ id, kind, value, validity }) => ({ ...(id ? { id } : {}), kind, value: value.trim(), validity }));

/** The details that a form holds. */
export function detailsOf(typed: Typed): Details {
  const { kind, tierId, isServed, tags, preferredChannelId, preferredFrom, preferredUntil, quietFrom, quietUntil, doNotContact, knownSinceOn, fields } = typed;
  return {
    kind, tierId, isServed, tags, preferredChannelId, preferredFrom, preferredUntil, quietFrom, quietUntil, doNotContact, knownSinceOn,
    name: typed.name.trim(), note: typed.note.trim(), source: orNull(typed.source), industry: orNull(typed.industry), region: orNull(typed.region), servedBy: orNull(typed.servedBy),
    formOfAddress: orNull(typed.formOfAddress), timeZone: orNull(typed.timeZone), externalId: orNull(typed.externalId),
    contactPoints: points(typed.contactPoints),
    contactPeople: typed.contactPeople.map(({ id, name, title, formOfAddress, contactPoints }) =>
      ({ ...(id ? { id } : {}), name: name.trim(), title: orNull(title), formOfAddress: orNull(formOfAddress), contactPoints: points(contactPoints) })),
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [`fields.${key}`, tidy(value)])),
  };
}

const tidy = (value: FieldValue | undefined): FieldValue => (typeof value === 'string' ? orNull(value) : (value ?? null));

/** What differs between two states of a customer, by name. */
export function differing(one: Details, other: Details): string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => JSON.stringify(one[name] ?? null) !== JSON.stringify(other[name] ?? null));
}

/** Only what was changed, as the API takes it, so that nobody else's change is overwritten unseen. */
export function changeOf(before: Details, after: Details): View<'ChangeCustomer'> {
  const names = differing(before, after);
  const plain = names.filter((name) => !name.startsWith('fields.'));
  const custom = names.filter((name) => name.startsWith('fields.')).map((name) => [name.slice('fields.'.length), after[name] ?? null]);
  return { ...Object.fromEntries(plain.map((name) => [name, after[name]])), ...(custom.length ? { fields: Object.fromEntries(custom) as Record<string, string | number | boolean> } : {}) };
}

/** A new customer as the API takes it; what was left open takes the server's default. */
export function creationOf(typed: Typed): View<'CreateCustomer'> {
  const { tierId, knownSinceOn, ...details } = changeOf({}, detailsOf(typed));
  return {
    ...details, name: typed.name.trim(), kind: typed.kind, ...(tierId ? { tierId } : {}), ...(knownSinceOn ? { knownSinceOn } : {}), ownerId: typed.ownerId?.id ?? null,
    ...(typed.stageId ? { stageId: typed.stageId } : {}), amount: typed.amount, reason: orNull(typed.reason),
  };
}

/** What somebody else changed meanwhile and what the person has there; the same change made twice is none. */
export function clashesOf(base: Details, mine: Details, theirs: Details): Clash[] {
  const ours = differing(base, mine);
  return differing(base, theirs).filter((name) => differing({ [name]: mine[name] }, { [name]: theirs[name] }).length > 0)
    .map((name) => ({ name, mine: mine[name], theirs: theirs[name], isOurs: ours.includes(name) }));
}
