import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { CustomerList } from '../../customers/index.ts';
import { type LocalDate, type WorkingCalendar, addDays, isWorkingDay, rangeOfDays, startOfIsoWeek } from '../../kernel/index.ts';
import { type Actor, Organisation } from '../../people/index.ts';
import { Audiences } from '../audience/audiences.ts';
import { PlanItem } from '../plan-item.entity.ts';
import type { Plan } from '../plan.entity.ts';
import { type Occurrence, occurrencesOf } from '../recurrence/occurrences.ts';
import { mustSeePlan, plansSeen } from '../visible-plans.ts';
import type { FeasibilityView, PersonLoadView, PlanConflictView, PressuredCustomerView } from './feasibility.dto.ts';
import { type Batch, remembered } from './load.rules.ts';
import { type OtherContact, type OtherItem, openContacts, otherItems } from './loads.ts';
import { loadOf, mondaysOf } from './person-load.rules.ts';
import { MOST_CONTACTS, PRESSURE_DAYS, type Pressure, pressureOf, pressureUntil } from './pressure.rules.ts';

const PRESSURED_SHOWN = 20;

/** An item's contacts with one customer: by whom, on which days. The customers of an item share its occurrences. */
interface Wanted {
  readonly customerId: string;
  readonly personId: string;
  readonly occurrences: readonly Occurrence[];
}

/** Whether a plan can be done: what it asks of people week by week, where it meets other plans, and which customers would hear from us too often. */
@Injectable()
export class Feasibility {
  constructor(
    private readonly source: DataSource,
    private readonly audiences: Audiences,
    private readonly calendars: WorkingCalendars,
    private readonly customers: CustomerList,
  ) {}

  /** Works it out from what is there now. */
  async of(actor: Actor, planId: string): Promise<FeasibilityView> {
    const tx = this.source.manager;
    const plan = await mustSeePlan(tx, actor, planId);
    const calendar = await this.calendars.forOrganisation(tx);
    const { wanted, names } = await this.wanted(tx, actor, plan, calendar);
    const people = [...new Set(wanted.map(({ personId }) => personId))];
    const period = [startOfIsoWeek(plan.fromOn), addDays(startOfIsoWeek(addDays(plan.untilOn, -1)), 7)] as const;
    const items = await otherItems(tx, planId, ...period, people, [...names.keys()]);
    const others = [...(await openContacts(tx, ...period, people, [...names.keys()])), ...contactsOf(items, calendar)];
    const { contactsPerDay } = await tx.findOneByOrFail(Organisation, { id: 1 });
    const loads = await this.loads(tx, wanted, others, period, contactsPerDay);
    const weeks = loads.flatMap((load) => load.weeks);
    const pressured = pressuredOf(wanted, others, names);
    return {
      touchpoints: wanted.reduce((sum, { occurrences }) => sum + occurrences.length, 0), customers: names.size, contactsPerDay, people: loads, overWeeks: weeks.filter(({ isOver }) => isOver).length, overWeeksLevelled: weeks.filter(({ isOverLevelled }) => isOverLevelled).length,
      conflicts: await this.conflicts(tx, actor, items, names), mostContacts: MOST_CONTACTS, pressureDays: PRESSURE_DAYS, pressuredCount: pressured.length, pressured: await this.seen(tx, actor, pressured),
    };
  }

  /** Every contact that the plan comes to; nobody's customers fall to whoever is responsible for the plan. */
  private async wanted(tx: EntityManager, actor: Actor, plan: Plan, calendar: WorkingCalendar): Promise<{ wanted: Wanted[]; names: Map<string, string> }> {
    const [wanted, names] = [[] as Wanted[], new Map<string, string>()];
    for (const item of await tx.find(PlanItem, { where: { planId: plan.id }, order: { position: 'ASC' } })) {
      const occurrences = occurrencesOf(item, { from: plan.fromOn, until: plan.untilOn }, calendar);
      const customers = await this.audiences.over<{ id: string; name: string; ownerId: string | null }>(tx, actor, plan, item, (where) => `SELECT c.id, c.name, c.owner_id AS "ownerId" FROM customers c WHERE ${where.sql}`);
      for (const { id: customerId, name, ownerId } of customers) {
        names.set(customerId, name);
        wanted.push({ customerId, personId: item.responsibleId ?? ownerId ?? plan.responsibleId, occurrences });
      }
    }
    return { wanted, names };
  }

  /** Other plans by how many of this plan's customers they are for; one that the actor does not see has no name. */
  private async conflicts(tx: EntityManager, actor: Actor, items: readonly OtherItem[], mine: ReadonlyMap<string, string>): Promise<PlanConflictView[]> {
    const shared = [...groupBy(items.filter(({ customerId }) => mine.has(customerId)), ({ planId }) => planId)];
    const seen = await plansSeen(tx, actor, shared.map(([id]) => id));
    const views = shared.map(([id, rows]) => ({ planId: seen.has(id) ? id : null, name: seen.has(id) ? (rows[0]?.planName ?? null) : null, customers: new Set(rows.map(({ customerId }) => customerId)).size }));
    return views.sort((a, b) => b.customers - a.customers);
  }

  /** The first of these customers that the actor sees: audiences are counted as the planner sees them, names are shown to whoever may read them. */
  private async seen(tx: EntityManager, actor: Actor, pressured: readonly PressuredCustomerView[]): Promise<PressuredCustomerView[]> {
    const ids = pressured.map(({ customerId }) => customerId);
    const found = await this.customers.over<{ id: string }>(tx, actor, {}, (where) => `SELECT c.id FROM customers c WHERE ${where.sql} AND c.id = ANY(${where.value(ids)}::uuid[])`);
    const visible = new Set(found.map(({ id }) => id));
    return pressured.filter(({ customerId }) => visible.has(customerId)).slice(0, PRESSURED_SHOWN);
  }

  private async loads(tx: EntityManager, wanted: readonly Wanted[], others: readonly OtherContact[], [from, until]: readonly [LocalDate, LocalDate], perDay: number): Promise<PersonLoadView[]> {
    const byPerson = groupBy(wanted, ({ personId }) => personId);
    const calendars = await this.calendars.forPeople(tx, [...byPerson.keys()]);
    const days = rangeOfDays(from, until);
    const mondays = mondaysOf([...new Set(wanted.map(({ occurrences }) => occurrences))].flat());
    const [byOwner, weekOf] = [groupBy(others, ({ ownerId }) => ownerId), remembered(startOfIsoWeek)];
    const loads = [...byPerson].map(([personId, mine]) => {
      const calendar = calendars.get(personId);
      const openDays = calendar ? days.filter((day) => isWorkingDay(day, calendar)) : [];
      const other = countsOf((byOwner.get(personId) ?? []).map(({ on }) => on));
      const { weeks, ...load } = loadOf(batchesOf(mine), openDays, other, perDay, mondays, weekOf);
      return { personId, ...load, weeks: [...weeks] };
    });
    return loads.sort((a, b) => b.total - a.total || (a.personId < b.personId ? -1 : 1));
  }
}

function groupBy<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function batchesOf(wanted: readonly Wanted[]): Batch[] {
  const batches = new Map<string, Batch>();
  for (const [occurrences, customers] of groupBy(wanted, (one) => one.occurrences))
    for (const occurrence of occurrences) {
      const key = `${occurrence.on} ${occurrence.windowFrom} ${occurrence.windowTo}`;
      batches.set(key, { ...occurrence, count: (batches.get(key)?.count ?? 0) + customers.length });
    }
  return [...batches.values()];
}

function countsOf(days: readonly LocalDate[]): Map<LocalDate, number> {
  const counts = new Map<LocalDate, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/** What other plans have in mind, contact by contact. */
function contactsOf(items: readonly OtherItem[], calendar: WorkingCalendar): OtherContact[] {
  const dueOn = new Map<string, LocalDate[]>();
  return items.flatMap((item) => {
    const key = `${item.startsOn} ${item.endsOn} ${item.recurrence} ${item.fromOn} ${item.untilOn}`;
    const days = dueOn.get(key) ?? occurrencesOf({ ...item, windowDays: 0 }, { from: item.fromOn, until: item.untilOn }, calendar).map(({ on }) => on);
    dueOn.set(key, days);
    return days.map((on) => ({ customerId: item.customerId, ownerId: item.responsibleId ?? item.ownerId ?? item.planResponsibleId, on }));
  });
}

function pressuredOf(wanted: readonly Wanted[], others: readonly OtherContact[], names: ReadonlyMap<string, string>): PressuredCustomerView[] {
  const [mine, besides] = [groupBy(wanted, ({ customerId }) => customerId), groupBy(others, ({ customerId }) => customerId)];
  const untilOf = remembered(pressureUntil);
  const worstOf = (days: readonly LocalDate[]): Pressure | null => pressureOf(days, MOST_CONTACTS, untilOf);
  // Most customers are in one item and hear from nobody else: they all have its worst days.
  const alone = new Map<readonly Occurrence[], Pressure | null>();
  for (const { occurrences } of wanted) if (!alone.has(occurrences)) alone.set(occurrences, worstOf(occurrences.map(({ on }) => on)));
  const found = [...names].flatMap(([customerId, name]) => {
    const [items, other] = [mine.get(customerId) ?? [], besides.get(customerId) ?? []];
    const [only] = items;
    const worst = only && items.length === 1 && other.length === 0 ? alone.get(only.occurrences) : worstOf([...items.flatMap(({ occurrences }) => occurrences), ...other].map(({ on }) => on));
    return worst ? [{ customerId, name, fromOn: worst.from, contacts: worst.contacts }] : [];
  });
  return found.sort((a, b) => b.contacts - a.contacts || (a.fromOn < b.fromOn ? -1 : 1));
}
