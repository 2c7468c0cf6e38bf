import { type LocalDate, daysBetween } from '../../kernel/index.ts';

/** A touchpoint that may go to somebody else: the first and the last day it may lie on, the day it had rather keep, and who may take it. */
export interface Movable {
  readonly id: string;
  readonly ownerId: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly near: LocalDate;
  readonly eligible: readonly string[];
}

/** Somebody who may take touchpoints: the days they work in the order of the calendar, and what else stands on those days. */
export interface Taker {
  readonly id: string;
  readonly openDays: readonly LocalDate[];
  readonly load: ReadonlyMap<LocalDate, number>;
}

/** Whose a touchpoint is now, and on which day. */
export interface Place {
  readonly ownerId: string;
  readonly on: LocalDate;
}

interface Option {
  readonly taker: Taker;
  readonly order: number;
  readonly days: readonly LocalDate[];
}

/**
 * Spreads touchpoints over people: each goes to whoever has least to do on the days of its window, on its own day where there is room, else on the emptiest.
 * Never outside of the window, never on a closed day of the new owner, and on a day that holds `perDay` or more only when nobody who may take it has room left.
 * The narrowest choose first; the same input gives the same answer. Touchpoints that nobody can take on any day are left out.
 */
export function rebalanced(movables: readonly Movable[], takers: readonly Taker[], perDay: number): Map<string, Place> {
  const loads = new Map(takers.map(({ id, load }) => [id, new Map(load)]));
  const todo = movables.map((movable) => ({ movable, options: optionsOf(movable, takers) })).filter(({ options }) => options.length > 0);
  todo.sort((a, b) => widthOf(a.options) - widthOf(b.options) || compare(a.movable.until, b.movable.until) || compare(a.movable.id, b.movable.id));
  const places = new Map<string, Place>();
  for (const { movable, options } of todo) places.set(movable.id, put(placeFor(movable, options, loads, perDay), loads));
  relieve(todo, places, loads, perDay);
  return places;
}

/** The open day of somebody that lies nearest to a day within a window, of two equally near the later; undefined where they work on none of it. */
export function nearestOpenDay({ from, until, near }: Pick<Movable, 'from' | 'until' | 'near'>, openDays: readonly LocalDate[]): LocalDate | undefined {
  return daysWithin(openDays, from, until).sort((a, b) => awayFrom(a, near) - awayFrom(b, near) || compare(b, a))[0];
}

type Loads = ReadonlyMap<string, Map<LocalDate, number>>;

function optionsOf({ eligible, from, until }: Movable, takers: readonly Taker[]): Option[] {
  return takers.map((taker, order) => ({ taker, order, days: eligible.includes(taker.id) ? daysWithin(taker.openDays, from, until) : [] })).filter(({ days }) => days.length > 0);
}

function placeFor({ ownerId, near }: Movable, options: readonly Option[], loads: Loads, perDay: number): Place {
  const at = (id: string, day: LocalDate): number => loads.get(id)?.get(day) ?? 0;
  const ranked = options.map(({ taker: { id }, order, days }) => ({ id, order, days, isFull: days.every((day) => at(id, day) >= perDay), share: days.reduce((sum, day) => sum + at(id, day), 0) / days.length }));
  ranked.sort((a, b) => Number(a.isFull) - Number(b.isFull) || a.share - b.share || Number(b.id === ownerId) - Number(a.id === ownerId) || a.order - b.order);
  const [{ id, days } = { id: '', days: [] as readonly LocalDate[] }] = ranked;
  if (days.includes(near) && at(id, near) < perDay) return { ownerId: id, on: near };
  const [on = near] = [...days].sort((a, b) => at(id, a) - at(id, b) || awayFrom(a, near) - awayFrom(b, near) || compare(a, b));
  return { ownerId: id, on };
}

/** Moves what stands on days that are too full to where room was left by a later one; each move lowers the excess by one, so it ends. */
function relieve(todo: readonly { movable: Movable; options: readonly Option[] }[], places: Map<string, Place>, loads: Loads, perDay: number): void {
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const { movable, options } of todo) {
      const place = places.get(movable.id);
      if (!place || (loads.get(place.ownerId)?.get(place.on) ?? 0) <= perDay) continue;
      const better = placeFor(movable, options, loads, perDay);
      if ((loads.get(better.ownerId)?.get(better.on) ?? 0) >= perDay) continue;
      add(loads, place, -1);
      places.set(movable.id, put(better, loads));
      isMoving = true;
    }
  }
}

function put(place: Place, loads: Loads): Place {
  add(loads, place, 1);
  return place;
}

function add(loads: Loads, { ownerId, on }: Place, count: number): void {
  const load = loads.get(ownerId);
  load?.set(on, (load.get(on) ?? 0) + count);
}

const daysWithin = (days: readonly LocalDate[], from: LocalDate, until: LocalDate): LocalDate[] => days.filter((day) => day >= from && day <= until);
const widthOf = (options: readonly Option[]): number => options.reduce((sum, { days }) => sum + days.length, 0);
const awayFrom = (day: LocalDate, near: LocalDate): number => Math.abs(daysBetween(near, day));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
