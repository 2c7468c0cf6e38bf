import { addDays, startOfDay } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import type { Conditions } from './conditions.ts';
import type { CustomerFilter } from './list.dto.ts';

/** Days that a number of contacts is counted over when the filter does not say. */
export const USUAL_DAYS = 30;

// What counts is what the reports count: communications that were neither withdrawn nor found invalid.
const COMMUNICATIONS = `FROM follow_ups f WHERE f.customer_id = c.id AND f.kind = 'communication' AND f.withdrawn_at IS NULL AND f.validity <> 'invalid'`;

/** Adds what a filter asks of the contact history of the customers called `c`; the last n days are today and the n − 1 before it, where the actor is. */
export function addHistory(to: Conditions, filter: CustomerFilter, { timeZone }: Actor, today: string): void {
  const since = (days: number): string => to.value(startOfDay(addDays(today, 1 - days), timeZone));
  const { neverChannelIds, neverContactKinds, contactedChannelIds, contactedDays, contactsMin, contactsMax, reached } = filter;
  if (neverChannelIds?.length) to.and(`NOT EXISTS (SELECT ${COMMUNICATIONS} AND f.channel_id = ANY(${to.value(neverChannelIds)}::uuid[]))`);
  if (neverContactKinds?.length) to.and(`NOT EXISTS (SELECT ${COMMUNICATIONS} AND f.channel_id = ANY(ARRAY(SELECT id FROM channels WHERE contact_kind = ANY(${to.value(neverContactKinds)}::text[]))))`);
  if ((contactedChannelIds?.length ?? 0) > 0 || contactedDays !== undefined) {
    const channel = contactedChannelIds?.length ? ` AND f.channel_id = ANY(${to.value(contactedChannelIds)}::uuid[])` : '';
    const time = contactedDays === undefined ? '' : ` AND f.occurred_at >= ${since(contactedDays)}`;
    to.and(`EXISTS (SELECT ${COMMUNICATIONS}${channel}${time})`);
  }
  if (contactsMin !== undefined || contactsMax !== undefined) {
    const counted = `(SELECT count(*) ${COMMUNICATIONS} AND f.occurred_at >= ${since(filter.contactsDays ?? USUAL_DAYS)})`;
    if (contactsMin !== undefined) to.and(`${counted} >= ${to.value(contactsMin)}::int`);
    if (contactsMax !== undefined) to.and(`${counted} <= ${to.value(contactsMax)}::int`);
  }
  if (reached) to.and(`${reached === 'never' ? 'NOT ' : ''}EXISTS (SELECT ${COMMUNICATIONS} AND f.disposition_id = ANY(ARRAY(SELECT id FROM dispositions WHERE kind = 'reached')))`);
}

/** Adds that the customers called `c` stand on a list (or in a sample) that the actor may use; one that is not theirs is empty. */
export function addMembership(to: Conditions, segmentId: string, { personId, teamId }: Actor): void {
  const [id, person, team] = [to.value(segmentId), to.value(personId), to.value(teamId)];
  to.and(`c.id IN (SELECT m.customer_id FROM segment_customers m JOIN segments s ON s.id = m.segment_id JOIN people o ON o.id = s.owner_id
    WHERE m.segment_id = ${id}::uuid AND (s.owner_id = ${person}::uuid OR s.sharing = 'everyone' OR (s.sharing = 'team' AND o.team_id = ${team}::uuid)))`);
}
