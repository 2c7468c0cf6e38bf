import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';
import { Touchpoint } from './touchpoint.entity.ts';

/** One move of a touchpoint to another day or time. */
@Entity('touchpoint_moves')
@Index('moves_of_a_touchpoint', ['touchpointId', 'movedAt'])
export class TouchpointMove {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Touchpoint, { name: 'moved_touchpoint_exists', onDelete: 'CASCADE' })
  @Column('uuid')
  touchpointId: string;

  @Column('timestamptz')
  movedAt: Date;

  @ForeignKey(() => Person, { name: 'mover_exists' })
  @Column('uuid')
  movedById: string;

  @Column('date')
  fromOn: string;

  @Column('timestamptz', { nullable: true })
  fromAt: Date | null;

  @Column('date')
  toOn: string;

  @Column('timestamptz', { nullable: true })
  toAt: Date | null;

  @Column('varchar', { length: 300, nullable: true })
  reason: string | null;
}
