import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { type LocalDate, type WorkingCalendar, localDateOf } from '../../kernel/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { type Plan, PlanItem, type SettledDay, SettledDays } from '../../plans/index.ts';
import { spread } from './spread.rules.ts';

/** A touchpoint that a plan comes to. */
export interface PlannedContact {
  readonly itemId: string;
  readonly customerId: string;
  /** Which due day of the item, from 1. */
  readonly occurrence: number;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
  readonly windowFrom: LocalDate;
  readonly windowUntil: LocalDate;
}

/** Why contacts of a plan are not made: the customer is archived, does not want to hear on the channel, nobody responsible may work it, or the window is over already. */
export const OBSTACLES = ['archived', 'do_not_contact', 'nobody', 'window_over'] as const;
/** One of those. */
export type Obstacle = (typeof OBSTACLES)[number];

/** All that a plan comes to, customer by customer, and how many contacts are left out by reason. */
export interface Planned {
  readonly contacts: readonly PlannedContact[];
  readonly skipped: Partial<Record<Obstacle, number>>;
  /** Whose contacts are left out, by item and customer (`keyOf`). */
  readonly obstacles: ReadonlyMap<string, Obstacle>;
}

/** An item and a customer as one text. */
export const keyOf = (itemId: string, customerId: string): string => `${itemId} ${customerId}`;

interface Member {
  customerId: string;
  ownerId: string | null;
  obstacle: 'archived' | 'do_not_contact' | 'nobody' | null;
}

// Who makes the contact: the item's person, else the customer's owner, else whoever answers for the plan; always somebody who works here and sees the customer.
const membersOf = statement(
  'plan_members_to_contact',
  `SELECT c.id AS "customerId", k.id AS "ownerId", CASE WHEN c.archived_at IS NOT NULL THEN 'archived' WHEN $2::uuid = ANY(c.do_not_contact) THEN 'do_not_contact' WHEN k.id IS NULL THEN 'nobody' END AS obstacle
   FROM plan_audience m JOIN customers c ON c.id = m.customer_id LEFT JOIN LATERAL (
     SELECT p.id FROM (VALUES (1, $3::uuid), (2, c.owner_id), (3, $4::uuid)) w(rank, id) JOIN people p ON p.id = w.id AND p.state = 'active' JOIN person_scopes s ON s.person_id = p.id
     WHERE s.sees_all OR c.owner_id = ANY(s.owner_ids) OR c.team_id = ANY(s.team_ids) ORDER BY w.rank LIMIT 1
   ) k ON true WHERE m.plan_item_id = $1 AND m.left_at IS NULL ORDER BY c.id`,
);

/** Works out which touchpoints a plan comes to; the same plan, audience and calendars give the same ones however often it is asked. */
@Injectable()
export class PlannedContacts {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly days: SettledDays,
  ) {}

  /** Those of a plan as of an instant, before which no window is used. */
  async of(tx: EntityManager, plan: Plan, at: Date): Promise<Planned> {
    const [contacts, skipped, obstacles] = [[] as PlannedContact[], {} as Partial<Record<Obstacle, number>>, new Map<string, Obstacle>()];
    const items = await tx.find(PlanItem, { where: { planId: plan.id }, order: { position: 'ASC', id: 'ASC' } });
    const days = await this.days.of(tx, { plan, items });
    for (const item of items) {
      const occurrences = days.get(item.id) ?? [];
      const members = await rows<Member & Record<string, unknown>>(tx, membersOf, [item.id, item.channelId, item.responsibleId, plan.responsibleId]);
      for (const { obstacle, customerId } of members) {
        if (obstacle === null) continue;
        add(skipped, obstacle, occurrences.length);
        obstacles.set(keyOf(item.id, customerId), obstacle);
      }
      const found = await this.ofItem(tx, item.id, members, occurrences, at);
      for (const contact of found) contacts.push(contact);
      add(skipped, 'window_over', members.filter(({ obstacle }) => obstacle === null).length * occurrences.length - found.length);
    }
    return { contacts: contacts.sort((a, b) => (a.customerId < b.customerId ? -1 : a.customerId > b.customerId ? 1 : 0)), skipped, obstacles };
  }

  private async ofItem(tx: EntityManager, itemId: string, members: readonly Member[], occurrences: readonly SettledDay[], at: Date): Promise<PlannedContact[]> {
    const byOwner = new Map<string, string[]>();
    for (const { ownerId, customerId, obstacle } of members) {
      if (obstacle !== null || ownerId === null) continue;
      const mine = byOwner.get(ownerId);
      if (mine) mine.push(customerId);
      else byOwner.set(ownerId, [customerId]);
    }
    const calendars = await this.calendars.forPeople(tx, [...byOwner.keys()]);
    return [...byOwner].flatMap(([ownerId, customerIds]) => {
      const calendar = calendars.get(ownerId);
      return calendar ? contactsOf({ itemId, ownerId, customerIds }, occurrences, at, calendar) : [];
    });
  }
}

function contactsOf({ itemId, ownerId, customerIds }: { itemId: string; ownerId: string; customerIds: readonly string[] }, occurrences: readonly SettledDay[], at: Date, calendar: WorkingCalendar): PlannedContact[] {
  const today = localDateOf(at, calendar.timeZone);
  return occurrences.flatMap((slot) =>
    spread(customerIds.length, slot, today, calendar).map((dueOn, i) => ({
      itemId, customerId: customerIds[i] as string, occurrence: slot.number, ownerId, dueOn, windowFrom: slot.windowFrom, windowUntil: slot.windowTo,
    })),
  );
}

function add(counts: Partial<Record<Obstacle, number>>, reason: Obstacle, count: number): void {
  if (count > 0) counts[reason] = (counts[reason] ?? 0) + count;
}
