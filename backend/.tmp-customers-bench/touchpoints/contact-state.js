import { rows, statement } from "../platform/database/statements.js";
const refresh = statement('refresh_contact_state', 'SELECT refresh_contact_state($1)');
/** Derives what these customers' rows say about contact (last contact, next touchpoint, respond by …) from their records; in the transaction that wrote one. */
export async function refreshContactState(tx, customerIds) {
    if (customerIds.length > 0)
        await rows(tx, refresh, [customerIds]);
}
