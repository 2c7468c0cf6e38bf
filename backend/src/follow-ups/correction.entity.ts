import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';
import { FollowUp } from './follow-up.entity.ts';

/** The trace of one correction of a record: what stood there before. */
@Entity('corrections')
@Index('corrections_of_a_follow_up', ['followUpId', 'correctedAt'])
export class Correction {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => FollowUp, { name: 'corrected_follow_up_exists' })
  @Column('uuid')
  followUpId: string;

  @Column('timestamptz')
  correctedAt: Date;

  @ForeignKey(() => Person, { name: 'corrector_exists' })
  @Column('uuid')
  correctedById: string;

  /** The changed properties with their former values. */
  @Column('jsonb')
  before: Record<string, unknown>;

  @Column('jsonb')
  after: Record<string, unknown>;
}
