import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';

/** What an incentive is. */
export const INCENTIVE_KINDS = ['gift', 'coupon', 'other'] as const;
/** One of those. */
export type IncentiveKind = (typeof INCENTIVE_KINDS)[number];

/** Something that a customer gets for taking part in contact, with what one costs and how many there are. */
@Entity('incentives')
@Check('an_incentive_has_a_kind', `kind IN ('gift', 'coupon', 'other')`)
@Check('a_cost_is_not_negative', 'unit_cost >= 0 AND approval_above >= 0')
@Check('no_more_is_given_than_there_is', 'given >= 0 AND given <= stock')
@Check('an_incentive_has_a_period', 'valid_from < valid_until')
export class Incentive {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 120 })
  name: string;

  @Column('varchar', { length: 8 })
  kind: IncentiveKind;

  /** In the organisation's currency. */
  @Column('numeric', { precision: 16, scale: 2 })
  unitCost: string;

  /** How many there ever were; null = as many as are wanted. */
  @Column('int', { nullable: true })
  stock: number | null;

  /** How many were granted or are waiting for a decision. */
  @Column('int', { default: 0 })
  given: number;

  /** It can be granted from this day on. */
  @Column('date')
  validFrom: string;

  /** And before this one; null = without end. */
  @Column('date', { nullable: true })
  validUntil: string | null;

  /** A grant that costs more than this waits for a decision; null = none does. */
  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  approvalAbove: string | null;

  /** Set when it is granted no more. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  @ForeignKey(() => Person, { name: 'incentive_author_exists' })
  @Column('uuid')
  createdById: string;

  @Column('int', { default: 1 })
  version: number;
}
