const phoneOrEmail = (kind: 'phone' | 'email'): string =>
  `(SELECT p.value FROM contact_points p WHERE p.customer_id = c.id AND p.kind = '${kind}' AND p.validity <> 'invalid' ORDER BY p.contact_person_id NULLS FIRST, p.position, p.id LIMIT 1)`;

/** A CustomerRow of the customer called `c`, as columns. */
export const ROW_COLUMNS = `c.id, c.name, c.kind, c.owner_id AS "ownerId", c.team_id AS "teamId", c.tier_id AS "tierId", c.stage_id AS "stageId", c.stage_since AS "stageSince",
  c.source, c.industry, c.region, c.is_served AS "isServed", c.served_by AS "servedBy", c.tags, c.fields, c.known_since_on AS "knownSinceOn", c.converted_at AS "convertedAt", c.last_contact_at AS "lastContactAt",
  c.last_effective_at AS "lastEffectiveAt", c.next_touchpoint_on AS "nextTouchpointOn", c.respond_by AS "respondBy", c.archived_at AS "archivedAt",
  ${phoneOrEmail('phone')} AS "primaryPhone", ${phoneOrEmail('email')} AS "primaryEmail"`;

/** The same as one JSON text, which is sent on as it is. */
export const ROW_JSON = `(SELECT row_to_json(r)::text FROM (SELECT ${ROW_COLUMNS}) r)`;
