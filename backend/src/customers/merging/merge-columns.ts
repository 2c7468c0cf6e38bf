import { MERGE_UNDO_DAYS } from './customer-merge.entity.ts';

/** Whether another merge builds on merge `m`: its customer took in another one later, or was merged itself. */
export const IS_BUILT_ON = `EXISTS (SELECT 1 FROM customer_merges x WHERE x.undone_at IS NULL AND x.id <> m.id
  AND ((x.customer_id = m.customer_id AND (x.merged_at, x.id) > (m.merged_at, m.id)) OR x.other_id = m.customer_id))`;

const UNTIL = `iso(m.merged_at + interval '${MERGE_UNDO_DAYS * 24} hours')`;

/** What customer `c` was merged into, as JSON; `visible` is the reader's scope on `k`, `since` the earliest moment whose merges can be taken back. */
export const mergedInto = (visible: string, since: string): string =>
  `(SELECT json_build_object('id', k.id, 'name', k.name, 'mergeId', m.id, 'undoUntil', CASE WHEN m.merged_at >= ${since} AND NOT ${IS_BUILT_ON} THEN ${UNTIL} END)
    FROM customer_merges m JOIN customers k ON k.id = m.customer_id WHERE m.other_id = c.id AND m.undone_at IS NULL AND ${visible})`;

/** Merges into customer `c` that can be taken back, as JSON. */
export const undoableMerges = (visible: string, since: string): string =>
  `coalesce((SELECT json_agg(json_build_object('id', m.id, 'otherId', k.id, 'otherName', k.name, 'mergedAt', iso(m.merged_at), 'byName', p.name, 'undoUntil', ${UNTIL}) ORDER BY m.merged_at DESC)
    FROM customer_merges m JOIN customers k ON k.id = m.other_id JOIN people p ON p.id = m.merged_by_id
    WHERE m.customer_id = c.id AND m.undone_at IS NULL AND m.merged_at >= ${since} AND NOT ${IS_BUILT_ON} AND ${visible}), '[]')`;

/** What the page of a merged customer `c` shows although it has moved. */
export const SHOWN = '(SELECT m.shown FROM customer_merges m WHERE m.other_id = c.id AND m.undone_at IS NULL)';

/** The earliest moment whose merges can still be taken back. */
export const undoableSince = (now: Date): Date => new Date(now.getTime() - MERGE_UNDO_DAYS * 86_400_000);
