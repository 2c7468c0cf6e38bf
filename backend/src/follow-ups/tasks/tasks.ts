import { Injectable } from '@nestjs/common';
import type { Actor } from '../../people/index.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { CalendarRecords } from './calendar-records.ts';
import type { ChangeTask, WriteTask } from './tasks.dto.ts';
import { inZone, taskTime } from './when.rules.ts';

/** Things to do, with or without a customer. */
@Injectable()
export class Tasks {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: CalendarRecords,
  ) {}

  /** Adds a task. */
  add(actor: Actor, given: WriteTask): Promise<{ id: string }> {
    return this.transactions.run(actor, async (tx) => {
      const ownerId = given.ownerId ?? actor.personId;
      const when = taskTime(given, await this.records.zoneOf(tx, actor, ownerId));
      return this.records.add(tx, actor, { kind: 'task', customerId: given.customerId ?? null, ownerId, subject: given.subject, text: given.text ?? '', place: null }, when);
    });
  }

  /** Changes what is given. */
  change(actor: Actor, id: string, version: number, { subject, text, ownerId, ...time }: ChangeTask): Promise<void> {
    return this.transactions.run(actor, async (tx) => {
      const before = await this.records.open(tx, actor, id, 'task', version);
      const zone = ownerId ? await this.records.zoneOf(tx, actor, ownerId) : before.ownerZone;
      const isMoved = Boolean(time.dueOn ?? time.dueAt);
      const when = isMoved ? taskTime(time, zone) : inZone(before, before.ownerZone, zone);
      await this.records.change(tx, actor, before, { ownerId: ownerId ?? before.ownerId, subject: subject ?? before.subject, text: text ?? before.text, place: null }, when);
    });
  }

  /** Marks it as done or not done. */
  complete(actor: Actor, id: string, isDone: boolean): Promise<void> {
    return this.transactions.run(actor, (tx) => this.records.complete(tx, actor, id, isDone));
  }

  /** Takes it back. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(actor, (tx) => this.records.withdraw(tx, actor, id, 'task'));
  }
}
