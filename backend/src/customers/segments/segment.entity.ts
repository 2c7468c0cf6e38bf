import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';
import type { CustomerFilter, Sort } from '../list/list.dto.ts';

/** A segment is a filter that is asked anew each time, a list of customers picked by hand, or a random sample that was drawn once. */
export const SEGMENT_KINDS = ['filter', 'list', 'sample'] as const;
/** One of those kinds. */
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** With whom a segment is shared; the team is the one its owner is in. */
export const SHARINGS = ['nobody', 'team', 'everyone'] as const;
/** One of those. */
export type Sharing = (typeof SHARINGS)[number];

/** A saved view of the customers, and the audience of plans; whoever uses it sees those of its customers that they see anyway. */
@Entity('segments')
@Index('segments_of_an_owner', ['ownerId'])
@Check('a_segment_has_a_kind', `kind IN ('filter', 'list', 'sample')`)
@Check('a_segment_is_shared_with_somebody', `sharing IN ('nobody', 'team', 'everyone')`)
export class Segment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 120 })
  name: string;

  @Column('varchar', { length: 6 })
  kind: SegmentKind;

  @Column('varchar', { length: 8, default: 'nobody' })
  sharing: Sharing;

  @ForeignKey(() => Person, { name: 'segment_owner_exists' })
  @Column('uuid')
  ownerId: string;

  /** The list's own filter; of a sample the one that it was drawn from, of a list empty. */
  @Column('jsonb', { default: {} })
  filter: CustomerFilter;

  @Column('varchar', { length: 20, nullable: true })
  sort: Sort | null;

  /** The segment that a sample was drawn from. */
  @ForeignKey(() => Segment, { name: 'sampled_segment_exists' })
  @Column('uuid', { nullable: true })
  sampledFromId: string | null;

  /** What decides the draw: the same seed draws the same customers. */
  @Column('varchar', { length: 40, nullable: true })
  seed: string | null;

  @Column('timestamptz')
  createdAt: Date;

  /** Set when it was deleted; plans that use it go on. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
