import type { EntityManager } from 'typeorm';
import type { FieldError } from '../kernel/index.ts';
import { rows, statement } from '../platform/database/statements.ts';
import type { StageOfKind } from './stages/stage-history.rules.ts';

/** The words that a customer may point to at present, each list in its order. */
export interface References {
  readonly stages: readonly StageOfKind[];
  readonly tierIds: readonly string[];
  readonly channelIds: readonly string[];
}

const current = statement(
  'customer_references',
  `SELECT coalesce((SELECT json_agg(json_build_object('id', id, 'kind', kind) ORDER BY position, id) FROM stages WHERE archived_at IS NULL), '[]') AS stages,
     ARRAY(SELECT id FROM tiers WHERE archived_at IS NULL ORDER BY position, id) AS "tierIds", ARRAY(SELECT id FROM channels WHERE archived_at IS NULL) AS "channelIds"`,
);

/** Stages, tiers and channels that are not archived. */
export async function references(tx: EntityManager): Promise<References> {
  const [found] = await rows<{ stages: StageOfKind[]; tierIds: string[]; channelIds: string[] }>(tx, current);
  return found ?? { stages: [], tierIds: [], channelIds: [] };
}

/** What a customer points to of the vocabulary. */
export interface Pointers {
  readonly tierId: string;
  readonly preferredChannelId: string | null;
  readonly doNotContact: readonly string[];
}

/** What is wrong with what a customer is to point to; what it pointed to before may be archived by now. */
export function wrongWithPointers(to: Pointers, { tierIds, channelIds }: References, before?: Pointers): FieldError[] {
  const errors: FieldError[] = [];
  const known = [...channelIds, ...(before?.doNotContact ?? []), before?.preferredChannelId];
  if (to.tierId !== before?.tierId && !tierIds.includes(to.tierId)) errors.push({ field: 'tierId', code: 'unknown_tier' });
  if (to.preferredChannelId !== null && !known.includes(to.preferredChannelId)) errors.push({ field: 'preferredChannelId', code: 'unknown_channel' });
  if (to.doNotContact.some((id) => !known.includes(id))) errors.push({ field: 'doNotContact', code: 'unknown_channel' });
  return errors;
}

const externalIdOfAnother = statement('external_id_of_another', 'SELECT 1 FROM customers WHERE external_id = $1 AND id IS DISTINCT FROM $2');

/** What is wrong with the id that a customer is to have elsewhere: another customer has it. `id` is the customer's own, null for a new one. */
export async function wrongWithExternalId(tx: EntityManager, externalId: string | null | undefined, id: string | null): Promise<FieldError[]> {
  if (externalId == null) return [];
  const found = await rows(tx, externalIdOfAnother, [externalId, id]);
  return found.length ? [{ field: 'externalId', code: 'one_customer_per_external_id' }] : [];
}
