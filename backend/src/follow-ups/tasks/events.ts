import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { CalendarRecords } from './calendar-records.ts';
import type { ChangeEvent, WriteEvent } from './tasks.dto.ts';
import { eventTime, inZone } from './when.rules.ts';

/** Appointments that are no contact with a plan behind it: a meeting, a fair, a day off. */
@Injectable()
export class Events {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: CalendarRecords,
  ) {}

  /** Adds an event. */
  add(actor: Actor, given: WriteEvent): Promise<{ id: string }> {
    return this.transactions.run(actor, async (tx) => {
      const ownerId = given.ownerId ?? actor.personId;
      const when = eventTime(given, await this.records.zoneOf(tx, actor, ownerId));
      return this.records.add(tx, actor, { kind: 'schedule', customerId: given.customerId ?? null, ownerId, subject: given.subject, text: given.text ?? '', place: given.place || null }, when);
    });
  }

  /** Changes what is given. */
  change(actor: Actor, id: string, version: number, { subject, text, ownerId, place, ...time }: ChangeEvent): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.records.open(tx, actor, id, 'schedule', version);
      const zone = ownerId ? await this.records.zoneOf(tx, actor, ownerId) : before.ownerZone;
      const isMoved = Object.values(time).some((value) => value != null);
      const when = isMoved ? eventTime(time, zone) : inZone(before, before.ownerZone, zone);
      const after = { ownerId: ownerId ?? before.ownerId, subject: subject ?? before.subject, text: text ?? before.text, place: place === undefined ? before.place : place || null };
      await this.records.change(tx, actor, before, after, when);
    });
  }

  /** Takes it back. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, (tx) => this.records.withdraw(tx, actor, id, 'schedule'));
  }
}
