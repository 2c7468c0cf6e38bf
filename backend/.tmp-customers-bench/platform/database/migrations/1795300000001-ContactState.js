/**
 * `refresh_contact_state` derives what a customer row says about contact from the records themselves. Whoever writes a
 * communication or a touchpoint calls it in the same transaction; it reads a few index entries per customer.
 */
export class ContactState1795300000001 {
    async up(runner) {
        await runner.query(REFRESH);
        // Customer rows are updated with every contact: room on the page, and no pending list in the search index.
        await runner.query('ALTER TABLE customers SET (fillfactor = 80)');
        await runner.query('ALTER INDEX customers_by_gram SET (fastupdate = off)');
        await runner.query('ALTER TABLE touchpoints SET (fillfactor = 85)');
    }
    async down(runner) {
        await runner.query('DROP FUNCTION refresh_contact_state(uuid[])');
    }
}
// Withdrawn and invalid records count for nothing. The customers are locked first: what stands in their records is then read
// anew, so that two people who log at once both find the other's record.
const REFRESH = `
CREATE FUNCTION refresh_contact_state(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM customers WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;
  UPDATE customers c SET
    first_contact_at = s.first_at, last_contact_at = s.last_at, last_heard_at = s.heard_at, last_effective_at = s.effective_at,
    cadence_anchor_on = coalesce(s.effective_on, c.known_since_on), respond_by = s.respond_by, next_touchpoint_on = s.next_on,
    next_step = s.next_step, next_step_reason = s.next_step_reason
  FROM (
    SELECT k.id, f.occurred_at AS first_at, l.occurred_at AS last_at, h.occurred_at AS heard_at, e.occurred_at AS effective_at,
      e.occurred_on AS effective_on, w.respond_by, t.next_on, n.next_step, n.next_step_reason
    FROM unnest(ids) AS k(id)
    LEFT JOIN LATERAL (SELECT occurred_at FROM follow_ups WHERE customer_id = k.id AND kind = 'communication' AND withdrawn_at IS NULL AND validity <> 'invalid'
      ORDER BY occurred_at, id LIMIT 1) f ON true
    LEFT JOIN LATERAL (SELECT occurred_at FROM follow_ups WHERE customer_id = k.id AND kind = 'communication' AND withdrawn_at IS NULL AND validity <> 'invalid'
      ORDER BY occurred_at DESC, id DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (SELECT u.occurred_at FROM follow_ups u JOIN dispositions d ON d.id = u.disposition_id
      WHERE u.customer_id = k.id AND u.kind = 'communication' AND u.withdrawn_at IS NULL AND u.validity <> 'invalid' AND (u.direction = 'inbound' OR d.kind = 'reached')
      ORDER BY u.occurred_at DESC, u.id DESC LIMIT 1) h ON true
    LEFT JOIN LATERAL (SELECT occurred_at, occurred_on FROM follow_ups WHERE customer_id = k.id AND kind = 'communication' AND withdrawn_at IS NULL AND is_effective
      ORDER BY occurred_at DESC, id DESC LIMIT 1) e ON true
    LEFT JOIN LATERAL (SELECT next_step, next_step_reason FROM follow_ups WHERE customer_id = k.id AND kind = 'communication' AND withdrawn_at IS NULL AND next_step IS NOT NULL
      ORDER BY occurred_at DESC, id DESC LIMIT 1) n ON true
    LEFT JOIN LATERAL (SELECT u.occurred_at FROM follow_ups u JOIN dispositions d ON d.id = u.disposition_id JOIN channels x ON x.id = u.channel_id
      WHERE u.customer_id = k.id AND u.kind = 'communication' AND u.withdrawn_at IS NULL AND u.validity <> 'invalid'
        AND ((u.direction = 'outbound' AND d.kind IN ('reached', 'sent') AND x.is_two_way) OR (u.direction = 'inbound' AND d.kind = 'reached' AND x.is_live))
      ORDER BY u.occurred_at DESC, u.id DESC LIMIT 1) a ON true
    LEFT JOIN LATERAL (SELECT min(u.respond_by) AS respond_by FROM follow_ups u
      WHERE u.customer_id = k.id AND u.kind = 'communication' AND u.withdrawn_at IS NULL AND u.validity <> 'invalid' AND u.respond_by IS NOT NULL
        AND u.occurred_at > coalesce(a.occurred_at, '-infinity')) w ON true
    LEFT JOIN LATERAL (SELECT min(due_on) AS next_on FROM touchpoints WHERE customer_id = k.id AND state = 'scheduled') t ON true
  ) s
  WHERE c.id = s.id AND (c.first_contact_at, c.last_contact_at, c.last_heard_at, c.last_effective_at, c.cadence_anchor_on, c.respond_by, c.next_touchpoint_on, c.next_step, c.next_step_reason)
    IS DISTINCT FROM (s.first_at, s.last_at, s.heard_at, s.effective_at, coalesce(s.effective_on, c.known_since_on), s.respond_by, s.next_on, s.next_step, s.next_step_reason);
END $$`;
