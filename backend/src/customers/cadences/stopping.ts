// The same that count towards another channel when an attempt is retried.
const SILENT_DISPOSITIONS = ['no_answer', 'busy', 'voicemail'];

/** Outbound attempts on customer `c` that nobody answered, since the customer was last heard. */
const SILENT_IN_A_ROW = `(SELECT count(*) FROM follow_ups f JOIN dispositions d ON d.id = f.disposition_id
    WHERE f.customer_id = c.id AND f.kind = 'communication' AND f.withdrawn_at IS NULL AND f.validity <> 'invalid' AND f.direction = 'outbound'
      AND d.kind IN (${SILENT_DISPOSITIONS.map((kind) => `'${kind}'`).join(', ')}) AND f.occurred_at > coalesce(c.last_heard_at, '-infinity'))`;

/** Why the cadence of customer `c` should have stopped by its own rule, as one row with `reason`; no row where it goes on. */
export const SHOULD_STOP = `SELECT CASE WHEN p.stops_when_converted AND c.converted_at IS NOT NULL THEN 'converted' ELSE 'attempts' END AS reason
  FROM paces p WHERE p.id = c.pace_id AND c.is_open AND c.archived_at IS NULL AND (
    (p.stops_when_converted AND c.converted_at IS NOT NULL)
    OR (p.stop_after_attempts IS NOT NULL AND c.last_contact_at > coalesce(c.last_heard_at, '-infinity') AND p.stop_after_attempts <= ${SILENT_IN_A_ROW}))`;
