import { ApiProperty } from '@nestjs/swagger';
import { Id, Ids, Nested, OneOf, Text, Whole } from '../../platform/http/fields.ts';
import { CustomerFilter, SORTS, type Sort } from '../list/list.dto.ts';
import { SEGMENT_KINDS, SHARINGS, type SegmentKind, type Sharing } from './segment.entity.ts';

/** Most customers that a list takes at once. */
export const MOST_AT_ONCE = 5_000;

/** A new saved view: a filter, or a list of these customers. */
export class CreateSegment {
  @Text({ max: 120 })
  name: string;

  /** Left out: nobody. */
  @OneOf(SHARINGS, { optional: true })
  sharing?: Sharing;

  @Nested(() => CustomerFilter, { optional: true })
  filter?: CustomerFilter;

  @OneOf(SORTS, { optional: true })
  sort?: Sort;

  /** Makes it a list of these customers; the filter is not used then. */
  @Ids({ max: MOST_AT_ONCE, optional: true })
  customerIds?: string[];
}

/** What to change of a saved view; what is left out stays. */
export class ChangeSegment {
  @Text({ max: 120, optional: true })
  name?: string;

  @OneOf(SHARINGS, { optional: true })
  sharing?: Sharing;

  /** Of a filter only. */
  @Nested(() => CustomerFilter, { optional: true })
  filter?: CustomerFilter;

  @OneOf(SORTS, { optional: true, nullable: true })
  sort?: Sort | null;
}

/** Puts customers on a list, and takes others off it. */
export class ChangeListed {
  @Ids({ max: MOST_AT_ONCE, optional: true })
  add?: string[];

  @Ids({ max: MOST_AT_ONCE, optional: true })
  remove?: string[];
}

/** A random sample: so many customers, or such a share of them. */
export class DrawSample {
  @Text({ max: 120 })
  name: string;

  @OneOf(SHARINGS, { optional: true })
  sharing?: Sharing;

  /** Customers to draw; either this or the share. */
  @Whole({ min: 1, max: 100_000, optional: true })
  size?: number;

  /** Per cent of the customers, rounded up; either this or the number. */
  @Whole({ min: 1, max: 100, optional: true })
  percent?: number;

  /** Draws the same customers again; left out: a new one. */
  @Text({ max: 40, optional: true })
  seed?: string;
}

/** The view that the list opens with. */
export class ChooseDefaultView {
  /** Null: all customers. */
  @Id({ nullable: true })
  segmentId: string | null;
}

/** A saved view of the customers. */
export class SegmentView {
  id: string;
  name: string;

  @ApiProperty({ type: 'string', enum: [...SEGMENT_KINDS] })
  kind: SegmentKind;

  @ApiProperty({ type: 'string', enum: [...SHARINGS] })
  sharing: Sharing;

  ownerId: string;
  filter: CustomerFilter;
  sort: string | null;
  sampledFromId: string | null;
  seed: string | null;

  /** Customers on a list or in a sample, those that you do not see included; null for a filter. */
  listed: number | null;

  /** Whether you may change it. */
  isMine: boolean;

  /** Whether your list opens with it. */
  isDefault: boolean;

  version: number;
}

/** The saved views that you may use: yours first, each group by name. */
export class SegmentsView {
  items: SegmentView[];
}
