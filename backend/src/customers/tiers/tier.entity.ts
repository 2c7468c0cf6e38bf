import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalisedNames } from '../../kernel/index.ts';

/** How important a customer is, and by that how often it is contacted by default. */
@Entity('tiers')
@Check('a_tier_waits_at_least_a_day', 'ideal_days >= 1 AND maximum_days >= ideal_days')
export class Tier {
  @PrimaryColumn('uuid')
  id: string;

  @Index('one_tier_per_key', { unique: true })
  @Column('varchar', { length: 40 })
  key: string;

  @Column('jsonb')
  names: LocalisedNames;

  /** Working days after an effective contact from which the next one is due. */
  @Column('int')
  idealDays: number;

  /** Working days after which the customer counts as neglected. */
  @Column('int')
  maximumDays: number;

  /** Order of importance, 1 first. */
  @Column('int')
  position: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
