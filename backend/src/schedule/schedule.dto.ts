import { AbsenceView, CalendarDayView, WorkingWeekView } from '../calendar/index.ts';
import { Day } from '../platform/http/fields.ts';
import { WhoseField } from './whose.ts';

/** A period of local days of the person who asks, `until` not included, and whose calendars. */
export class ScheduleQuery {
  @Day()
  from: string;

  @Day()
  until: string;

  /** `me`, `person:<id>` or `team:<id>`. */
  @WhoseField()
  whose: string;
}

/** One thing in a calendar; it is stored where its kind is at home and only read here. */
export class ScheduleEntryView {
  kind: 'touchpoint' | 'event' | 'task' | 'decision';
  id: string;
  version: number;
  /** Purpose of the touchpoint, subject of the event or task; may be empty for a touchpoint; what is to be decided. */
  title: string;
  customerId: string | null;
  customerName: string | null;
  /** In whose calendar it stands. */
  ownerId: string;
  ownerName: string;
  /** A local date when `isAllDay`, else an instant. */
  start: string;
  /** Exclusive end of the same form; null where there is none. */
  end: string | null;
  isAllDay: boolean;
  /** `missed` and `done` lie behind us; everything else is `scheduled`. */
  state: 'scheduled' | 'done' | 'missed';
  channelId: string | null;
  place: string | null;
  /** Talking points or notes, at most 500 characters. */
  note: string;
  /** The date was promised to the customer. */
  isPromised: boolean;
  /** Its day is over where the owner is, they were not away on it, and it is still open. */
  isOverdue: boolean;
  /** Whether the person who asks may move it now. */
  canMove: boolean;
}

/** The calendar of one or several people over a period, with the days that differ from the working week. */
export class ScheduleView {
  from: string;
  until: string;
  /** Zone in which `from` and `until` are days: that of the person who asks. */
  timeZone: string;
  week: WorkingWeekView;
  days: CalendarDayView[];
  /** When the owners of these calendars are away. */
  absences: AbsenceView[];
  entries: ScheduleEntryView[];
  /** True when there are more entries than are shown (2,000 of a kind); a shorter period or fewer people shows all. */
  isCut: boolean;
}

/** Somebody whose calendar can be opened. */
export class CalendarPersonView {
  id: string;
  name: string;
}

/** A team of whose calendars at least one can be opened. */
export class CalendarTeamView {
  id: string;
  name: string;
}

/** Whose calendars the person who asks may open, themselves not listed. */
export class CalendarsView {
  people: CalendarPersonView[];
  teams: CalendarTeamView[];
}
