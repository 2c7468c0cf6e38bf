import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { NormVersion } from '../../norms/index.ts';
import { FollowUp } from '../follow-up.entity.ts';

/** How far a communication followed its norm: the points that were ticked, of the version that was on the screen. */
@Entity('norm_answers')
@Check('not_more_points_ticked_than_required', 'ticked_required BETWEEN 0 AND required')
export class NormAnswer {
  @ForeignKey(() => FollowUp, { name: 'answered_follow_up_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  followUpId: string;

  @ForeignKey(() => NormVersion, { name: 'answered_norm_version_exists' })
  @Column('uuid')
  normVersionId: string;

  /** Identifiers of points. */
  @Column('jsonb')
  ticked: string[];

  /** Required points of that version. */
  @Column('smallint')
  required: number;

  /** Those of them that were ticked. */
  @Column('smallint')
  tickedRequired: number;
}
