import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../kernel/index.ts';

/** The one organisation that this installation serves: its zone, currency and language. */
@Entity('organisation')
@Check('there_is_one_organisation', 'id = 1')
export class Organisation {
  @PrimaryColumn('int')
  id: number;

  @Column('varchar', { length: 120 })
  name: string;

  /** Team reports and "the day of a fact" use this zone. */
  @Column('varchar', { length: 64 })
  timeZone: string;

  /** ISO 4217. */
  @Column('char', { length: 3 })
  currency: string;

  @Column('varchar', { length: 10 })
  language: Language;

  /** ISO weekday 1 (Monday) to 7. */
  @Column('smallint', { default: 1 })
  weekStartsOn: number;

  /** Contacts that a person makes on a working day: what plans are measured against. */
  @Column('int', { default: 8 })
  contactsPerDay: number;

  /** Another number after each change of hours, holidays, absences and of whose they are (by triggers): a working calendar that was read at this number still holds. */
  @Column('int', { default: 1 })
  calendarVersion: number;

  /** True when the data is sample data; every page then says so. */
  @Column('boolean', { default: false })
  isDemo: boolean;

  @Column('int', { default: 1 })
  version: number;
}
