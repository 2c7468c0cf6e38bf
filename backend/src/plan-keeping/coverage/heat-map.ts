import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { type LocalDate, type WorkingCalendar, addDays, daysBetween, invalid, isWorkingDay, localDateOf, rangeOfDays, startOfIsoWeek, workingDaysOfWeeks } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { freshRows, rows } from '../../platform/database/statements.ts';
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
  /** Those of these people in the column that are not asked for: what else they have to do beside a plan. */
  readonly other: number;
}

type CellCounts = Omit<CoverageCellView, 'capacity'>;

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
    const { people, cells: found } = planId ? await this.ofPlan(actor, planId, given, unit, period) : await this.ofPeople(actor, given, unit, period);
    const calendars = await this.calendars.forPeople(this.source, people.map(({ id }) => id));
    const [settings] = await rows<{ perDay: number }>(this.source, contactsPerDay);
    const perDay = settings?.perDay ?? 1;
    const columns = rangeOfDays(period.from, period.until).filter((day) => unit === 'day' || startOfIsoWeek(day) === day);
    const views = people.map(({ id, isActive }) => {
      const days = workedDays(columns, unit, isActive ? calendars.get(id) : undefined);
      return { personId: id, isActive, cells: columns.map((column, i) => ({ ...(found.get(key(id, column)) ?? NOTHING), capacity: (days[i] ?? 0) * perDay })) };
    });
    const sums = new Map(views.map(({ personId, cells }) => [personId, cells.reduce((sum, { planned }) => sum + planned, 0)]));
    const shown = views.filter(({ personId, isActive }) => isActive || sums.get(personId));
    return { unit, columns, contactsPerDay: perDay, asOf: localDateOf(this.clock.now(), actor.organisation.timeZone), people: shown.sort((a, b) => (sums.get(b.personId) ?? 0) - (sums.get(a.personId) ?? 0)) };
  }

  private async ofPeople(actor: Actor, { teamId, ownerId }: HeatMapQuery, unit: Unit, { from, until }: Period): Promise<Found> {
    const people = await rows<Known & Record<string, unknown>>(this.source, peopleOf, [actor.sees.all, [...actor.sees.ownerIds, actor.personId], teamId ?? null, ownerId ?? null]);
    const { text, values } = cellsOfPeople(actor);
    return { people, cells: byKey(await freshRows<Cell>(this.source, text, [people.map(({ id }) => id), from, until, unit, ...values])) };
  }

  private async ofPlan(actor: Actor, planId: string, { teamId, ownerId }: HeatMapQuery, unit: Unit, { from, until }: Period): Promise<Found> {
    const { text, values } = cellsOfPlan(actor);
    const cells = await freshRows<Cell & { isActive: boolean }>(this.source, text, [planId, from, until, unit, teamId ?? null, ownerId ?? null, ...values]);
    const people = new Map(cells.filter(({ planned }) => planned > 0).map(({ ownerId: id, isActive }) => [id, { id, isActive }]));
    return { people: [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), cells: byKey(cells) };
  }
}

interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

interface Found {
  readonly people: readonly Known[];
  readonly cells: ReadonlyMap<string, CellCounts>;
}

function periodOf({ from, until }: Period, unit: Unit): Period {
  if (until <= from) throw invalid('until', 'ends_before_it_starts');
  if (daysBetween(from, until) > MOST_DAYS[unit]) throw invalid('until', 'period_too_long', { days: MOST_DAYS[unit] });
  return unit === 'day' ? { from, until } : { from: startOfIsoWeek(from), until: addDays(startOfIsoWeek(addDays(until, -1)), WEEK) };
}

const key = (ownerId: string, column: LocalDate): string => `${ownerId} ${column}`;
const NOTHING: CellCounts = { planned: 0, kept: 0, missed: 0, open: 0, other: 0 };

const byKey = (cells: readonly Cell[]): Map<string, CellCounts> => new Map(cells.map(({ ownerId, column, planned, kept, missed, open, other }) => [key(ownerId, column), { planned, kept, missed, open, other }]));

/** Days that somebody works in each column; none for who works here no more. */
function workedDays(columns: readonly LocalDate[], unit: Unit, calendar: WorkingCalendar | undefined): number[] {
  if (!calendar) return [];
  return unit === 'week' ? workingDaysOfWeeks(columns, calendar) : columns.map((day) => Number(isWorkingDay(day, calendar)));
}
