import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { LocalisedNames } from '../../kernel/index.ts';
import { CadenceTerms } from '../cadences/cadence-terms.ts';

/** How important a customer is, and by that how often it is contacted by default. */
@Entity('tiers')
@Check('a_tier_waits_at_least_a_day', 'ideal_days >= 1 AND maximum_days >= ideal_days')
@Check('a_fixed_tier_has_a_first_slot', `anchor IN ('sliding', 'fixed') AND (anchor = 'fixed') = (anchor_on IS NOT NULL)`)
@Check('a_tier_has_a_unit', `unit IN ('working_days', 'calendar_days', 'months')`)
export class Tier extends CadenceTerms {
  @PrimaryColumn('uuid')
  id: string;

  @Index('one_tier_per_key', { unique: true })
  @Column('varchar', { length: 40 })
  key: string;

  @Column('jsonb')
  names: LocalisedNames;

  /** Working days, or what the unit says, after an effective contact from which the next one is due. */
  @Column('int')
  idealDays: number;

  /** The same after which the customer counts as neglected. */
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
