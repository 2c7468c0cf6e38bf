import type { EntityManager } from 'typeorm';
import type { Actor } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';

/** A cadence of a segment, with what its author sees now. */
export interface SegmentCadence extends Record<string, unknown> {
  readonly id: string;
  readonly segmentId: string;
  readonly author: Pick<Actor, 'personId' | 'name' | 'teamId' | 'language' | 'timeZone' | 'roles' | 'sees' | 'organisation'>;
}

// An author who left goes on seeing what they saw: the cadence is the company's. A segment that asks for the cadence state itself would let its customers go as soon as it has them.
const current = statement(
  'segment_cadences',
  `SELECT k.id, k.segment_id AS "segmentId", json_build_object('personId', p.id, 'name', p.name, 'teamId', p.team_id, 'language', p.language, 'timeZone', p.time_zone, 'roles', array_to_json(p.roles),
     'sees', json_build_object('all', v.sees_all, 'ownerIds', array_to_json(v.owner_ids), 'teamIds', array_to_json(v.team_ids)),
     'organisation', json_build_object('timeZone', o.time_zone, 'currency', o.currency)) AS author
   FROM cadences k JOIN people p ON p.id = k.author_id JOIN person_scopes v ON v.person_id = p.id JOIN segments s ON s.id = k.segment_id CROSS JOIN organisation o
   WHERE k.target = 'segment' AND k.archived_at IS NULL AND (s.kind <> 'filter' OR coalesce(s.filter->'cadence', '[]') = '[]') ORDER BY k.position, k.id`,
);

/** The cadences of segments that are in use, the one that counts most first. */
export const segmentCadences = (tx: EntityManager): Promise<SegmentCadence[]> => rows<SegmentCadence>(tx, current);

/** On whose behalf its customers are found. */
export const actorOfAuthor = ({ author }: SegmentCadence): Actor => ({ ...author, once: null });
