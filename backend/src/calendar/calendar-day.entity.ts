import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A day that differs from the working week: a holiday, or a make-up working day (调休). */
@Entity('calendar_days')
@Check('a_calendar_day_is_a_holiday_or_worked', `kind IN ('holiday', 'working')`)
export class CalendarDay {
  /** Empty: for everybody who follows no region; else the region's key, such as `HK`. */
  @PrimaryColumn('varchar', { length: 20, default: '' })
  region: string;

  @PrimaryColumn('date')
  day: string;

  @Column('varchar', { length: 10 })
  kind: 'holiday' | 'working';

  @Column('varchar', { length: 80 })
  name: string;

  /** Where the entry comes from: `manual`, `file`, or the name of a shipped calendar. */
  @Column('varchar', { length: 80 })
  source: string;
}
