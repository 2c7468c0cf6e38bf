import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { conflict, forbidden, invalid, stale } from '../../kernel/index.ts';
import type { Actor } from '../../people/index.ts';
import { Audit, differences } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import { Transactions } from '../../platform/database/transactions.ts';
import { newId } from '../../platform/ids.ts';
import { CadenceSettling } from '../cadences/cadence-settling.ts';
import type { CustomerFilter } from '../list/list.dto.ts';
import { lockCustomers } from '../visible-rows.ts';
import { DefaultView } from './default-view.entity.ts';
import { SegmentReads } from './segment-reads.ts';
import { Segment } from './segment.entity.ts';
import type { ChangeListed, ChangeSegment, CreateSegment, DrawSample, SegmentView } from './segments.dto.ts';

const list = statement(
  'segment_list', 'INSERT INTO segment_customers (segment_id, customer_id, added_at) SELECT $1, id, $3 FROM unnest($2::uuid[]) AS id ON CONFLICT DO NOTHING RETURNING customer_id',
);
const unlist = statement('segment_unlist', 'DELETE FROM segment_customers WHERE segment_id = $1 AND customer_id = ANY($2::uuid[]) RETURNING customer_id');

/** Saved views of the customers: made, shared, changed and deleted; lists filled by hand and samples drawn by lot. */
@Injectable()
export class Segments {
  constructor(
    private readonly transactions: Transactions,
    private readonly reads: SegmentReads,
    private readonly settling: CadenceSettling,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Saves a filter, or a list of customers that the actor sees. */
  create(actor: Actor, { name, sharing, filter, sort, customerIds }: CreateSegment): Promise<SegmentView> {
    return this.transactions.run(actor, async (tx) => {
      const id = await this.insert(tx, actor, { name, sharing: sharing ?? 'nobody', kind: customerIds ? 'list' : 'filter', filter: customerIds ? {} : plainOf(filter), sort: sort ?? null });
      if (customerIds?.length) await this.list(tx, actor, id, customerIds);
      return this.reads.one(tx, actor, id);
    });
  }

  /** Changes what is given; 403 for somebody else's, 412 when somebody was faster. */
  change(actor: Actor, id: string, version: number, { name, sharing, filter, sort }: ChangeSegment): Promise<SegmentView> {
    return this.changing(actor, id, async (tx, before) => {
      if (filter && before.kind !== 'filter') throw invalid('filter', 'not_for_this_kind');
      const set = { ...(name === undefined ? {} : { name }), ...(sharing ? { sharing } : {}), ...(filter ? { filter: plainOf(filter) } : {}), ...(sort === undefined ? {} : { sort }) };
      const { affected } = await tx.update(Segment, { id, version }, { ...set, version: version + 1 });
      if (affected !== 1) throw stale();
      await this.audit.record(tx, actor, 'segment.changed', id, differences(before, { ...before, ...set }));
    });
  }

  /** Deletes a segment, or brings it back; plans that use it go on either way. */
  setDeleted(actor: Actor, id: string, isDeleted: boolean): Promise<SegmentView> {
    return this.changing(actor, id, async (tx, before) => {
      await tx.update(Segment, { id }, { archivedAt: isDeleted ? this.clock.now() : null, version: before.version + 1 });
      await this.audit.record(tx, actor, isDeleted ? 'segment.deleted' : 'segment.restored', id, { name: before.name });
    });
  }

  /** Puts customers on a list and takes others off it; 409 `only_of_a_list` for a filter, and for a sample, which stays as it was drawn. */
  changeListed(actor: Actor, id: string, { add = [], remove = [] }: ChangeListed): Promise<SegmentView> {
    return this.changing(actor, id, async (tx, before) => {
      if (before.kind !== 'list') throw conflict('only_of_a_list');
      if (add.length) await this.list(tx, actor, id, add);
      if (remove.length) await rows(tx, unlist, [id, remove]);
      await this.audit.record(tx, actor, 'segment.customers_changed', id, { added: add.length, removed: remove.length });
    });
  }

  /** Draws a random sample of the customers of a segment that the actor sees now, and keeps it; the same seed over the same customers draws the same ones. */
  draw(actor: Actor, fromId: string, { name, sharing, size, percent, seed = newId() }: DrawSample): Promise<SegmentView> {
    if ((size === undefined) === (percent === undefined)) throw invalid('size', 'number_or_share');
    return this.transactions.run(actor, async (tx) => {
      const from = await this.reads.one(tx, actor, fromId);
      const wanted = size ?? Math.ceil((await this.reads.size(tx, actor, fromId)) * (percent ?? 0) / 100);
      const drawn = await this.reads.over<{ id: string }>(tx, actor, fromId, (where) => `SELECT c.id FROM customers c WHERE ${where.sql} ORDER BY md5(${where.value(seed)}::text || c.id::text), c.id LIMIT ${where.value(wanted)}::int`);
      const id = await this.insert(tx, actor, { name, sharing: sharing ?? 'nobody', kind: 'sample', filter: from.filter, sort: null, sampledFromId: fromId, seed });
      await rows(tx, list, [id, drawn.map((customer) => customer.id), this.clock.now()]);
      return this.reads.one(tx, actor, id);
    });
  }

  /** Chooses the view that the actor's list opens with; null for all customers. */
  chooseDefault(actor: Actor, segmentId: string | null): Promise<null> {
    return this.transactions.run(actor, async (tx) => {
      if (segmentId === null) await tx.delete(DefaultView, { personId: actor.personId });
      else {
        await this.reads.one(tx, actor, segmentId);
        await tx.upsert(DefaultView, { personId: actor.personId, segmentId }, ['personId']);
      }
      return null;
    });
  }

  private async changing(actor: Actor, id: string, change: (tx: EntityManager, before: SegmentView) => Promise<void>): Promise<SegmentView> {
    const answer = await this.transactions.run(actor, async (tx) => {
      const before = await this.reads.one(tx, actor, id);
      if (!before.isMine) throw forbidden('only_its_owner');
      await change(tx, before);
      await this.settling.soonFor(tx, id);
      return this.reads.one(tx, actor, id);
    });
    this.settling.wake();
    return answer;
  }

  private async insert(tx: EntityManager, actor: Actor, given: Pick<Segment, 'name' | 'sharing' | 'kind' | 'filter' | 'sort'> & { sampledFromId?: string; seed?: string }): Promise<string> {
    const id = newId();
    await tx.insert(Segment, { id, ownerId: actor.personId, createdAt: this.clock.now(), archivedAt: null, sampledFromId: null, seed: null, ...given });
    await this.audit.record(tx, actor, 'segment.created', id, { name: given.name, kind: given.kind, sharing: given.sharing });
    return id;
  }

  private async list(tx: EntityManager, actor: Actor, id: string, customerIds: readonly string[]): Promise<void> {
    await lockCustomers(tx, actor, customerIds);
    await rows(tx, list, [id, customerIds, this.clock.now()]);
  }
}

/** A filter as plain JSON, without what was left out. */
const plainOf = (filter: CustomerFilter | undefined): CustomerFilter => JSON.parse(JSON.stringify(filter ?? {})) as CustomerFilter;
