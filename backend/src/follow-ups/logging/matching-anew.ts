import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkingCalendars } from '../../calendar/index.ts';
import { localDateOf } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { NamedStatement } from '../../platform/database/named.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { newId } from '../../platform/ids.ts';
import { keepTrace, releaseTouchpoint } from './correction.statements.ts';
import type { Kept } from './rematching.rules.ts';
import { type Asking, keepAnew, matchAnew } from './rematching.ts';

/** What changed around the communications of a customer, so that they ask anew which touchpoint they keep. */
export interface Upheaval {
  readonly customerId: string;
  /** Records and touchpoints that came from another customer: either side asks for those of the other. */
  readonly arrived: ReadonlySet<string>;
  /** Communications whose touchpoint is not theirs any more, with what they kept; they ask for any. */
  readonly lost: ReadonlyMap<string, Kept>;
  /** What the audit says beside it. */
  readonly details: Record<string, unknown>;
}

interface Row extends Asking, Kept, Record<string, unknown> {
  readonly version: number;
}

const communications = statement(
  'communications_to_match_anew',
  `SELECT f.id, f.customer_id AS "customerId", f.author_id AS "authorId", f.channel_id AS "channelId", f.occurred_at AS "occurredAt", d.kind AS "dispositionKind", f.touchpoint_id AS "touchpointId",
     f.counted_because AS "countedBecause", f.version
   FROM follow_ups f JOIN dispositions d ON d.id = f.disposition_id
   WHERE f.customer_id = $1 AND f.kind = 'communication' AND f.withdrawn_at IS NULL AND f.validity <> 'invalid' AND d.kind IN ('reached', 'sent') ORDER BY f.occurred_at, f.id`,
);
const stillToKeep = statement(
  'touchpoints_still_to_keep',
  `SELECT id FROM touchpoints WHERE customer_id = $1 AND (state = 'scheduled' OR (state, closed_reason) IN (('missed', 'window_over'), ('cancelled', 'plan_closed')))`,
);
const keepsNow = new NamedStatement<{ id: string; touchpointId: string | null; countedBecause: string | null; now: Date }>(
  'record_matched_anew',
  'UPDATE follow_ups SET touchpoint_id = :touchpointId::uuid, counted_because = :countedBecause, corrected_at = :now, version = version + 1 WHERE id = :id',
);

/** Lets communications ask anew which touchpoint they keep, by the rule of corrections, when touchpoints have come or gone. */
@Injectable()
export class MatchingAnew {
  constructor(
    private readonly calendars: WorkingCalendars,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks, one after the other in the order in which they happened, for each communication that may be about a touchpoint of the other side, and for each that lost its own; what was
   * chosen by hand stays. Each change is a trace of its record and stands in the audit. Answers how many keep something else than before; the caller refreshes the customer.
   */
  async ask(tx: EntityManager, actor: Actor, upheaval: Upheaval): Promise<number> {
    const { customerId, arrived, lost } = upheaval;
    const open = await rows<{ id: string }>(tx, stillToKeep, [customerId]);
    // What a communication lets go of may be what one of the other side is about.
    let [hasArrived, hasOwn] = [open.some(({ id }) => arrived.has(id)), open.some(({ id }) => !arrived.has(id))];
    if (lost.size === 0 && (arrived.size === 0 || !(hasArrived || hasOwn))) return 0;
    let changed = 0;
    for (const record of await rows<Row>(tx, communications, [customerId])) {
      const [before, isLost] = [lost.get(record.id) ?? kept(record), lost.has(record.id)];
      if (!isLost && (record.countedBecause === 'chosen' || !(arrived.has(record.id) ? hasOwn : hasArrived))) continue;
      const after = await this.found(tx, record, isLost ? undefined : (id) => arrived.has(id) !== arrived.has(record.id));
      if (!after || (after.touchpointId === before.touchpointId && !isLost)) continue;
      await this.write(tx, actor, { id: record.id, before, after, isLost, details: upheaval.details });
      if (before.touchpointId && !isLost) [hasArrived, hasOwn] = arrived.has(before.touchpointId) ? [true, hasOwn] : [hasArrived, true];
      if (after.touchpointId !== before.touchpointId) changed += 1;
    }
    return changed;
  }

  private async found(tx: EntityManager, record: Row, isAsked?: (id: string) => boolean): Promise<Kept | null> {
    const match = await matchAnew(tx, this.calendars, record, this.clock.now(), isAsked);
    if (!match) return isAsked ? null : { touchpointId: null, countedBecause: null };
    return { touchpointId: match.touchpoint.id, countedBecause: match.because };
  }

  private async write(tx: EntityManager, actor: Actor, { id, before, after, isLost, details }: { id: string; before: Kept; after: Kept; isLost: boolean; details: Record<string, unknown> }): Promise<void> {
    const now = this.clock.now();
    const said = { ...details, followUpId: id, from: before.touchpointId, to: after.touchpointId, because: after.countedBecause };
    await keepsNow.rows(tx, { id, ...after, now });
    await keepTrace.rows(tx, { id: newId(), followUpId: id, now, personId: actor.personId, before: JSON.stringify(before), after: JSON.stringify(after) });
    if (before.touchpointId !== null && !isLost) {
      await releaseTouchpoint.rows(tx, { id: before.touchpointId, now, on: localDateOf(now, actor.organisation.timeZone) });
      await this.audit.record(tx, actor, 'touchpoint.reopened', before.touchpointId, said);
    }
    if (after.touchpointId !== null) {
      await keepAnew.rows(tx, { id: after.touchpointId, now });
      await this.audit.record(tx, actor, 'touchpoint.kept', after.touchpointId, said);
    }
  }
}

const kept = ({ touchpointId, countedBecause }: Row): Kept => ({ touchpointId, countedBecause });
