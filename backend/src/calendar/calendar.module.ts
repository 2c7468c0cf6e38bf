import { Module } from '@nestjs/common';
import { AbsencesController } from './absences/absences.controller.ts';
import { Absences } from './absences/absences.ts';
import { CalendarController } from './calendar.controller.ts';
import { Calendar } from './calendar.ts';
import { HoursController } from './hours/hours.controller.ts';
import { Hours } from './hours/hours.ts';
import { CalendarFilesController } from './ics/calendar-files.controller.ts';
import { CalendarFiles } from './ics/calendar-files.ts';
import { OfficialCalendar } from './official-calendar.ts';
import { WorkingCalendars } from './working-calendars.ts';

/** When people work: working hours, holidays and make-up working days, absences. */
@Module({
  controllers: [CalendarController, CalendarFilesController, HoursController, AbsencesController],
  providers: [Calendar, OfficialCalendar, WorkingCalendars, CalendarFiles, Hours, Absences],
  exports: [Calendar, WorkingCalendars, Absences],
})
export class CalendarModule {}
