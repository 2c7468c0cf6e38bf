import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Absence } from '../../calendar/index.ts';
import { Person } from '../../people/index.ts';

/** What becomes of the open touchpoints of somebody who is away or leaves. */
export const WAYS = ['delegate', 'shift', 'release'] as const;
/** One of those. */
export type Way = (typeof WAYS)[number];
/** How chosen touchpoints of any number of people go to others: all to one person, or spread over several. */
export const REASSIGNING_WAYS = ['assign', 'rebalance'] as const;
/** One of those. */
export type ReassigningWay = (typeof REASSIGNING_WAYS)[number];

/** One rescheduling in bulk: who did it when, for whose touchpoints, and whether it was taken back. */
@Entity('reschedulings')
@Index('reschedulings_of_a_person', ['personId', 'doneAt'])
@Index('reassignments_by_whom', ['doneById', 'doneAt'], { where: 'person_id IS NULL' })
@Check('a_rescheduling_has_a_way', `way IN ('delegate', 'shift', 'release', 'assign', 'rebalance')`)
@Check('a_rescheduling_is_of_a_person_or_a_reassignment', `(person_id IS NULL) = (way IN ('assign', 'rebalance'))`)
export class Rescheduling {
  @PrimaryColumn('uuid')
  id: string;

  /** Whose touchpoints; null for those chosen of several people. */
  @ForeignKey(() => Person, { name: 'rescheduled_person_exists' })
  @Column('uuid', { nullable: true })
  personId: string | null;

  @Column('varchar', { length: 10 })
  way: Way | ReassigningWay;

  /** The absence that it was done for. */
  @ForeignKey(() => Absence, { name: 'rescheduling_absence_exists' })
  @Column('uuid', { nullable: true })
  absenceId: string | null;

  /** Why, in somebody's words. */
  @Column('varchar', { length: 300, default: '' })
  reason: string;

  /** How many touchpoints it changed. */
  @Column('int')
  changed: number;

  @Column('timestamptz')
  doneAt: Date;

  @ForeignKey(() => Person, { name: 'rescheduler_exists' })
  @Column('uuid')
  doneById: string;

  @Column('timestamptz', { nullable: true })
  reversedAt: Date | null;

  @ForeignKey(() => Person, { name: 'rescheduling_reverser_exists' })
  @Column('uuid', { nullable: true })
  reversedById: string | null;
}
