import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { mustSeePlan } from '../visible-plans.ts';
import type { AudienceEventView } from './audience.dto.ts';

const MOST = 100;

const events = statement(
  'plan_audience_events',
  `SELECT iso(e.at) AS at, e.item_id AS "itemId", e.how, e.person_id AS "personId", (count(*) FILTER (WHERE e.has_joined))::int AS joined, (count(*) FILTER (WHERE NOT e.has_joined))::int AS "left"
   FROM (
     SELECT m.added_at AS at, i.id AS item_id, m.how, CASE WHEN m.how = 'by_hand' THEN m.added_by_id END AS person_id, true AS has_joined
       FROM plan_items i JOIN plan_audience m ON m.plan_item_id = i.id WHERE i.plan_id = $1 AND m.how <> 'frozen'
     UNION ALL SELECT m.left_at, i.id, CASE WHEN m.left_by_id IS NULL THEN 'by_rule' ELSE 'by_hand' END, m.left_by_id, false
       FROM plan_items i JOIN plan_audience m ON m.plan_item_id = i.id WHERE i.plan_id = $1 AND m.left_at IS NOT NULL
   ) e GROUP BY e.at, e.item_id, e.how, e.person_id ORDER BY e.at DESC, e.item_id LIMIT ${MOST}`,
);

/** Reads how the frozen audiences of a plan changed since: by hand and by rule. */
@Injectable()
export class AudienceHistory {
  constructor(private readonly source: DataSource) {}

  /** The newest changes of a plan's audiences, at most a hundred; who came and left again counts as having left. */
  async of(actor: Actor, planId: string): Promise<AudienceEventView[]> {
    await mustSeePlan(this.source.manager, actor, planId);
    return rows<AudienceEventView & Record<string, unknown>>(this.source, events, [planId]);
  }
}
