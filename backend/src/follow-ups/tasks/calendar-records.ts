import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { gone, invalid, localDateOf, stale } from '../../kernel/index.ts';
import { type Actor, seesPerson } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { NamedStatement } from '../../platform/database/named.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids.ts';
import { type PresentRecord, checkCustomer, recordToChange } from '../records.ts';
import type { When } from './when.rules.ts';

/** Kinds that stand in a calendar. */
export type CalendarKind = 'task' | 'schedule';

interface Content {
  ownerId: string;
  occurredAt: Date;
  occurredOn: string;
  endsAt: Date | null;
  isAllDay: boolean;
  subject: string;
  text: string;
  place: string | null;
}

const add = new NamedStatement<Content & { id: string; kind: CalendarKind; customerId: string | null; personId: string; now: Date }>(
  'calendar_record_added',
  `INSERT INTO follow_ups (id, kind, customer_id, author_id, owner_id, occurred_at, occurred_on, ends_at, is_all_day, logged_at, subject, text, place)
   VALUES (:id, :kind, :customerId, :personId, :ownerId, :occurredAt, :occurredOn, :endsAt, :isAllDay, :now, :subject, :text, :place)`,
);
const change = new NamedStatement<Content & { id: string; version: number }>(
  'calendar_record_changed',
  `UPDATE follow_ups SET owner_id = :ownerId, occurred_at = :occurredAt, occurred_on = :occurredOn, ends_at = :endsAt, is_all_day = :isAllDay, subject = :subject, text = :text, place = :place,
     version = version + 1
   WHERE id = :id AND version = :version AND withdrawn_at IS NULL RETURNING id`,
);
const complete = statement('task_completed', 'UPDATE follow_ups SET done_at = $2, version = version + 1 WHERE id = $1 AND withdrawn_at IS NULL AND (done_at IS NULL) <> ($2::timestamptz IS NULL)');
const withdraw = statement('calendar_record_withdrawn', 'UPDATE follow_ups SET withdrawn_at = $2, version = version + 1 WHERE id = $1 AND withdrawn_at IS NULL');
const zoneOfActive = statement('zone_of_an_active_person', `SELECT time_zone AS zone FROM people WHERE id = $1 AND state = 'active'`);

/** What a new task or event says. */
export interface NewRecord {
  readonly kind: CalendarKind;
  readonly customerId: string | null;
  readonly ownerId: string;
  readonly subject: string;
  readonly text: string;
  readonly place: string | null;
}

/** What tasks and events have in common: they stand in somebody's calendar, and are changed by version. */
@Injectable()
export class CalendarRecords {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The zone of the person in whose calendar it is to stand; `unknown_person` when the actor may not see that calendar. */
  async zoneOf(tx: EntityManager, actor: Actor, ownerId: string): Promise<string> {
    if (ownerId === actor.personId) return actor.timeZone;
    const [owner] = seesPerson(actor, ownerId) ? await rows<{ zone: string }>(tx, zoneOfActive, [ownerId]) : [];
    if (!owner) throw invalid('ownerId', 'unknown_person');
    return owner.zone;
  }

  /** Adds one; the customer, if any, is in the actor's scope. */
  async add(tx: EntityManager, actor: Actor, record: NewRecord, when: When): Promise<{ id: string }> {
    await checkCustomer(tx, actor, record.customerId);
    const id = newId();
    await add.rows(tx, { ...record, ...when, id, occurredOn: localDateOf(when.occurredAt, actor.organisation.timeZone), personId: actor.personId, now: this.clock.now() });
    await this.audit.record(tx, actor, `${record.kind}.added`, id);
    return { id };
  }

  /** Locks one to change it; 410 `withdrawn` when it was taken back. */
  async open(tx: EntityManager, actor: Actor, id: string, kind: CalendarKind, version?: number): Promise<PresentRecord> {
    const record = await recordToChange(tx, actor, id, [kind], version);
    if (record.withdrawnAt) throw gone('withdrawn');
    return record;
  }

  /** Writes what changed. */
  async change(tx: EntityManager, actor: Actor, before: PresentRecord, after: { ownerId: string; subject: string; text: string; place: string | null }, when: When): Promise<void> {
    const occurredOn = localDateOf(when.occurredAt, actor.organisation.timeZone);
    const changed = await change.rows(tx, { ...after, ...when, occurredOn, id: before.id, version: before.version });
    if (changed.length === 0) throw stale();
    await this.audit.record(tx, actor, `${before.kind}.changed`, before.id);
  }

  /** Marks a task as done, or as not done; doing it twice changes nothing. */
  async complete(tx: EntityManager, actor: Actor, id: string, isDone: boolean): Promise<void> {
    await this.open(tx, actor, id, 'task');
    await rows(tx, complete, [id, isDone ? this.clock.now() : null]);
    await this.audit.record(tx, actor, isDone ? 'task.completed' : 'task.reopened', id);
  }

  /** Takes one back; it stays in the database and is shown nowhere. */
  async withdraw(tx: EntityManager, actor: Actor, id: string, kind: CalendarKind): Promise<void> {
    const record = await recordToChange(tx, actor, id, [kind]);
    if (record.withdrawnAt) return;
    await rows(tx, withdraw, [id, this.clock.now()]);
    await this.audit.record(tx, actor, `${kind}.withdrawn`, id);
  }
}
