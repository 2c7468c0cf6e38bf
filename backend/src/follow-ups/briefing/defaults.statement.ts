import { type Actor, visibleCustomers } from '../../people/index.ts';
import { type Statement, statement } from '../../platform/database/statements.ts';
import { type OpenTouchpoint, openTouchpointsJson } from '../logging/log-context.ts';
import { pressureSince } from './brief.statement.ts';

/** A channel or a disposition to choose from, in the order of the settings. */
interface Choice {
  readonly id: string;
  readonly kind?: string;
}

/** One outbound attempt, newest first. */
export interface Attempt {
  readonly at: string;
  readonly channelId: string;
  readonly dispositionKind: string;
}

/** What the log sheet's defaults are made from. */
export interface DefaultsRow {
  readonly preferredChannelId: string | null;
  /** Of the customer's cadence, the best first. */
  readonly cadenceChannelIds: readonly string[];
  /** Hours HH:mm of the customer's day at which contact is best: its own wish, else its cadence's; null where neither says. */
  readonly bestHours: { readonly from: string; readonly until: string } | null;
  readonly doNotContact: readonly string[];
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly timeZone: string;
  readonly lastChannelId: string | null;
  readonly open: readonly OpenTouchpoint[];
  readonly channels: readonly Choice[];
  readonly dispositions: readonly Choice[];
  /** Outbound attempts since the customer was last heard. */
  readonly attempts: readonly Attempt[];
  /** The channel on which the customer was reached most often. */
  readonly reachedChannelId: string | null;
  readonly pressure: number;
}

const MOST_ATTEMPTS = 20;
const MOST_RECORDS = 200;

/** The facts for customer $1, with the days of planning counted in zone $2 and the pressure since $3. */
export function defaultsOf(actor: Actor): { text: Statement; values: readonly unknown[] } {
  const { sql, values } = visibleCustomers(actor, 'c', 4);
  const text = `SELECT c.preferred_channel_id AS "preferredChannelId", array_to_json(g.channel_ids) AS "cadenceChannelIds",
      CASE WHEN c.preferred_from IS NOT NULL THEN json_build_object('from', c.preferred_from, 'until', c.preferred_until) WHEN g.hours_from IS NOT NULL THEN json_build_object('from', g.hours_from, 'until', g.hours_until) END AS "bestHours",
      array_to_json(c.do_not_contact) AS "doNotContact", c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil",
      coalesce(c.time_zone, o.time_zone) AS "timeZone", ${openTouchpointsJson('$2::text')} AS open, ${pressureSince('$3')} AS pressure,
      (SELECT f.channel_id FROM follow_ups f WHERE f.customer_id = c.id AND f.kind = 'communication' AND f.withdrawn_at IS NULL ORDER BY f.occurred_at DESC, f.id DESC LIMIT 1) AS "lastChannelId",
      (SELECT json_agg(json_build_object('id', x.id) ORDER BY x.position, x.id) FROM channels x WHERE x.archived_at IS NULL AND x.is_two_way) AS channels,
      (SELECT json_agg(json_build_object('id', d.id, 'kind', d.kind) ORDER BY d.position, d.id) FROM dispositions d WHERE d.archived_at IS NULL) AS dispositions,
      coalesce((SELECT json_agg(json_build_object('at', iso(f.occurred_at), 'channelId', f.channel_id, 'dispositionKind', d.kind) ORDER BY f.occurred_at DESC)
        FROM (SELECT * FROM follow_ups u WHERE u.customer_id = c.id AND u.kind = 'communication' AND u.withdrawn_at IS NULL AND u.direction = 'outbound'
            AND u.occurred_at > coalesce(c.last_heard_at, '-infinity') ORDER BY u.occurred_at DESC, u.id DESC LIMIT ${MOST_ATTEMPTS}) f
        JOIN dispositions d ON d.id = f.disposition_id), '[]') AS attempts,
      (SELECT r.channel_id FROM (SELECT f.channel_id, d.kind FROM follow_ups f JOIN dispositions d ON d.id = f.disposition_id
          WHERE f.customer_id = c.id AND f.kind = 'communication' AND f.withdrawn_at IS NULL ORDER BY f.occurred_at DESC LIMIT ${MOST_RECORDS}) r
        WHERE r.kind = 'reached' GROUP BY r.channel_id ORDER BY count(*) DESC, r.channel_id LIMIT 1) AS "reachedChannelId"
    FROM customers c JOIN paces g ON g.id = c.pace_id CROSS JOIN organisation o WHERE c.id = $1 AND ${sql}`;
  return { text: statement('log_defaults', text), values };
}
