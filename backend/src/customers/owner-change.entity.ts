import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person, Team } from '../people/index.ts';
import { Customer } from './customer.entity.ts';

/** One change of a customer's owner or team. Credit for past communications stays with their authors. */
@Entity('owner_changes')
@Index('owner_changes_of_a_customer', ['customerId', 'changedAt'])
export class OwnerChange {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Customer, { name: 'owner_change_customer_exists' })
  @Column('uuid')
  customerId: string;

  @ForeignKey(() => Person, { name: 'owner_change_from_exists' })
  @Column('uuid', { nullable: true })
  fromOwnerId: string | null;

  @ForeignKey(() => Person, { name: 'owner_change_to_exists' })
  @Column('uuid', { nullable: true })
  toOwnerId: string | null;

  @ForeignKey(() => Team, { name: 'owner_change_from_team_exists' })
  @Column('uuid', { nullable: true })
  fromTeamId: string | null;

  @ForeignKey(() => Team, { name: 'owner_change_to_team_exists' })
  @Column('uuid', { nullable: true })
  toTeamId: string | null;

  /** Open touchpoints of the old owner that followed to the new one. */
  @Column('uuid', { array: true, default: [] })
  movedTouchpointIds: string[];

  @Column('timestamptz')
  changedAt: Date;

  @ForeignKey(() => Person, { name: 'owner_change_person_exists' })
  @Column('uuid')
  changedById: string;
}
