import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../customer.entity.ts';
import { Segment } from './segment.entity.ts';

/** A customer on a list, or in a sample. */
@Entity('segment_customers')
@Index('segments_of_a_customer', ['customerId'])
export class SegmentCustomer {
  @ForeignKey(() => Segment, { name: 'listed_segment_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  segmentId: string;

  @ForeignKey(() => Customer, { name: 'listed_customer_exists' })
  @PrimaryColumn('uuid')
  customerId: string;

  @Column('timestamptz')
  addedAt: Date;
}
