import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { conflict, daysBetween, forbidden, invalid, localDateOf, notFound, stale } from '../../kernel/index.ts';
import { type Actor, rightsOf, visibleCustomers } from '../../people/index.ts';
import { Audit, differences } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { type LockedCustomer, lockCustomer } from '../visible-rows.ts';
import { HAS_STOPPED } from './cadence-conditions.ts';
import { TERMS, checkedCadence } from './cadence-input.ts';
import { standingOf } from './cadence-state.rules.ts';
import type { CadenceTermsView, CustomerCadenceView, PauseCadence, WriteCadence } from './cadence.dto.ts';
import { Cadence } from './cadence.entity.ts';

interface Facts extends Pick<CustomerCadenceView, 'customerId' | 'target' | 'name' | 'terms' | 'lastEffectiveAt' | 'nextTouchpointOn' | 'nextStepReason' | 'pausedUntil' | 'pauseReason' | 'stoppedAt' | 'version'> {
  ownerId: string | null;
  isArchived: boolean;
  isOpen: boolean;
  isWon: boolean;
  anchorOn: string;
  isNoneSaid: boolean;
  stopped: 'attempts' | 'converted' | null;
}

const FACTS = `c.id AS "customerId", c.owner_id AS "ownerId", p.target, coalesce(p.name, '') AS name, json_build_object(${TERMS}) AS terms, iso(c.last_effective_at) AS "lastEffectiveAt",
  to_char(c.next_touchpoint_on, 'YYYY-MM-DD') AS "nextTouchpointOn", CASE c.next_step WHEN 'none' THEN c.next_step_reason END AS "nextStepReason",
  to_char(c.cadence_paused_until, 'YYYY-MM-DD') AS "pausedUntil", c.cadence_pause_reason AS "pauseReason", CASE WHEN ${HAS_STOPPED} THEN iso(c.cadence_stopped_at) END AS "stoppedAt",
  CASE WHEN ${HAS_STOPPED} THEN c.cadence_stop_reason END AS stopped, c.archived_at IS NOT NULL AS "isArchived", c.is_open AS "isOpen", s.kind = 'won' AS "isWon",
  to_char(c.cadence_anchor_on, 'YYYY-MM-DD') AS "anchorOn", coalesce(c.next_step = 'none', false) AS "isNoneSaid", c.version`;
const setOwn = statement('own_cadence_set', 'UPDATE customers SET cadence_id = $2, cadence_stopped_at = NULL, cadence_stop_reason = NULL, version = version + 1 WHERE id = $1');
const setPause = statement('cadence_pause_set', 'UPDATE customers SET cadence_paused_until = $2, cadence_pause_reason = $3, version = version + 1 WHERE id = $1');

/** One customer's cadence: how it stands and why, a cadence of its own, pauses. */
@Injectable()
export class CustomerCadences {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly calendars: WorkingCalendars,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** How the customer stands to its cadence, by the calendar of its owner; 404 out of scope. */
  read(actor: Actor, customerId: string): Promise<CustomerCadenceView> {
    return this.view(this.source, actor, customerId);
  }

  /** Gives the customer a cadence of its own, or changes it; 403 without the right to plan. */
  setOwn(actor: Actor, customerId: string, version: number, input: WriteCadence): Promise<CustomerCadenceView> {
    if (!mayChange(actor)) throw forbidden();
    return this.changing(actor, customerId, version, async (tx) => {
      const [before] = await tx.query<{ id: string | null }[]>('SELECT cadence_id AS id FROM customers WHERE id = $1', [customerId]);
      const earlier = before?.id ? await tx.findOneByOrFail(Cadence, { id: before.id }) : null;
      const terms = await checkedCadence(tx, input, earlier ?? undefined);
      // A new row, because the one before stays what it was: undo and the audit point to it.
      const id = newId();
      if (earlier) await tx.update(Cadence, { id: earlier.id }, { archivedAt: this.clock.now() });
      await tx.insert(Cadence, { id, target: 'customer', authorId: actor.personId, archivedAt: null, segmentId: null, ...terms });
      await rows(tx, setOwn, [customerId, id]);
      await this.audit.record(tx, actor, 'customer.cadence_set', customerId, differences(earlier ? termsOf(earlier) : {}, terms));
    });
  }

  /** Lets the customer follow the rule again; 409 `no_cadence_of_its_own` when it does. */
  dropOwn(actor: Actor, customerId: string, version: number): Promise<CustomerCadenceView> {
    if (!mayChange(actor)) throw forbidden();
    return this.changing(actor, customerId, version, async (tx) => {
      const [before] = await tx.query<{ id: string | null }[]>('SELECT cadence_id AS id FROM customers WHERE id = $1', [customerId]);
      if (!before?.id) throw conflict('no_cadence_of_its_own');
      await tx.update(Cadence, { id: before.id }, { archivedAt: this.clock.now() });
      await rows(tx, setOwn, [customerId, null]);
      await this.audit.record(tx, actor, 'customer.cadence_dropped', customerId, { ...termsOf(await tx.findOneByOrFail(Cadence, { id: before.id })) });
    });
  }

  /** Leaves the customer alone until a day, for a reason; for its owner and for whoever may plan. */
  pause(actor: Actor, customerId: string, version: number, { until, reason }: PauseCadence): Promise<CustomerCadenceView> {
    if (until <= localDateOf(this.clock.now(), actor.timeZone)) throw invalid('until', 'in_the_past');
    return this.pausing(actor, customerId, version, until, reason);
  }

  /** Ends a pause. */
  resume(actor: Actor, customerId: string, version: number): Promise<CustomerCadenceView> {
    return this.pausing(actor, customerId, version, null, null);
  }

  private pausing(actor: Actor, customerId: string, version: number, until: string | null, reason: string | null): Promise<CustomerCadenceView> {
    return this.changing(actor, customerId, version, async (tx, { ownerId }) => {
      if (!mayPause(actor, ownerId)) throw forbidden();
      await rows(tx, setPause, [customerId, until, reason]);
      await this.audit.record(tx, actor, until ? 'customer.cadence_paused' : 'customer.cadence_resumed', customerId, { until, reason });
    });
  }

  private changing(actor: Actor, customerId: string, version: number, work: (tx: EntityManager, locked: LockedCustomer) => Promise<void>): Promise<CustomerCadenceView> {
    return this.transactions.run(actor, async (tx) => {
      const locked = await lockCustomer(tx, actor, customerId);
      if (locked.version !== version) throw stale();
      if (locked.archivedAt !== null) throw conflict('customer_is_archived');
      await work(tx, locked);
      return this.view(tx, actor, customerId);
    });
  }

  private async view(on: DataSource | EntityManager, actor: Actor, customerId: string): Promise<CustomerCadenceView> {
    const visible = visibleCustomers(actor, 'c', 2);
    const read = statement('customer_cadence', `SELECT ${FACTS} FROM customers c JOIN paces p ON p.id = c.pace_id JOIN stages s ON s.id = c.stage_id WHERE c.id = $1 AND ${visible.sql}`);
    const [found] = await rows<Facts & Record<string, unknown>>(on, read, [customerId, ...visible.values]);
    if (!found) throw notFound();
    const { ownerId, isArchived, isOpen, isWon, anchorOn, isNoneSaid, stopped, ...shown } = found;
    const calendar = await this.calendars.forPerson(on, ownerId ?? actor.personId);
    const today = localDateOf(this.clock.now(), calendar.timeZone);
    const facts = { isArchived, isOpen, isWon, anchorOn, isNoneSaid, stopped, target: shown.target, pace: shown.terms, wasContacted: shown.lastEffectiveAt !== null, nextTouchpointOn: shown.nextTouchpointOn, pausedUntil: shown.pausedUntil };
    const { state, reason, days } = standingOf(facts, today, calendar);
    return {
      ...shown, state, reason, dueOn: days?.dueOn ?? null, overdueFrom: days?.overdueFrom ?? null, daysLate: days && days.dueOn < today ? daysBetween(days.dueOn, today) : 0,
      canPause: mayPause(actor, ownerId), canChange: mayChange(actor),
    };
  }
}

const termsOf = ({ id: _id, name: _name, target: _target, segmentId: _segment, authorId: _author, position: _position, archivedAt: _archived, version: _version, ...terms }: Cadence): CadenceTermsView => terms;

const mayChange = ({ roles }: Actor): boolean => rightsOf(roles).includes('plans.write');

const mayPause = (actor: Actor, ownerId: string | null): boolean => mayChange(actor) || (ownerId === actor.personId && rightsOf(actor.roles).includes('contacts.work'));
