import { Day, Flag, Id, Nested, OneOf, Text, Whole } from '../platform/http/fields.ts';
import { OFFICIAL_REGIONS, type OfficialRegion } from './official.rules.ts';
import { RegionField } from './region-field.ts';
import type { Completeness } from './shipped-days.ts';

const KINDS = ['holiday', 'working'] as const;

/** A period of days, `until` not included. */
export class CalendarQuery {
  @Day()
  from: string;

  @Day()
  until: string;

  /** Whose calendar; the organisation's when left out. */
  @Id({ optional: true })
  personId?: string;
}

/** Whose days: of a region, or, when empty, of everybody who follows none. */
export class RegionQuery {
  @RegionField({ optional: true })
  region?: string;
}

/** What a day is to be: a holiday, or worked although its weekday is closed. */
export class SetDay {
  @OneOf(KINDS)
  kind: 'holiday' | 'working';

  @Text({ max: 80 })
  name: string;
}

/** A day of a list. */
export class SetDayOn extends SetDay {
  @Day()
  day: string;
}

/** Many days at once, for instance pasted from an announcement. */
export class SetDays extends RegionQuery {
  @Nested(() => SetDayOn, { max: 400 })
  days: SetDayOn[];
}

/** Which shipped calendar to load, and for whom. Days entered by hand stay unless `replacesManual`. */
export class LoadOfficial {
  @OneOf(OFFICIAL_REGIONS)
  region: OfficialRegion;

  @Whole({ min: 2004, max: 2099 })
  year: number;

  @Flag({ optional: true })
  replacesManual?: boolean;

  /** The region whose days they become; empty or left out: of everybody who follows none. */
  @RegionField({ optional: true })
  into?: string;
}

/** A day that differs from the working week. */
export class CalendarDayView {
  /** Local date. */
  day: string;
  kind: 'holiday' | 'working';
  /** In the person's language where it is an official holiday. */
  name: string;
  /** True when somebody of the organisation entered it, false when it comes from an official calendar or a file. */
  isManual: boolean;
  /** Whose day it is: a region's, or, when empty, of the whole organisation. */
  region: string;
}

/** One stretch of work on a day. */
export class ShiftView {
  /** HH:mm. */
  from: string;
  /** HH:mm, at most 24:00; not included. */
  until: string;
}

/** The shifts of a weekday, in order; none when it is closed. */
export class DayShiftsView {
  shifts: ShiftView[];
}

/** The week and hours in which the organisation or a person works. */
export class WorkingWeekView {
  /** ISO weekdays, 1 is Monday. */
  workingWeekdays: number[];
  weekStartsOn: number;
  /** Each weekday, Monday first. */
  week: DayShiftsView[];
  /** HH:mm in `timeZone`: when the earliest shift begins. */
  opensAt: string;
  /** When the latest one ends. */
  closesAt: string;
  timeZone: string;
}

/** The working calendar of a period. */
export class CalendarView {
  week: WorkingWeekView;
  days: CalendarDayView[];
}

/** What is known of the official calendar of a year and what of it was loaded. */
export class OfficialYearView {
  /** The region that the organisation's zone lies in; null where no official calendar is shipped. */
  region: OfficialRegion | null;
  /** `arrangement`: the yearly notice with make-up days; `statutory`: only the days named by law, the notice is not known to this version; `none`. */
  shipped: Completeness;
  /** Like `shipped`, for what the calendar holds now. */
  loaded: Completeness;
}

/** The working calendar of a year, for editing. */
export class CalendarYearView extends CalendarView {
  year: number;
  /** Whose days these are. */
  region: string;
  /** Every region that has days or followers. */
  regions: string[];
  official: OfficialYearView;
}
