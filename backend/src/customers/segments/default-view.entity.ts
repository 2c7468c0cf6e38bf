import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';
import { Segment } from './segment.entity.ts';

/** The view with which the list of customers opens for a person. */
@Entity('default_views')
export class DefaultView {
  @ForeignKey(() => Person, { name: 'default_view_person_exists' })
  @PrimaryColumn('uuid')
  personId: string;

  @ForeignKey(() => Segment, { name: 'default_view_segment_exists', onDelete: 'CASCADE' })
  @Column('uuid')
  segmentId: string;
}
