import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';
import { Touchpoint } from '../touchpoint.entity.ts';
import { Rescheduling } from './rescheduling.entity.ts';

/** One touchpoint of a rescheduling: whose and when it was before and after, so that it can be put back. */
@Entity('rescheduled_touchpoints')
@Index('reschedulings_of_a_touchpoint', ['touchpointId'])
export class RescheduledTouchpoint {
  @ForeignKey(() => Rescheduling, { name: 'rescheduling_of_a_touchpoint_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  reschedulingId: string;

  @ForeignKey(() => Touchpoint, { name: 'rescheduled_touchpoint_exists', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid')
  touchpointId: string;

  @ForeignKey(() => Person, { name: 'rescheduled_from_exists' })
  @Column('uuid')
  fromOwnerId: string;

  @ForeignKey(() => Person, { name: 'rescheduled_to_exists' })
  @Column('uuid')
  toOwnerId: string;

  @Column('date')
  fromOn: string;

  @Column('timestamptz', { nullable: true })
  fromAt: Date | null;

  @Column('date')
  toOn: string;

  @Column('timestamptz', { nullable: true })
  toAt: Date | null;

  /** The reminder that it had. */
  @Column('timestamptz', { nullable: true })
  remindAt: Date | null;

  /** The move in its history; null when only the owner changed. */
  @Column('uuid', { nullable: true })
  moveId: string | null;

  /** Its version afterwards: another one means that somebody has worked with it since. */
  @Column('int')
  version: number;
}
