import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/index.ts';

/** Why somebody is away. */
export const ABSENCE_KINDS = ['leave', 'sick', 'travel', 'other'] as const;
/** One of those. */
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

/** Days `[fromOn, untilOn)` on which a person does not work, or half of one day. */
@Entity('absences')
@Index('absences_of_a_person', ['personId', 'fromOn'], { where: 'withdrawn_at IS NULL' })
@Check('an_absence_ends_after_it_starts', 'until_on > from_on')
@Check('half_an_absence_is_on_one_day', 'half IS NULL OR until_on = from_on + 1')
@Check('an_absence_has_a_kind', `kind IN ('leave', 'sick', 'travel', 'other')`)
export class Absence {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Person, { name: 'absent_person_exists' })
  @Column('uuid')
  personId: string;

  @Column('date')
  fromOn: string;

  @Column('date')
  untilOn: string;

  /** The half that is off; null: whole days. */
  @Column('varchar', { length: 10, nullable: true })
  half: 'morning' | 'afternoon' | null;

  @Column('varchar', { length: 10 })
  kind: AbsenceKind;

  @Column('varchar', { length: 300, default: '' })
  note: string;

  @Column('timestamptz')
  createdAt: Date;

  @ForeignKey(() => Person, { name: 'absence_creator_exists' })
  @Column('uuid')
  createdById: string;

  /** Set when the person is there after all. */
  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;

  @ForeignKey(() => Person, { name: 'absence_withdrawer_exists' })
  @Column('uuid', { nullable: true })
  withdrawnById: string | null;
}
