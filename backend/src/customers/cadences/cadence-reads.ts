import type { DataSource, EntityManager } from 'typeorm';
import { notFound } from '../../kernel/index.ts';
import { type Actor, rightsOf, seesPerson, visibleCustomers } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { TERMS } from './cadence-input.ts';
import type { CadenceView, CadencesView } from './cadence.dto.ts';

/** All cadences with the number of open customers that the actor sees. */
export async function readCadences(on: DataSource | EntityManager, actor: Actor): Promise<CadencesView> {
  const visible = visibleCustomers(actor, 'c', 1);
  const read = statement(
    'cadences_read',
    `WITH counted AS (SELECT c.pace_id, count(*)::int AS customers FROM customers c WHERE c.is_open AND c.archived_at IS NULL AND ${visible.sql} GROUP BY c.pace_id)
     SELECT coalesce(json_agg(jsonb_build_object('id', p.id, 'target', p.target, 'name', coalesce(p.name, ''), 'segmentId', k.segment_id, 'segmentName', s.name, 'authorId', k.author_id,
        'authorName', a.name, ${TERMS},
        'isArchived', coalesce(t.archived_at, k.archived_at) IS NOT NULL, 'customers', coalesce(n.customers, 0), 'version', coalesce(t.version, k.version))
        ORDER BY t.position, k.archived_at IS NOT NULL, k.position, p.id) FILTER (WHERE p.target <> 'customer'), '[]') AS policies,
       coalesce(sum(n.customers) FILTER (WHERE p.target = 'customer'), 0)::int AS own
     FROM paces p LEFT JOIN tiers t ON t.id = p.id LEFT JOIN cadences k ON k.id = p.id LEFT JOIN segments s ON s.id = k.segment_id LEFT JOIN people a ON a.id = k.author_id LEFT JOIN counted n ON n.pace_id = p.id`,
  );
  const [found] = await rows<{ policies: CadenceView[]; own: number }>(on, read, [...visible.values]);
  const policies = (found?.policies ?? []).map((cadence) => ({ ...cadence, canChange: mayChange(actor, cadence.authorId) }));
  const segments = policies.filter(({ target }) => target === 'segment');
  // What one of them wins another loses, so the order is for whoever may change them all.
  const canOrder = segments.every(({ canChange, isArchived }) => canChange || isArchived);
  return { tiers: policies.filter(({ target, isArchived }) => target === 'tier' && !isArchived), segments, canOrder, own: found?.own ?? 0 };
}

/** A tier's is for who runs the product; a segment's also for its author and whoever sees that person's work. */
function mayChange(actor: Actor, authorId: string | null): boolean {
  const rights = rightsOf(actor.roles);
  return rights.includes('settings.manage') || (authorId !== null && rights.includes('plans.write') && seesPerson(actor, authorId));
}

/** One of them, archived ones included; 404 for any other id. */
export async function readCadence(on: DataSource | EntityManager, actor: Actor, id: string): Promise<CadenceView> {
  const { tiers, segments } = await readCadences(on, actor);
  const found = [...tiers, ...segments].find((cadence) => cadence.id === id);
  if (!found) throw notFound();
  return found;
}
