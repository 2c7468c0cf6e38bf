import type { View } from '../core/api';

/** A way to reach the customer that may have been the wrong one. */
export interface Candidate { readonly id: string; readonly value: string; readonly personId: string | null }

const KIND_OF_CHANNEL: Readonly<Record<string, readonly string[]>> = { phone: ['phone'], sms: ['phone'], fax: ['phone', 'other'], email: ['email'], wechat: ['wechat'] };
const MOST = 3;

/** The contact points that somebody may have tried, at most three: of the channel's kind, of the person spoken of if there is one, and not known to be wrong already. */
export function candidates(people: readonly View<'BriefPersonView'>[], channelKey: string | undefined, contactPersonId: string | null): Candidate[] {
  const kinds = KIND_OF_CHANNEL[channelKey ?? ''];
  const all = people.flatMap((person) => person.points.filter(({ kind, validity }) => validity !== 'invalid' && (!kinds || kinds.includes(kind))).map(({ id, value }) => ({ id, value, personId: person.id })));
  const theirs = contactPersonId === null ? [] : all.filter(({ personId }) => personId === contactPersonId);
  return (theirs.length > 0 ? theirs : all).slice(0, MOST);
}

/** The lists of a customer with one contact point's validity changed, as the API takes them; only the list that holds it. */
export function withValidity({ contactPoints, contactPeople }: View<'CustomerView'>, pointId: string, validity: View<'ContactPointView'>['validity']): View<'ChangeCustomer'> {
  const changed = (points: readonly View<'ContactPointView'>[]) => points.map(({ id, kind, value, validity: now }) => ({ id, kind, value, validity: id === pointId ? validity : now }));
  if (contactPoints.some(({ id }) => id === pointId)) return { contactPoints: changed(contactPoints) };
  return { contactPeople: contactPeople.map(({ id, name, title, formOfAddress, contactPoints: points }) => ({ id, name, title, formOfAddress, contactPoints: changed(points) })) };
}
