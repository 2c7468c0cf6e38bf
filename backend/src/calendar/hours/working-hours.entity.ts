import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person, Team } from '../../people/index.ts';

/** The identifier under which the organisation's own hours stand. */
export const ORGANISATION_ID = '00000000-0000-0000-0000-000000000000';

/** What the organisation, a team or a person settled about their working time; the nearest one that is settled counts. */
@Entity('working_hours')
@Check('working_hours_belong_to_one', `id = coalesce(person_id, team_id, '${ORGANISATION_ID}'::uuid) AND (person_id IS NULL OR team_id IS NULL)`)
export class WorkingHours {
  /** Of the person, of the team, or all zeros for the organisation. */
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Team, { name: 'working_hours_team_exists' })
  @Column('uuid', { nullable: true })
  teamId: string | null;

  @ForeignKey(() => Person, { name: 'working_hours_person_exists' })
  @Column('uuid', { nullable: true })
  personId: string | null;

  /** Seven days from Monday parted by `|`, each with its shifts such as `09:00-12:00 13:30-18:00`; null: as further up. */
  @Column('varchar', { length: 700, nullable: true })
  week: string | null;

  /** Whose holidays are kept; empty: the organisation's own; null: as further up. */
  @Column('varchar', { length: 20, nullable: true })
  region: string | null;

  @Column('int', { default: 1 })
  version: number;
}
