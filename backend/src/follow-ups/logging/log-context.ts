import type { EntityManager } from 'typeorm';
import { type LocalDate, conflict, invalid, notFound } from '../../kernel/index.ts';
import { type Actor, visibleCustomers } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { ContactLimits } from '../../touchpoints/index.ts';
import type { DispositionKind } from '../disposition.entity.ts';
import type { LogContact } from './log-contact.dto.ts';
import type { ResponsePromise } from './respond-by.rules.ts';

/** An open touchpoint of the customer, as it stands before the contact is logged. */
export interface OpenTouchpoint {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerZone: string;
  readonly channelId: string | null;
  readonly purpose: string;
  readonly dueOn: LocalDate;
  readonly dueAt: string | null;
  readonly isPromised: boolean;
  readonly plannedOn: LocalDate;
  readonly timesMoved: number;
  readonly remindAt: string | null;
  readonly version: number;
  /** The window that its plan gave it; null for those of no plan. */
  readonly windowFrom: LocalDate | null;
  readonly windowUntil: LocalDate | null;
  /** True when it was counted as missed and only a late log can keep it. */
  readonly isMissed?: boolean;
}

/** Everything that logging a contact has to know, read in one go with the customer locked. */
export interface LogContext extends ContactLimits, ResponsePromise {
  readonly customerOwnerId: string | null;
  readonly dispositionKind: DispositionKind;
  /** Zone of who is to own the next touchpoint, null when there is no such person. */
  readonly ownerZone: string | null;
  readonly ownerSees: boolean | null;
  /** Which state of the working calendars this belongs to. */
  readonly calendarVersion: number;
  readonly open: readonly OpenTouchpoint[];
}

interface ContextRow extends Omit<LogContext, 'dispositionKind' | 'isTwoWay'> {
  isArchived: boolean;
  isContactPersonKnown: boolean;
  dispositionKind: DispositionKind | null;
  isTwoWay: boolean | null;
}

/** The open touchpoints of customer `c` as JSON; `zone` is the parameter with the zone in which the day of planning counts. */
export const openTouchpointsJson = (zone: string): string =>
  `coalesce((SELECT json_agg(json_build_object('id', t.id, 'ownerId', t.owner_id, 'ownerZone', w.time_zone, 'channelId', t.channel_id, 'purpose', t.purpose, 'dueOn', t.due_on, 'dueAt', iso(t.due_at),
     'isPromised', t.is_promised, 'plannedOn', (t.created_at AT TIME ZONE ${zone})::date, 'timesMoved', t.times_moved, 'remindAt', iso(t.remind_at), 'version', t.version, 'windowFrom', t.window_from, 'windowUntil', t.window_until) ORDER BY t.due_on, t.id)
   FROM touchpoints t JOIN people w ON w.id = t.owner_id WHERE t.customer_id = c.id AND t.state = 'scheduled'), '[]')`;

const contextOf = (actor: Actor) => {
  const { sql, values } = visibleCustomers(actor, 'c', 7);
  const text = `SELECT c.owner_id AS "customerOwnerId", c.archived_at IS NOT NULL AS "isArchived", c.do_not_contact AS "doNotContact", c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil",
      coalesce(c.time_zone, o.time_zone) AS "timeZone", x.is_two_way AS "isTwoWay", x.is_live AS "isLive", x.response_minutes AS "responseMinutes",
      x.is_response_in_working_time AS "isResponseInWorkingTime", d.kind AS "dispositionKind", p.time_zone AS "ownerZone", o.calendar_version AS "calendarVersion",
      (s.sees_all OR c.owner_id = ANY(s.owner_ids) OR c.team_id = ANY(s.team_ids)) AS "ownerSees",
      ($4::uuid IS NULL OR EXISTS (SELECT 1 FROM contact_people k WHERE k.id = $4 AND k.customer_id = c.id)) AS "isContactPersonKnown", ${openTouchpointsJson('$6::text')} AS open
    FROM customers c CROSS JOIN organisation o LEFT JOIN channels x ON x.id = $2 AND x.archived_at IS NULL LEFT JOIN dispositions d ON d.id = $3 AND d.archived_at IS NULL
      LEFT JOIN people p ON p.id = $5 AND p.state = 'active' LEFT JOIN person_scopes s ON s.person_id = p.id
    WHERE c.id = $1 AND ${sql} FOR NO KEY UPDATE OF c`;
  return { statement: statement('log_context', text), values };
};

/** Reads and locks what logging needs; 404 out of scope, `customer_is_archived`, and refusals beside fields that name nothing (`unknown_channel` …). */
export async function contextFor(tx: EntityManager, actor: Actor, given: LogContact): Promise<LogContext> {
  const context = contextOf(actor);
  const ownerId = given.nextStep.ownerId ?? actor.personId;
  const [row] = await rows<ContextRow>(tx, context.statement, [given.customerId, given.channelId, given.dispositionId, given.contactPersonId ?? null, ownerId, actor.timeZone, ...context.values]);
  if (!row) throw notFound();
  if (row.isArchived) throw conflict('customer_is_archived');
  const { dispositionKind, isTwoWay } = row;
  if (isTwoWay === null) throw invalid('channelId', 'unknown_channel');
  if (dispositionKind === null) throw invalid('dispositionId', 'unknown_disposition');
  if (!row.isContactPersonKnown) throw invalid('contactPersonId', 'unknown_contact_person');
  return { ...row, dispositionKind, isTwoWay };
}
