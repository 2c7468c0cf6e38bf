import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../../customers/index.ts';
import { Person } from '../../people/index.ts';
import { Incentive } from '../incentive.entity.ts';

/** How a grant stands: waiting for a decision, granted, sent back by a decider, or taken back. */
export const GRANT_STATES = ['waiting', 'granted', 'returned', 'withdrawn'] as const;
/** One of those. */
export type GrantState = (typeof GRANT_STATES)[number];

/** An incentive that a customer was granted: how many, by whom, when, for which plan item, with which follow-up. */
@Entity('incentive_grants')
@Index('grants_of_a_customer', ['customerId', 'grantedAt', 'id'])
@Index('grants_of_a_follow_up', ['followUpId'], { where: 'follow_up_id IS NOT NULL' })
@Index('grants_of_an_incentive', ['incentiveId'])
@Index('grants_of_a_plan_item', ['planItemId'], { where: 'plan_item_id IS NOT NULL' })
@Check('a_grant_has_a_state', `state IN ('waiting', 'granted', 'returned', 'withdrawn')`)
@Check('no_more_is_redeemed_than_granted', 'quantity > 0 AND redeemed BETWEEN 0 AND quantity')
export class IncentiveGrant {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Incentive, { name: 'granted_incentive_exists' })
  @Column('uuid')
  incentiveId: string;

  @ForeignKey(() => Customer, { name: 'granted_customer_exists' })
  @Column('uuid')
  customerId: string;

  /** The plan item that it was granted for, by name because plans lie above. */
  @ForeignKey('PlanItem', { name: 'granted_item_exists' })
  @Column('uuid', { nullable: true })
  planItemId: string | null;

  /** The follow-up that it came with, by name because follow-ups lie above. */
  @ForeignKey('FollowUp', { name: 'granted_follow_up_exists' })
  @Column('uuid', { nullable: true })
  followUpId: string | null;

  @Column('int')
  quantity: number;

  /** What one cost when it was granted. */
  @Column('numeric', { precision: 16, scale: 2 })
  unitCost: string;

  @Column('varchar', { length: 9 })
  state: GrantState;

  /** How many of them were redeemed. */
  @Column('int', { default: 0 })
  redeemed: number;

  @Column('varchar', { length: 300, default: '' })
  note: string;

  @Column('timestamptz')
  grantedAt: Date;

  @ForeignKey(() => Person, { name: 'granter_exists' })
  @Column('uuid')
  grantedById: string;
}
