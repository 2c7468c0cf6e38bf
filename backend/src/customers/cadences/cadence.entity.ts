import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';
import { Segment } from '../segments/segment.entity.ts';
import { CadenceTerms } from './cadence-terms.ts';

/** How often the customers of a segment, or one customer, are contacted; a tier's own cadence stands on the tier. */
@Entity('cadences')
@Index('one_cadence_per_segment', ['segmentId'], { unique: true, where: 'archived_at IS NULL' })
@Check('a_cadence_is_for_a_segment_or_a_customer', `(target = 'segment') = (segment_id IS NOT NULL) AND target IN ('segment', 'customer')`)
@Check('a_cadence_waits_at_least_one', 'ideal >= 1 AND maximum >= ideal')
@Check('a_fixed_cadence_has_a_first_slot', `anchor IN ('sliding', 'fixed') AND (anchor = 'fixed') = (anchor_on IS NOT NULL)`)
@Check('a_cadence_has_a_unit', `unit IN ('working_days', 'calendar_days', 'months')`)
export class Cadence extends CadenceTerms {
  @PrimaryColumn('uuid')
  id: string;

  /** Empty for one of a single customer. */
  @Column('varchar', { length: 120, default: '' })
  name: string;

  @Column('varchar', { length: 8 })
  target: 'segment' | 'customer';

  @ForeignKey(() => Segment, { name: 'cadence_segment_exists' })
  @Column('uuid', { nullable: true })
  segmentId: string | null;

  /** Who wrote it first: one of a segment counts for those of its customers that this person sees. */
  @ForeignKey(() => Person, { name: 'cadence_author_exists' })
  @Column('uuid')
  authorId: string;

  /** Units after an effective contact from which the next one is due. */
  @Column('int')
  ideal: number;

  /** Units after which the customer counts as neglected. */
  @Column('int')
  maximum: number;

  /** Which of several segments counts, 1 first; 0 for a customer's own. */
  @Column('int', { default: 0 })
  position: number;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
