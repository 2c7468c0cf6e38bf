import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type KeptCalendar, WorkingCalendars, mayHandle } from '../../calendar/index.ts';
import { type LocalDate, type WorkingCalendar, addDays, invalid, isWorkingDay, localDateOf, rangeOfDays, startOfIsoWeek, tooLarge } from '../../kernel/index.ts';
import { type Actor, seesPerson } from '../../people/index.ts';
import { mustSeePlan } from '../../plans/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { type Due, isSameDue } from '../due.rules.ts';
import { takenOver } from '../rescheduling/dates.rules.ts';
import type { Obstacle, Reassign } from './reassign.dto.ts';
import { type Movable, type Place, type Taker, nearestOpenDay, rebalanced } from './rebalance.rules.ts';
import { type ChosenRow, chosen, contactsPerDay, openByDay, peopleToTakeOver } from './selection.ts';
import { fullness, noDayReason } from './staying.rules.ts';

const MOST = 5_000;
// Work that is late already is to be done in these days, whatever day it was due.
const LATE_DAYS = 7;

/** One touchpoint with its new owner and date. */
export interface Change {
  readonly row: ChosenRow;
  readonly toOwnerId: string;
  readonly to: Due;
}

/** One that stays as it is, and why. */
export interface Staying {
  readonly row: ChosenRow;
  readonly reason: Obstacle;
}

/** What a reassignment is going to do. */
export interface Intention {
  readonly total: number;
  readonly changes: readonly Change[];
  readonly staying: readonly Staying[];
  readonly perDay: number;
  /** Calendars of whoever gives or gets. */
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
}

interface Ground {
  readonly actor: Actor;
  readonly calendars: ReadonlyMap<string, WorkingCalendar>;
  readonly today: LocalDate;
}

/** Works out what a reassignment would do, for the preview and for doing it. */
@Injectable()
export class ReassignIntentions {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** The changes that these instructions come to now; 422 `unknown_person` for who can not take over, 413 `too_many_touchpoints`. */
  async of(on: EntityManager, actor: Actor, given: Reassign): Promise<Intention> {
    await this.check(on, actor, given);
    const { text, values } = chosen(actor);
    const found = await rows<ChosenRow & Record<string, unknown>>(on, text, [...selectionOf(given), given.toIds, MOST + 1, ...values]);
    if (found.length > MOST) throw tooLarge('too_many_touchpoints', { most: MOST });
    const kept = await this.calendars.keptByPeople(on, [...given.toIds, ...found.map(({ ownerId }) => ownerId)]);
    const calendars = new Map([...kept].map(([id, { calendar }]) => [id, calendar]));
    const [settings] = await rows<{ perDay: number }>(on, contactsPerDay);
    const perDay = settings?.perDay ?? 1;
    const today = this.todayOf(given.toIds, calendars);
    const { movables, obstacles } = sorted(found, { actor, calendars, today });
    const takers = await this.takers(on, given.toIds, found, movables, calendars);
    const places = given.way === 'assign' ? assigned(movables, takers) : rebalanced(movables, takers, perDay);
    const byId = new Map(movables.map((movable) => [movable.id, movable]));
    const changes = found.flatMap((row) => changeOf(row, byId.get(row.id), places.get(row.id), calendars, today));
    const isFull = given.way === 'rebalance' ? fullness(takers, places.values(), perDay) : () => false;
    const changing = new Set(changes.map(({ row }) => row.id));
    const reasonOf = (row: ChosenRow): Obstacle => obstacles.get(row.id) ?? whyPlaced(row, byId.get(row.id), { place: places.get(row.id), kept, isFull });
    const staying = found.filter(({ id }) => !changing.has(id)).map((row) => ({ row, reason: reasonOf(row) }));
    return { total: found.length, changes, staying, perDay, calendars };
  }

  private async check(on: EntityManager, actor: Actor, { way, toIds, touchpointIds, planId, ownerIds }: Reassign): Promise<void> {
    if (!touchpointIds && !planId && !ownerIds) throw invalid('touchpointIds', 'required');
    if (toIds.length === 0) throw invalid('toIds', 'required');
    if (way === 'assign' && toIds.length > 1) throw invalid('toIds', 'too_many', { max: 1 });
    if (planId) await mustSeePlan(on, actor, planId);
    const people = await rows<{ id: string; teamId: string | null }>(on, peopleToTakeOver, [toIds]);
    if (people.length < toIds.length || !people.every(({ id, teamId }) => seesPerson(actor, id) || (teamId !== null && teamId === actor.teamId))) throw invalid('toIds', 'unknown_person');
  }

  private todayOf(ids: readonly string[], calendars: ReadonlyMap<string, WorkingCalendar>): LocalDate {
    const now = this.clock.now();
    return ids.map((id) => localDateOf(now, calendars.get(id)?.timeZone ?? 'UTC')).sort().at(-1) ?? '';
  }

  private async takers(on: EntityManager, ids: readonly string[], found: readonly ChosenRow[], movables: readonly Movable[], calendars: ReadonlyMap<string, WorkingCalendar>): Promise<Taker[]> {
    const from = movables.map((movable) => movable.from).sort()[0];
    const until = movables.map((movable) => movable.until).sort().at(-1);
    if (!from || !until) return [];
    const days = rangeOfDays(from, addDays(until, 1));
    const open = await rows<{ ownerId: string; on: string; count: number }>(on, openByDay, [ids, from, addDays(until, 1)]);
    const loads = new Map(ids.map((id) => [id, new Map<LocalDate, number>()]));
    for (const row of open) loads.get(row.ownerId)?.set(row.on, row.count);
    // What is to be spread does not stand in its own way.
    const moving = new Set(movables.map(({ id }) => id));
    for (const { id, ownerId, dueOn } of found) if (moving.has(id)) { const load = loads.get(ownerId); const here = load?.get(dueOn); if (load && here) load.set(dueOn, here - 1); }
    return ids.map((id) => { const calendar = calendars.get(id); return { id, openDays: calendar ? days.filter((day) => isWorkingDay(day, calendar)) : [], load: loads.get(id) ?? new Map<LocalDate, number>() }; });
  }
}

/** The values of the parameters that choose touchpoints. */
export const selectionOf = ({ touchpointIds, planId, ownerIds, from, until, leftOut }: Reassign): unknown[] => [touchpointIds ?? null, planId ?? null, ownerIds ?? null, from ?? null, until ?? null, leftOut ?? []];

/** Tells two intentions apart. */
export const fingerprintOf = ({ changes }: Intention): string =>
  createHash('sha256').update(JSON.stringify(changes.map(({ row, toOwnerId, to }) => [row.id, row.version, toOwnerId, to.dueOn, to.dueAt?.getTime() ?? null]))).digest('base64url');

/** Open touchpoints of somebody by week before and after. */
export function weeksOf(counts: Iterable<readonly [LocalDate, number]>): Map<LocalDate, number> {
  const weeks = new Map<LocalDate, number>();
  for (const [day, count] of counts) weeks.set(startOfIsoWeek(day), (weeks.get(startOfIsoWeek(day)) ?? 0) + count);
  return weeks;
}

function sorted(found: readonly ChosenRow[], { actor, today }: Ground): { movables: Movable[]; obstacles: Map<string, Obstacle> } {
  const [movables, obstacles] = [[] as Movable[], new Map<string, Obstacle>()];
  for (const row of found) {
    const obstacle = obstacleOf(row, actor, today);
    if (obstacle) obstacles.set(row.id, obstacle);
    else movables.push({ id: row.id, ownerId: row.ownerId, eligible: row.eligible, ...daysOf(row, today) });
  }
  return { movables, obstacles };
}

interface Outcome {
  readonly place: Place | undefined;
  readonly kept: ReadonlyMap<string, KeptCalendar>;
  readonly isFull: (personId: string, day: LocalDate) => boolean;
}

/** Why one that might have gone stays: nobody has a day for it, or there is no better place than its own. */
function whyPlaced(row: ChosenRow, movable: Movable | undefined, { place, kept, isFull }: Outcome): Obstacle {
  if (movable && !place) return noDayReason(movable, isFixed(row), (id) => kept.get(id)?.absences ?? []);
  return place && isFull(place.ownerId, place.on) ? 'full' : 'in_place';
}

function obstacleOf({ ownerId, eligible, windowUntil }: ChosenRow, actor: Actor, today: LocalDate): Obstacle | null {
  if (!mayHandle(actor, ownerId)) return 'not_allowed';
  if (windowUntil !== null && windowUntil < today) return 'window_over';
  return eligible.length === 0 ? 'no_access' : null;
}

/** Where it may lie: in its window; a day or time that was agreed, or that has no window, stays; what is late is done in the days to come. */
function daysOf(row: ChosenRow, today: LocalDate): Pick<Movable, 'from' | 'until' | 'near'> {
  if (isLate(row, today)) return { from: today, until: addDays(today, LATE_DAYS), near: today };
  if (isFixed(row)) return { from: row.dueOn, until: row.dueOn, near: row.dueOn };
  const near = row.dueOn < today ? today : row.dueOn;
  const [from, until] = [later(row.windowFrom ?? near, today), row.windowUntil ?? near];
  return { from, until, near: near < from ? from : near > until ? until : near };
}

const isFixed = ({ isPromised, dueAt, windowUntil }: ChosenRow): boolean => isPromised || dueAt !== null || windowUntil === null;
const isLate = (row: ChosenRow, today: LocalDate): boolean => isFixed(row) && row.dueOn < today;

function assigned(movables: readonly Movable[], takers: readonly Taker[]): Map<string, Place> {
  const [taker] = takers;
  return new Map(movables.flatMap((movable) => { const on = taker && nearestOpenDay(movable, taker.openDays); return taker && on ? [[movable.id, { ownerId: taker.id, on }] as const] : []; }));
}

function changeOf(row: ChosenRow, movable: Movable | undefined, place: Place | undefined, calendars: ReadonlyMap<string, WorkingCalendar>, today: LocalDate): Change[] {
  const calendar = place && calendars.get(place.ownerId);
  if (!movable || !calendar) return [];
  const to = isLate(row, today) ? { dueOn: row.dueOn, dueAt: row.dueAt } : row.dueAt ? takenOver(row, { calendar, today }) : { dueOn: place.on, dueAt: null };
  return place.ownerId === row.ownerId && isSameDue(row, to) ? [] : [{ row, toOwnerId: place.ownerId, to }];
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
