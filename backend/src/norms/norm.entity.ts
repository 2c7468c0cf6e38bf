import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';

/** A norm (接触规范): the standard for contacts of a kind, on a channel or of a plan item. What it says stands in its versions; it is in use while one of those is in force. */
@Entity('norms')
export class Norm {
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  createdAt: Date;

  @ForeignKey(() => Person, { name: 'norm_creator_exists' })
  @Column('uuid')
  createdById: string;

  @Column('int', { default: 1 })
  version: number;
}
