import type { EntityManager } from 'typeorm';
import { type LocalDate, startOfDay } from '../../kernel/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';

const follow = statement(
  'first_stage_follows_known_since',
  `WITH s AS (
     SELECT x.*, lead(x.changed_at) OVER w AS next_at, row_number() OVER w AS place FROM stage_changes x WHERE x.customer_id = $1 WINDOW w AS (ORDER BY x.changed_at, x.id)
   ), moved AS (
     UPDATE stage_changes x SET changed_on = $3, changed_at = $4 FROM s WHERE x.id = s.id AND s.place = 1 AND s.changed_on = $2::date AND (s.next_at IS NULL OR s.next_at > $4)
     RETURNING x.customer_id, s.changed_at AS was, s.next_at
   )
   UPDATE customers c SET stage_since = CASE WHEN m.next_at IS NULL THEN $4 ELSE c.stage_since END, converted_at = CASE WHEN c.converted_at = m.was THEN $4 ELSE c.converted_at END
   FROM moved m WHERE c.id = m.customer_id`,
);

/**
 * A customer has been in its first stage since it is known: where that stage began on the day that was said before, it begins on the one that is said now, unless that lies behind the change
 * after it. So what turns out to have happened earlier can be recorded.
 */
export async function moveFirstStage(tx: EntityManager, customerId: string, knownSince: { readonly before: LocalDate; readonly after: LocalDate }, timeZone: string): Promise<void> {
  if (knownSince.before === knownSince.after) return;
  await rows(tx, follow, [customerId, knownSince.before, knownSince.after, startOfDay(knownSince.after, timeZone)]);
}
