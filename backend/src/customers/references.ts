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
