import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { Nested, TimeOfDay } from '../../platform/http/fields.ts';
import { DayShiftsView } from '../calendar.dto.ts';
import { RegionField } from '../region-field.ts';

/** A time at which work can end: 24:00 is the end of the day. */
const EndOfShift = (): PropertyDecorator =>
  applyDecorators(Matches(/^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/, { context: { code: 'bad_time' } }), ApiProperty({ type: 'string', example: '18:00' }));

/** One stretch of work on a day, `until` not included. */
export class SetShift {
  @TimeOfDay()
  from: string;

  @EndOfShift()
  until: string;
}

/** The shifts of one weekday; none closes it. */
export class SetDayShifts {
  @Nested(() => SetShift, { max: 6 })
  shifts: SetShift[];
}

/** What is to hold from here on downwards; null: as further up. */
export class SetHours {
  /** Seven days from Monday. */
  @Nested(() => SetDayShifts, { max: 7, nullable: true })
  week: SetDayShifts[] | null;

  /** Whose holidays are kept: a region's, or, when empty, the organisation's own. */
  @RegionField({ nullable: true })
  region: string | null;
}

/** Where a setting comes from. */
export class SettledByView {
  level: 'organisation' | 'team' | 'person' | 'default';
  /** Name of the team or the person; empty else. */
  name: string;
}

/** The working time of the organisation, a team or a person. */
export class HoursView {
  /** What is settled here; null: as further up. */
  week: DayShiftsView[] | null;
  region: string | null;
  /** What holds further up, where nothing is settled here. */
  inheritedWeek: DayShiftsView[];
  inheritedRegion: string;
  weekFrom: SettledByView;
  regionFrom: SettledByView;
  canChange: boolean;
  /** 0 as long as nothing is settled here. */
  version: number;
}

/** A team or person with working time of its own. */
export class OwnHoursView {
  level: 'team' | 'person';
  id: string;
  name: string;
  week: DayShiftsView[] | null;
  region: string | null;
}

/** All of them that the actor may see. */
export class OwnHoursListView {
  items: OwnHoursView[];
}
