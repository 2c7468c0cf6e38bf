import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';
import { Customer } from '../customer.entity.ts';

/** Days within which a merge can be taken back. */
export const MERGE_UNDO_DAYS = 30;

/** Two records of one customer made one: which stays, which was merged into it, and all that has to be put back when that was wrong. */
@Entity('customer_merges')
@Index('merges_of_a_customer', ['customerId', 'mergedAt'])
@Index('merges_of_a_merged_customer', ['otherId'])
@Index('one_merge_per_merged_customer', ['otherId'], { unique: true, where: 'undone_at IS NULL' })
export class CustomerMerge {
  @PrimaryColumn('uuid')
  id: string;

  /** The customer that stays. */
  @ForeignKey(() => Customer, { name: 'merge_customer_exists' })
  @Column('uuid')
  customerId: string;

  /** The one that was merged into it. */
  @ForeignKey(() => Customer, { name: 'merged_customer_exists' })
  @Column('uuid')
  otherId: string;

  @Column('timestamptz')
  mergedAt: Date;

  @ForeignKey(() => Person, { name: 'merger_exists' })
  @Column('uuid')
  mergedById: string;

  /** Keys of the fields that were taken from the other one. */
  @Column('varchar', { length: 60, array: true, default: [] })
  taken: string[];

  /** Every row that the merge changed, with what stood in it before and afterwards. */
  @Column('jsonb')
  journal: unknown;

  /** What the other one's page shows although it has moved: people, contact points, contact times, as they were. */
  @Column('jsonb')
  shown: unknown;

  /** The version of the customer that stays, before the merge. */
  @Column('int', { default: 0 })
  version: number;

  /** The same of the other one. */
  @Column('int', { default: 0 })
  otherVersion: number;

  /** By how much the merge, and taking it apart, moved the version of the customer that stays: a version beyond that was somebody's. */
  @Column('smallint', { default: 0 })
  steps: number;

  /** By how much that of the other one. */
  @Column('smallint', { default: 0 })
  otherSteps: number;

  @Column('timestamptz', { nullable: true })
  undoneAt: Date | null;

  @ForeignKey(() => Person, { name: 'merge_undoer_exists' })
  @Column('uuid', { nullable: true })
  undoneById: string | null;
}
