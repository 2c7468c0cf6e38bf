import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound } from '../../kernel/index.ts';
import { type Actor, rightsOf } from '../../people/index.ts';
import { rows, statement } from '../../platform/database/statements.ts';
import type { Conditions } from '../list/conditions.ts';
import { CustomerList } from '../list/customer-list.ts';
import type { CustomerFilter } from '../list/list.dto.ts';
import type { SegmentKind } from './segment.entity.ts';
import type { SegmentView } from './segments.dto.ts';

const COLUMNS = `s.id, s.name, s.kind, s.sharing, s.owner_id AS "ownerId", s.filter, s.sort, s.sampled_from_id AS "sampledFromId", s.seed,
  CASE WHEN s.kind <> 'filter' THEN (SELECT count(*)::int FROM segment_customers m WHERE m.segment_id = s.id) END AS listed,
  (s.owner_id = $1 OR $3) AS "isMine", EXISTS (SELECT 1 FROM default_views d WHERE d.person_id = $1 AND d.segment_id = s.id) AS "isDefault", s.version`;
// Whoever runs the product may tidy up what is shared with everyone; what is nobody else's stays so.
const USABLE = `(s.owner_id = $1 OR s.sharing = 'everyone' OR (s.sharing = 'team' AND o.team_id = $2))`;
const all = statement('segments_usable', `SELECT ${COLUMNS} FROM segments s JOIN people o ON o.id = s.owner_id WHERE s.archived_at IS NULL AND ${USABLE} ORDER BY s.owner_id <> $1, lower(s.name), s.id`);
const one = statement('segment_usable', `SELECT ${COLUMNS} FROM segments s JOIN people o ON o.id = s.owner_id WHERE s.id = $4 AND ${USABLE}`);
const plain = statement('segment_plain', 'SELECT s.kind, s.filter FROM segments s WHERE s.id = $1');

/** Reads segments and the customers in them, within the scope of whoever asks. */
@Injectable()
export class SegmentReads {
  constructor(
    private readonly source: DataSource,
    private readonly list: CustomerList,
  ) {}

  /** Every segment that the actor may use: their own first, then by name. */
  async all(actor: Actor): Promise<SegmentView[]> {
    return rows<SegmentView>(this.source, all, parametersOf(actor));
  }

  /** One of those, deleted ones included; 404 when the actor may not use it. */
  async one(on: DataSource | EntityManager, actor: Actor, id: string): Promise<SegmentView> {
    const [found] = await rows<SegmentView>(on, one, [...parametersOf(actor), id]);
    if (!found) throw notFound();
    return found;
  }

  /** How many customers of a segment the actor sees at present. */
  async count(actor: Actor, id: string): Promise<number> {
    await this.one(this.source, actor, id);
    return this.size(this.source, actor, id);
  }

  /** The same without asking whether the actor may use the segment: for plans, whose readers may count their audience. */
  async size(on: DataSource | EntityManager, actor: Actor, id: string): Promise<number> {
    const [found] = await this.over<{ count: number }>(on, actor, id, (where) => `SELECT count(*)::int AS count FROM customers c WHERE ${where.sql}`);
    return found?.count ?? 0;
  }

  /** Runs a text of ours over the customers `c` of a segment that the actor sees; an archived customer is in none. */
  async over<Row extends Record<string, unknown>>(on: DataSource | EntityManager, actor: Actor, id: string, text: (where: Conditions) => string): Promise<Row[]> {
    const [segment] = await rows<{ kind: SegmentKind; filter: CustomerFilter }>(on, plain, [id]);
    if (!segment) throw notFound();
    if (segment.kind === 'filter') return this.list.over<Row>(on, actor, segment.filter, text);
    return this.list.over<Row>(on, actor, {}, (where) => {
      where.and(`c.id IN (SELECT m.customer_id FROM segment_customers m WHERE m.segment_id = ${where.value(id)}::uuid)`);
      return text(where);
    });
  }
}

const parametersOf = (actor: Actor): unknown[] => [actor.personId, actor.teamId, rightsOf(actor.roles).includes('settings.manage')];
