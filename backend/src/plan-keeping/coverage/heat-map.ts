import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { type LocalDate, type WorkingCalendar, addDays, daysBetween, invalid, isWorkingDay, localDateOf, rangeOfDays, startOfIsoWeek, workingDaysOfWeeks } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { mustSeePlan } from '../../plans/index.ts';
import type { CoverageCellView, HeatMapQuery, HeatMapView, Unit } from './coverage.dto.ts';
import { cellsOfPeople, cellsOfPlan, contactsPerDay, peopleOf } from './coverage.statements.ts';

const MOST_DAYS: Readonly<Record<Unit, number>> = { week: 371, day: 31 };
const WEEK = 7;

interface Cell extends Record<string, unknown> {
  readonly ownerId: string;
  readonly column: LocalDate;
  readonly planned: number;
  readonly kept: number;
  readonly missed: number;
  readonly open: number;
}

interface Known {
  readonly id: string;
  readonly isActive: boolean;
}

/** The heat map of planned contacts: who has how many in which week or on which day, against what fits. */
@Injectable()
export class HeatMap {
  constructor(
    private readonly source: DataSource,
    private readonly calendars: WorkingCalendars,
    private readonly clock: Clock,
  ) {}

  /** Of a plan, or of everything that the actor's people have planned; whole weeks. 422 `period_too_long`. */
  async of(actor: Actor, given: HeatMapQuery): Promise<HeatMapView> {
    const { unit = 'week', planId } = given;
    const period = periodOf(given, unit);
    if (planId) await mustSeePlan(this.source.manager, actor, planId);
    const { people, own, all } = planId ? await this.ofPlan(actor, planId, given, unit, period) : await this.ofPeople(actor, given, unit, period);
    const calendars = await this.calendars.forPeople(this.source, people.map(({ id }) => id));
    const [settings] = await rows<{ perDay: number }>(this.source, contactsPerDay);
    const perDay = settings?.perDay ?? 1;
    const columns = rangeOfDays(period.from, period.until).filter((day) => unit === 'day' || startOfIsoWeek(day) === day);
    const views = people.map(({ id, isActive }) => {
      const days = workedDays(columns, unit, isActive ? calendars.get(id) : undefined);
      return { personId: id, isActive, cells: columns.map((column, i) => cellOf({ own: own.get(key(id, column)), all: all?.get(key(id, column)), capacity: (days[i] ?? 0) * perDay })) };
    });
    const sums = new Map(views.map(({ personId, cells }) => [personId, cells.reduce((sum, { planned }) => sum + planned, 0)]));
    const shown = views.filter(({ personId, isActive }) => isActive || sums.get(personId));
    return { unit, columns, contactsPerDay: perDay, asOf: localDateOf(this.clock.now(), actor.organisation.timeZone), people: shown.sort((a, b) => (sums.get(b.personId) ?? 0) - (sums.get(a.personId) ?? 0)) };
  }

  private async ofPeople(actor: Actor, { teamId, ownerId }: HeatMapQuery, unit: Unit, { from, until }: Period): Promise<Found> {
    const people = await rows<Known & Record<string, unknown>>(this.source, peopleOf, [actor.sees.all, [...actor.sees.ownerIds, actor.personId], teamId ?? null, ownerId ?? null]);
    const { text, values } = cellsOfPeople(actor);
    return { people, own: byKey(await rows<Cell>(this.source, text, [people.map(({ id }) => id), from, until, unit, ...values])), all: null };
  }

  private async ofPlan(actor: Actor, planId: string, { teamId, ownerId }: HeatMapQuery, unit: Unit, { from, until }: Period): Promise<Found> {
    const [plan, everything] = [cellsOfPlan(actor), cellsOfPeople(actor)];
    const own = await rows<Cell & { isActive: boolean }>(this.source, plan.text, [planId, from, until, unit, teamId ?? null, ownerId ?? null, ...plan.values]);
    const people = [...new Map(own.map((cell) => [cell.ownerId, { id: cell.ownerId, isActive: cell.isActive }])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    return { people, own: byKey(own), all: byKey(await rows<Cell>(this.source, everything.text, [people.map(({ id }) => id), from, until, unit, ...everything.values])) };
  }
}

interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

interface Found {
  readonly people: readonly Known[];
  readonly own: ReadonlyMap<string, Cell>;
  /** Everything that stands in the columns, the plan's included; null where that is what is asked. */
  readonly all: ReadonlyMap<string, Cell> | null;
}

function periodOf({ from, until }: Period, unit: Unit): Period {
  if (until <= from) throw invalid('until', 'ends_before_it_starts');
  if (daysBetween(from, until) > MOST_DAYS[unit]) throw invalid('until', 'period_too_long', { days: MOST_DAYS[unit] });
  return unit === 'day' ? { from, until } : { from: startOfIsoWeek(from), until: addDays(startOfIsoWeek(addDays(until, -1)), WEEK) };
}

const key = (ownerId: string, column: LocalDate): string => `${ownerId} ${column}`;
const byKey = (cells: readonly Cell[]): Map<string, Cell> => new Map(cells.map((cell) => [key(cell.ownerId, cell.column), cell]));

const cellOf = ({ own, all, capacity }: { own: Cell | undefined; all: Cell | undefined; capacity: number }): CoverageCellView =>
  ({ planned: own?.planned ?? 0, kept: own?.kept ?? 0, missed: own?.missed ?? 0, open: own?.open ?? 0, other: Math.max(0, (all?.planned ?? 0) - (own?.planned ?? 0)), capacity });

/** Days that somebody works in each column; none for who works here no more. */
function workedDays(columns: readonly LocalDate[], unit: Unit, calendar: WorkingCalendar | undefined): number[] {
  if (!calendar) return [];
  return unit === 'week' ? workingDaysOfWeeks(columns, calendar) : columns.map((day) => Number(isWorkingDay(day, calendar)));
}
