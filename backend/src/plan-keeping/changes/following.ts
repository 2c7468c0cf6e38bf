import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids.ts';
import type { PlanChange } from '../../plans/index.ts';
import type { PlannedContact } from '../expansion/planned-contacts.ts';
import { type StandingRow, keepPlanMoves, standingTouchpoints, writeFollowing } from './changes.statements.ts';
import { consequenceFor, touchpointKey } from './consequences.ts';

/** Lets open touchpoints follow a change of their plan, by the same rule that the preview showed. */
@Injectable()
export class Following {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Those of these contacts, whose customers are locked; answers how many were written. Done again it finds nothing to write. */
  async follow(tx: EntityManager, change: PlanChange, contacts: readonly PlannedContact[], customerIds: readonly string[]): Promise<number> {
    if (!change.former) return 0;
    const former = JSON.stringify(change.former);
    const standing = await rows<StandingRow & Record<string, unknown>>(tx, standingTouchpoints, [change.planId, former, customerIds]);
    const wanted = new Map(contacts.map((contact) => [touchpointKey(contact), contact]));
    const writes = standing.flatMap((row) => {
      const write = consequenceFor(row, wanted, new Map())?.write;
      return write ? [{ id: row.id, version: row.version, fromOn: row.dueOn, ...write, moveId: write.dueOn === row.dueOn ? null : newId() }] : [];
    });
    if (writes.length === 0) return 0;
    const done = await rows<{ id: string }>(tx, writeFollowing, [JSON.stringify(writes), former]);
    const ids = done.map(({ id }) => id);
    await rows(tx, keepPlanMoves, [JSON.stringify(writes), this.clock.now(), change.personId, ids]);
    await this.audit.record(tx, change, 'plan.touchpoints_followed', change.planId, { touchpointIds: ids });
    return ids.length;
  }
}
