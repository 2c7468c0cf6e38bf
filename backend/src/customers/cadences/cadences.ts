import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { conflict, forbidden, invalid, stale } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit, differences } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { SegmentReads } from '../segments/segment-reads.ts';
import { Tier } from '../tiers/tier.entity.ts';
import { checkedCadence } from './cadence-input.ts';
import { readCadence, readCadences } from './cadence-reads.ts';
import { CadenceSettling } from './cadence-settling.ts';
import type { AddSegmentCadence, CadenceView, CadencesView, ChangeCadence } from './cadence.dto.ts';
import { Cadence } from './cadence.entity.ts';

const atTheEnd = statement('cadence_position_at_the_end', `SELECT coalesce(max(position), 0)::int + 1 AS position FROM cadences WHERE target = 'segment'`);
const order = statement(
  'cadences_ordered',
  `UPDATE cadences k SET position = o.place, version = k.version + 1 FROM unnest($1::uuid[]) WITH ORDINALITY AS o(id, place) WHERE k.id = o.id AND k.target = 'segment' AND k.position <> o.place`,
);

/** The cadences of tiers and segments: read, added, changed, ordered, archived. Which customers they count for is settled soon after. */
@Injectable()
export class Cadences {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly segments: SegmentReads,
    private readonly settling: CadenceSettling,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Every cadence that counts for more than one customer. */
  all(actor: Actor): Promise<CadencesView> {
    return readCadences(this.source, actor);
  }

  /**
   * Adds a cadence for a segment that the actor may use, after those that are there; 409 `one_cadence_per_segment` when it has one, 422 `segment_by_cadence` when who is in it
   * depends on the cadence.
   */
  add(actor: Actor, { name, segmentId, ...input }: AddSegmentCadence): Promise<CadenceView> {
    return this.settled(actor, async (tx) => {
      const { kind, filter } = await this.segments.one(tx, actor, segmentId);
      if (kind === 'filter' && filter.cadence?.length) throw invalid('segmentId', 'segment_by_cadence');
      await refuseSecond(tx, segmentId);
      const terms = await checkedCadence(tx, input);
      const id = newId();
      const [last] = await rows<{ position: number }>(tx, atTheEnd);
      await tx.insert(Cadence, { id, name, target: 'segment', segmentId, authorId: actor.personId, position: last?.position ?? 1, archivedAt: null, ...terms });
      await this.audit.record(tx, actor, 'cadence.added', id, { name, segmentId, ...terms });
      return id;
    });
  }

  /** Changes a cadence whole, made from `version`; 403 without the right to do so, 412 when somebody was faster. */
  change(actor: Actor, id: string, version: number, { name, ...input }: ChangeCadence): Promise<CadenceView> {
    return this.settled(actor, async (tx) => {
      const before = await readCadence(tx, actor, id);
      if (!before.canChange) throw forbidden();
      const { ideal, maximum, ...terms } = await checkedCadence(tx, input, before);
      const set = { ...terms, version: version + 1 };
      const { affected } = before.target === 'tier'
        ? await tx.update(Tier, { id, version }, { ...set, idealDays: ideal, maximumDays: maximum })
        : await tx.update(Cadence, { id, version }, { ...set, ideal, maximum, ...(name === undefined ? {} : { name }) });
      if (affected !== 1) throw stale();
      await this.audit.record(tx, actor, 'cadence.changed', id, differences(before, { ...before, ideal, maximum, ...terms, name: name ?? before.name }));
      return id;
    });
  }

  /** Archives the cadence of a segment, or brings it back; its customers follow the next that fits. */
  setArchived(actor: Actor, id: string, isArchived: boolean): Promise<CadenceView> {
    return this.settled(actor, async (tx) => {
      const before = await readCadence(tx, actor, id);
      if (before.target !== 'segment') throw conflict('only_of_a_segment');
      if (!before.canChange) throw forbidden();
      if (before.isArchived === isArchived) return id;
      if (!isArchived && before.segmentId) await refuseSecond(tx, before.segmentId);
      await tx.update(Cadence, { id }, { archivedAt: isArchived ? this.clock.now() : null, version: before.version + 1 });
      await this.audit.record(tx, actor, isArchived ? 'cadence.archived' : 'cadence.restored', id, { name: before.name });
      return id;
    });
  }

  /** Says which of several segments counts, the first most; 403 for who may not change every one of them. */
  async order(actor: Actor, ids: readonly string[]): Promise<CadencesView> {
    const answer = await this.transactions.run(actor, async (tx) => {
      if (!(await readCadences(tx, actor)).canOrder) throw forbidden();
      await rows(tx, order, [ids]);
      await this.audit.record(tx, actor, 'cadences.ordered', null, { ids });
      await this.settling.soon(tx);
      return readCadences(tx, actor);
    });
    this.settling.wake();
    return answer;
  }

  private async settled(actor: Actor, work: (tx: EntityManager) => Promise<string>): Promise<CadenceView> {
    const answer = await this.transactions.run(actor, async (tx) => {
      const id = await work(tx);
      await this.settling.soon(tx);
      return readCadence(tx, actor, id);
    });
    this.settling.wake();
    return answer;
  }
}

async function refuseSecond(tx: EntityManager, segmentId: string): Promise<void> {
  if (await tx.createQueryBuilder(Cadence, 'k').where('k.segment_id = :segmentId AND k.archived_at IS NULL', { segmentId }).getExists()) throw conflict('one_cadence_per_segment');
}
