import { rows, statement } from "../platform/database/statements.js";
const current = statement('customer_references', `SELECT coalesce((SELECT json_agg(json_build_object('id', id, 'kind', kind) ORDER BY position, id) FROM stages WHERE archived_at IS NULL), '[]') AS stages,
     ARRAY(SELECT id FROM tiers WHERE archived_at IS NULL ORDER BY position, id) AS "tierIds", ARRAY(SELECT id FROM channels WHERE archived_at IS NULL) AS "channelIds"`);
/** Stages, tiers and channels that are not archived. */
export async function references(tx) {
    const [found] = await rows(tx, current);
    return found ?? { stages: [], tierIds: [], channelIds: [] };
}
/** What is wrong with what a customer is to point to; what it pointed to before may be archived by now. */
export function wrongWithPointers(to, { tierIds, channelIds }, before) {
    const errors = [];
    const known = [...channelIds, ...(before?.doNotContact ?? []), before?.preferredChannelId];
    if (to.tierId !== before?.tierId && !tierIds.includes(to.tierId))
        errors.push({ field: 'tierId', code: 'unknown_tier' });
    if (to.preferredChannelId !== null && !known.includes(to.preferredChannelId))
        errors.push({ field: 'preferredChannelId', code: 'unknown_channel' });
    if (to.doNotContact.some((id) => !known.includes(id)))
        errors.push({ field: 'doNotContact', code: 'unknown_channel' });
    return errors;
}
