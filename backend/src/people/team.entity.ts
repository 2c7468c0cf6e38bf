import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A team in the tree of teams. */
@Entity('teams')
@Index('one_team_of_a_name_per_parent', ['parentId', 'name'], { unique: true, where: 'archived_at IS NULL' })
@Check('a_team_is_not_its_own_parent', 'parent_id <> id')
export class Team {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 120 })
  name: string;

  /** The team above, null at the top. */
  @ForeignKey(() => Team, { name: 'team_parent_exists' })
  @Column('uuid', { nullable: true })
  parentId: string | null;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
