import { searchTextOf } from '../kernel/index.ts';

/** A contact point of one of the two customers. */
export interface JoinedPoint {
  readonly id: string;
  readonly contactPersonId: string | null;
  readonly kind: string;
  readonly searchKey: string;
  readonly validity: string;
}

/** A person at one of the two customers. */
export interface JoinedPerson {
  readonly id: string;
  readonly name: string;
  readonly isFormer: boolean;
}

/** The people and contact points of a customer. */
export interface JoinedLists {
  readonly people: readonly JoinedPerson[];
  readonly points: readonly JoinedPoint[];
}

/** What becomes of the other customer's people and contact points. */
export interface Joined {
  /** People who move, in their order. */
  readonly people: readonly string[];
  /** Those who are there already: the other one's id with that of the kept one. */
  readonly same: ReadonlyMap<string, string>;
  /** Contact points that move, in their order, with the person to whom they belong then. */
  readonly points: readonly { readonly id: string; readonly contactPersonId: string | null }[];
  /** What the other one knew of contact points that stay behind and nothing was known of. */
  readonly validities: readonly { readonly id: string; readonly validity: string }[];
}

const isEqual = (a: JoinedPoint, b: JoinedPoint): boolean => a.kind === b.kind && a.searchKey === b.searchKey;

/**
 * Whoever has the same name as somebody who is there, and a contact point in common, is that person. A contact point stays behind where it is there already: one of the other customer
 * itself anywhere, one of a person who is there at that person; somebody who moves takes all of theirs along.
 */
export function joinedLists(kept: JoinedLists, other: JoinedLists): Joined {
  const same = new Map<string, string>();
  for (const person of other.people) {
    const twin = kept.people.find((known) => !known.isFormer && !person.isFormer && ![...same.values()].includes(known.id) && isSamePerson(known, person, kept.points, other.points));
    if (twin) same.set(person.id, twin.id);
  }
  const equalTo = (point: JoinedPoint): JoinedPoint | undefined => {
    const twinId = point.contactPersonId === null ? null : same.get(point.contactPersonId);
    return twinId === undefined ? undefined : kept.points.find((known) => (twinId === null || known.contactPersonId === twinId) && isEqual(known, point));
  };
  const moving = other.points.filter((point) => !equalTo(point));
  const validities = other.points.flatMap((point) => {
    const known = equalTo(point);
    return known?.validity === 'unknown' && point.validity !== 'unknown' ? [{ id: known.id, validity: point.validity }] : [];
  });
  return {
    people: other.people.filter(({ id }) => !same.has(id)).map(({ id }) => id),
    same,
    points: moving.map(({ id, contactPersonId }) => ({ id, contactPersonId: contactPersonId === null ? null : (same.get(contactPersonId) ?? contactPersonId) })),
    validities,
  };
}

function isSamePerson(known: JoinedPerson, person: JoinedPerson, keptPoints: readonly JoinedPoint[], otherPoints: readonly JoinedPoint[]): boolean {
  if (searchTextOf(known.name) !== searchTextOf(person.name)) return false;
  const theirs = otherPoints.filter(({ contactPersonId }) => contactPersonId === person.id);
  return keptPoints.some((point) => point.contactPersonId === known.id && theirs.some((other) => isEqual(point, other)));
}
