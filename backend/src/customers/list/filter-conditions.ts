import { addDays, localDateOf, startOfDay } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import type { Conditions } from './conditions.ts';
import { addHistory, addMembership } from './history-conditions.ts';
import type { CustomerFilter, NextContact } from './list.dto.ts';

/** Adds what a filter asks of the customers called `c`, all but the search text, the custom fields, and what depends on working calendars; days are those of the actor. */
export function addFilter(to: Conditions, filter: CustomerFilter, actor: Actor, now: Date): void {
  const today = localDateOf(now, actor.timeZone);
  to.and(filter.archived === 'yes' ? 'c.archived_at IS NOT NULL' : 'c.archived_at IS NULL');
  if (filter.importId) to.and(`c.import_id = ${to.value(filter.importId)}::uuid`);
  if (filter.kind) to.and(`c.kind = ${to.value(filter.kind)}`);
  addReferences(to, filter);
  addTexts(to, filter);
  if (filter.silentDays !== undefined) {
    const before = startOfDay(addDays(today, 1 - filter.silentDays), actor.timeZone);
    to.and(`(c.last_effective_at IS NULL OR c.last_effective_at < ${to.value(before)})`);
  }
  if (filter.nextContact && filter.nextContact !== 'overdue') addNextContact(to, filter.nextContact, today);
  addPeriods(to, filter, actor.timeZone);
  addHistory(to, filter, actor, today);
  if (filter.segmentId) addMembership(to, filter.segmentId, actor);
}

function addReferences(to: Conditions, { stageIds, stageKinds, tierIds, ownerIds, teamIds }: CustomerFilter): void {
  if (stageIds) addIds(to, 'c.stage_id', stageIds);
  if (stageKinds) to.and(`c.stage_id = ANY(ARRAY(SELECT id FROM stages WHERE kind = ANY(${to.value(stageKinds)}::text[])))`);
  if (tierIds) addIds(to, 'c.tier_id', tierIds);
  if (ownerIds) addIds(to, 'c.owner_id', ownerIds);
  if (teamIds) addIds(to, 'c.team_id', teamIds);
}

function addIds(to: Conditions, column: string, given: readonly string[]): void {
  const ids = given.filter((id) => id !== 'none');
  const [only] = ids;
  const some = ids.length === 1 ? `${column} = ${to.value(only)}::uuid` : `${column} = ANY(${to.value(ids)}::uuid[])`;
  to.and(ids.length === given.length ? some : `(${column} IS NULL OR ${some})`);
}

function addTexts(to: Conditions, { sources, industries, regions, served, servedBy, tags }: CustomerFilter): void {
  if (sources) to.and(`c.source = ANY(${to.value(sources)}::text[])`);
  if (industries) to.and(`c.industry = ANY(${to.value(industries)}::text[])`);
  if (regions) to.and(`c.region = ANY(${to.value(regions)}::text[])`);
  if (served) to.and(served === 'yes' ? 'c.is_served' : 'NOT c.is_served');
  if (servedBy) to.and(`c.served_by = ANY(${to.value(servedBy)}::text[])`);
  if (tags) to.and(`c.tags && ${to.value(tags)}::varchar[]`);
}

function addNextContact(to: Conditions, next: Exclude<NextContact, 'overdue'>, today: string): void {
  const column = 'c.next_touchpoint_on';
  if (next === 'none') return to.and(`${column} IS NULL`);
  if (next === 'any') return to.and(`${column} IS NOT NULL`);
  if (next === 'today') return to.and(`${column} = ${to.value(today)}::date`);
  to.and(`${column} >= ${to.value(today)}::date AND ${column} < ${to.value(addDays(today, 7))}::date`);
}

function addPeriods(to: Conditions, { knownFrom, knownUntil, convertedFrom, convertedUntil }: CustomerFilter, timeZone: string): void {
  if (knownFrom) to.and(`c.known_since_on >= ${to.value(knownFrom)}::date`);
  if (knownUntil) to.and(`c.known_since_on < ${to.value(knownUntil)}::date`);
  if (convertedFrom) to.and(`c.converted_at >= ${to.value(startOfDay(convertedFrom, timeZone))}`);
  if (convertedUntil) to.and(`c.converted_at < ${to.value(startOfDay(convertedUntil, timeZone))}`);
}
