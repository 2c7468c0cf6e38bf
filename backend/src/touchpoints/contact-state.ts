import type { EntityManager } from 'typeorm';
import { rows, statement } from '../platform/database/statements.ts';

const refresh = statement('refresh_contact_state', 'SELECT refresh_contact_state($1)');

/** Derives what these customers' rows say about contact (last contact, next touchpoint, respond by …) from their records; in the transaction that wrote one. */
export async function refreshContactState(tx: EntityManager, customerIds: readonly string[]): Promise<void> {
  if (customerIds.length > 0) await rows(tx, refresh, [customerIds]);
}
