import type { Lateness } from '../../calendar/index.ts';
import type { Conditions } from './conditions.ts';

/**
 * Adds that a touchpoint of the customers called `c` is late, whoever owns it. Where nobody was away, what is late is what is due before today, and the derived column says it. Otherwise
 * those of whom everything that is due before today is excused are taken out: they are found from the touchpoints of whoever was away, so that it costs by their number and not by that of
 * the customers.
 */
export function addOverdue(to: Conditions, { latestToday, ownerIds, days }: Lateness): void {
  const today = `${to.value(latestToday)}::date`;
  to.and(`c.next_touchpoint_on < ${today}`);
  if (ownerIds.length === 0) return;
  const excuses = `unnest(${to.value(ownerIds)}::uuid[], ${to.value(days)}::daterange[])`;
  to.and(`c.id NOT IN (SELECT t.customer_id FROM ${excuses} AS x(owner_id, days) JOIN touchpoints t ON t.owner_id = x.owner_id AND t.state = 'scheduled' AND t.due_on < ${today} AND t.due_on <@ x.days
    WHERE NOT EXISTS (SELECT 1 FROM touchpoints l WHERE l.customer_id = t.customer_id AND l.state = 'scheduled' AND l.due_on < ${today}
      AND NOT EXISTS (SELECT 1 FROM ${excuses} AS y(owner_id, days) WHERE y.owner_id = l.owner_id AND l.due_on <@ y.days)))`);
}
