import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';
import { IncentiveGrant } from './incentive-grant.entity.ts';

/** A customer took what they were granted: how many, when, and who wrote it down. */
@Entity('incentive_redemptions')
@Index('redemptions_of_a_grant', ['grantId', 'redeemedAt'])
@Check('a_redemption_is_of_something', 'quantity > 0')
export class IncentiveRedemption {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => IncentiveGrant, { name: 'redeemed_grant_exists' })
  @Column('uuid')
  grantId: string;

  @Column('int')
  quantity: number;

  @Column('timestamptz')
  redeemedAt: Date;

  @ForeignKey(() => Person, { name: 'redeemer_exists' })
  @Column('uuid')
  redeemedById: string;
}
