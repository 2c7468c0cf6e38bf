import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { CustomerList } from '../../customers/index.ts';
import { type LocalDate, type WorkingCalendar, addDays, localDateOf, rangeOfDays, startOfIsoWeek, workingDaysAmong } from '../../kernel/index.ts';
import { type Actor, Organisation } from '../../people/index.ts';
import { Clock } from '../../platform/clock.ts';
import { Audiences, isFrozenIn } from '../audience/audiences.ts';
import { PlanItem } from '../plan-item.entity.ts';
import type { Plan } from '../plan.entity.ts';
import { occurrencesOf } from '../recurrence/occurrences.ts';
import { mustSeePlan, plansSeen } from '../visible-plans.ts';
import type { FeasibilityView, PersonLoadView, PlanConflictView } from './feasibility.dto.ts';
import { type Batch, remembered } from './load.rules.ts';
import { type OtherItem, type PersonDays, openOfCustomers, openOfPeople, otherItems } from './loads.ts';
import { makerOf, makers } from './makers.ts';
import { loadOf, mondaysOf } from './person-load.rules.ts';
import { MOST_CONTACTS, PRESSURE_DAYS, type Pressure, type SharedDays, pressuredBy } from './pressure.rules.ts';
import { type Wanted, leftOutOf, toCome } from './wanted.rules.ts';

const PRESSURED_SHOWN = 20;

/** Customers of an audience with the same owner, team and say about the item's channel. */
interface AudiencePart extends Record<string, unknown> {
  ownerId: string | null;
  teamId: string | null;
  isUnwanted: boolean;
  ids: string;
}

/** An item of another plan with the days it falls on. */
interface Dated extends OtherItem {
  readonly days: readonly LocalDate[];
}

/** Whether a plan can be done: what it asks of people week by week, where it meets other plans, and which customers would hear from us too often. */
@Injectable()
export class Feasibility {
  constructor(
    private readonly source: DataSource,
    private readonly audiences: Audiences,
    private readonly calendars: WorkingCalendars,
    private readonly customers: CustomerList,
    private readonly clock: Clock,
  ) {}

  /** Works it out from what is there now. */
  async of(actor: Actor, planId: string): Promise<FeasibilityView> {
    const tx = this.source.manager;
    const plan = await mustSeePlan(tx, actor, planId);
    const calendar = await this.calendars.forOrganisation(tx);
    const wanted = await this.wanted(tx, actor, plan, calendar);
    const people = [...new Set(wanted.flatMap((item) => [...item.people.keys()]))];
    const customers = new Set(wanted.flatMap((item) => [...item.people.values()].flat()));
    const ids = [...customers];
    const period = [startOfIsoWeek(plan.fromOn), addDays(startOfIsoWeek(addDays(plan.untilOn, -1)), 7)] as const;
    const items = dated(await otherItems(tx, planId, ...period, people, ids), calendar);
    const { contactsPerDay } = await tx.findOneByOrFail(Organisation, { id: 1 });
    const loads = await this.loads(tx, wanted, otherLoads(await openOfPeople(tx, ...period, people), items), period, contactsPerDay);
    const weeks = loads.flatMap((load) => load.weeks);
    const pressured = await this.pressured(tx, actor, pressuredBy(sharesOf(wanted, items), await openOfCustomers(tx, ...period, ids)));
    return {
      touchpoints: loads.reduce((sum, { total }) => sum + total, 0), customers: customers.size, contactsPerDay, people: loads, overWeeks: weeks.filter(({ isOver }) => isOver).length, overWeeksLevelled: weeks.filter(({ isOverLevelled }) => isOverLevelled).length, leftOut: leftOutOf(wanted),
      conflicts: await this.conflicts(tx, actor, items), mostContacts: MOST_CONTACTS, pressureDays: PRESSURE_DAYS, ...pressured,
    };
  }

  /** Every contact that the plan comes to, as its approval would make them now. */
  private async wanted(tx: EntityManager, actor: Actor, plan: Plan, calendar: WorkingCalendar): Promise<Wanted[]> {
    const wanted: Wanted[] = [];
    const working = await makers(tx);
    const isAsked = !isFrozenIn(plan) && !plan.isTemplate;
    for (const item of await tx.find(PlanItem, { where: { planId: plan.id, removedAt: IsNull() }, order: { position: 'ASC' } })) {
      const found = await this.audiences.over<AudiencePart>(tx, actor, plan, item, (where) =>
        `SELECT c.owner_id AS "ownerId", c.team_id AS "teamId", coalesce(${where.value(item.channelId)}::uuid = ANY(c.do_not_contact), false) AS "isUnwanted", string_agg(c.id::text, ' ') AS ids FROM customers c WHERE ${where.sql} GROUP BY 1, 2, 3`);
      const all = occurrencesOf(item, { from: plan.fromOn, until: plan.untilOn }, calendar);
      const occurrences = isAsked ? toCome(all, localDateOf(this.clock.now(), calendar.timeZone)) : all;
      const people = new Map<string, string[]>();
      const leftOut = { do_not_contact: 0, nobody: 0, window_over: 0 };
      for (const part of found) {
        const personId = part.isUnwanted ? null : makerOf(working, [item.responsibleId, part.ownerId, plan.responsibleId], part);
        const ids = part.ids.split(' ');
        if (personId === null) leftOut[part.isUnwanted ? 'do_not_contact' : 'nobody'] += ids.length * all.length;
        else leftOut.window_over += ids.length * (all.length - occurrences.length);
        if (personId !== null && occurrences.length > 0) people.set(personId, [...(people.get(personId) ?? []), ...ids]);
      }
      wanted.push({ occurrences, people, leftOut });
    }
    return wanted;
  }

  /** Other plans by how many of this plan's customers they are for; one that the actor does not see has no name. */
  private async conflicts(tx: EntityManager, actor: Actor, items: readonly Dated[]): Promise<PlanConflictView[]> {
    const shared = new Map<string, { name: string; ids: Set<string> }>();
    for (const { planId, planName, customerIds } of items) {
      const one = shared.get(planId) ?? { name: planName, ids: new Set<string>() };
      shared.set(planId, one);
      for (const id of idsOf(customerIds)) one.ids.add(id);
    }
    const seen = await plansSeen(tx, actor, [...shared.keys()]);
    const views = [...shared].map(([id, { name, ids }]) => ({ planId: seen.has(id) ? id : null, name: seen.has(id) ? name : null, customers: ids.size }));
    return views.filter(({ customers }) => customers > 0).sort((a, b) => b.customers - a.customers);
  }

  /** Who would hear from us too often, the worst first: audiences are counted as the planner sees them, names are shown to whoever may read them. */
  private async pressured(tx: EntityManager, actor: Actor, worst: ReadonlyMap<string, Pressure>): Promise<Pick<FeasibilityView, 'pressured' | 'pressuredCount'>> {
    const ids = [...worst].sort(([a, one], [b, other]) => other.contacts - one.contacts || (one.from === other.from ? Number(a > b) - Number(a < b) : Number(one.from > other.from) - Number(one.from < other.from))).map(([id]) => id);
    const seen = await this.customers.over<{ id: string; name: string }>(tx, actor, {}, (where) =>
      `SELECT c.id, c.name FROM unnest(${where.value(ids)}::uuid[]) WITH ORDINALITY AS worst(id, at) JOIN customers c ON c.id = worst.id WHERE ${where.sql} ORDER BY worst.at LIMIT ${PRESSURED_SHOWN}`);
    return { pressuredCount: ids.length, pressured: seen.flatMap(({ id, name }) => { const one = worst.get(id); return one ? [{ customerId: id, name, fromOn: one.from, contacts: one.contacts }] : []; }) };
  }

  private async loads(tx: EntityManager, wanted: readonly Wanted[], others: ReadonlyMap<string, ReadonlyMap<LocalDate, number>>, [from, until]: readonly [LocalDate, LocalDate], perDay: number): Promise<PersonLoadView[]> {
    const people = [...new Set(wanted.flatMap((item) => [...item.people.keys()]))];
    const calendars = await this.calendars.forPeople(tx, people);
    const days = rangeOfDays(from, until);
    const mondays = mondaysOf(wanted.flatMap(({ occurrences }) => occurrences));
    const weekOf = remembered(startOfIsoWeek);
    const loads = people.map((personId) => {
      const calendar = calendars.get(personId);
      const openDays = calendar ? workingDaysAmong(days, calendar) : [];
      const { weeks, ...load } = loadOf(batchesOf(wanted, personId), openDays, others.get(personId) ?? new Map<LocalDate, number>(), perDay, mondays, weekOf);
      return { personId, ...load, weeks: [...weeks] };
    });
    return loads.sort((a, b) => b.total - a.total || (a.personId < b.personId ? -1 : 1));
  }
}

const idsOf = (text: string | null): string[] => text?.split(' ') ?? [];

function batchesOf(wanted: readonly Wanted[], personId: string): Batch[] {
  const batches = new Map<string, Batch>();
  for (const { occurrences, people } of wanted) {
    const customers = people.get(personId)?.length ?? 0;
    for (const occurrence of customers ? occurrences : []) {
      const key = `${occurrence.on} ${occurrence.windowFrom} ${occurrence.windowTo}`;
      batches.set(key, { ...occurrence, count: (batches.get(key)?.count ?? 0) + customers });
    }
  }
  return [...batches.values()];
}

/** Items of other plans with their days; items of one rhythm are worked out once. */
function dated(items: readonly OtherItem[], calendar: WorkingCalendar): Dated[] {
  const known = new Map<string, LocalDate[]>();
  return items.map((item) => {
    const key = `${item.startsOn} ${item.endsOn} ${item.recurrence} ${item.fromOn} ${item.untilOn}`;
    const days = known.get(key) ?? occurrencesOf({ ...item, windowDays: 0 }, { from: item.fromOn, until: item.untilOn }, calendar).map(({ on }) => on);
    known.set(key, days);
    return { ...item, days };
  });
}

/** What people have to do besides, by person and day. */
function otherLoads(open: readonly PersonDays[], items: readonly Dated[]): Map<string, Map<LocalDate, number>> {
  const loads = new Map(open.map(({ personId, contacts }) => [personId, new Map(Object.entries(contacts))]));
  for (const { people, days } of items) {
    for (const [personId, customers] of Object.entries(people ?? {})) {
      const load = loads.get(personId) ?? new Map<LocalDate, number>();
      loads.set(personId, load);
      for (const on of days) load.set(on, (load.get(on) ?? 0) + customers);
    }
  }
  return loads;
}

/** On which days customers hear from us by this plan and by others. */
const sharesOf = (wanted: readonly Wanted[], items: readonly Dated[]): SharedDays[] => [
  ...wanted.map(({ occurrences, people }) => ({ customerIds: [...people.values()].flat(), days: occurrences.map(({ on }) => on) })),
  ...items.map(({ customerIds, days }) => ({ customerIds: idsOf(customerIds), days })),
];
