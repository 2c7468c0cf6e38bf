import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import type { WorkingCalendar } from '../../kernel/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { PlanItem } from '../plan-item.entity.ts';
import type { Plan } from '../plan.entity.ts';
import { type Occurrence, occurrencesOf } from './occurrences.ts';
import { PlanOccurrence } from './plan-occurrence.entity.ts';
import { type NumberedDay, renumbered } from './renumbering.rules.ts';

/** The period and the items of a plan, as far as its due days come from them. */
export interface PlanTiming {
  readonly plan: Pick<Plan, 'fromOn' | 'untilOn'>;
  readonly items: readonly PlanItem[];
}

/** A due day of an item with the number that its touchpoints carry. */
export interface SettledDay extends Occurrence {
  readonly number: number;
}

const write = statement(
  'plan_occurrences_settled',
  `INSERT INTO plan_occurrences (plan_item_id, number, due_on, window_from, window_until, is_dropped)
   SELECT $1, r.number, r."on", r."windowFrom", r."windowTo", r."isDropped" FROM jsonb_to_recordset($2::jsonb) AS r(number int, "on" date, "windowFrom" date, "windowTo" date, "isDropped" boolean)
   ON CONFLICT (plan_item_id, number) DO UPDATE SET due_on = excluded.due_on, window_from = excluded.window_from, window_until = excluded.window_until, is_dropped = excluded.is_dropped`,
);

/** The due days of approved plans under numbers that stay: settled with the approval, settled anew when a running plan is changed. */
@Injectable()
export class SettledDays {
  constructor(private readonly calendars: WorkingCalendars) {}

  /** Settles the due days of all items; `former` is the plan before a change, whose untouched items keep what they have. */
  async settle(tx: EntityManager, now: PlanTiming, former?: PlanTiming): Promise<void> {
    const calendar = await this.calendars.forOrganisation(tx);
    const kept = await knownOf(tx, now.items);
    const hasPeriodMoved = former !== undefined && (former.plan.fromOn !== now.plan.fromOn || former.plan.untilOn !== now.plan.untilOn);
    for (const item of now.items) {
      const before = former?.items.find(({ id }) => id === item.id);
      const known = kept.get(item.id) ?? (before && former ? numbered(daysOf(before, former.plan, calendar)) : []);
      const isUntouched = before !== undefined && !hasPeriodMoved && isSameTiming(before, item);
      const days = isUntouched ? known : renumbered(known, daysOf(item, now.plan, calendar));
      await rows(tx, write, [item.id, JSON.stringify(days)]);
    }
  }

  /** The due days of each item at present; of a plan that was approved before they were settled, those that its rules come to. */
  async of(tx: EntityManager, { plan, items }: PlanTiming): Promise<ReadonlyMap<string, readonly SettledDay[]>> {
    const calendar = await this.calendars.forOrganisation(tx);
    const kept = await knownOf(tx, items);
    return new Map(items.map((item) => [item.id, (kept.get(item.id) ?? numbered(daysOf(item, plan, calendar))).filter(({ isDropped }) => !isDropped)]));
  }
}

async function knownOf(tx: EntityManager, items: readonly PlanItem[]): Promise<ReadonlyMap<string, NumberedDay[]>> {
  const known = new Map<string, NumberedDay[]>();
  const found = await tx.find(PlanOccurrence, { where: { planItemId: In(items.map(({ id }) => id)) }, order: { dueOn: 'ASC', number: 'ASC' } });
  for (const { planItemId, number, dueOn, windowFrom, windowUntil, isDropped } of found) {
    const day = { number, on: dueOn, windowFrom, windowTo: windowUntil, isDropped };
    const days = known.get(planItemId);
    if (days) days.push(day);
    else known.set(planItemId, [day]);
  }
  return known;
}

const daysOf = (item: PlanItem, { fromOn, untilOn }: PlanTiming['plan'], calendar: WorkingCalendar): Occurrence[] => occurrencesOf(item, { from: fromOn, until: untilOn }, calendar);

const numbered = (days: readonly Occurrence[]): NumberedDay[] => days.map((day, i) => ({ ...day, number: i + 1, isDropped: false }));

const isSameTiming = (one: PlanItem, other: PlanItem): boolean =>
  one.startsOn === other.startsOn && one.endsOn === other.endsOn && one.recurrence === other.recurrence && one.windowDays === other.windowDays;
