import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.ts';
import { Calendar } from './calendar.ts';
import { OfficialCalendar } from './official-calendar.ts';
import { WorkingCalendars } from './working-calendars.ts';

/** When people work: the working week, holidays and make-up working days. */
@Module({ controllers: [CalendarController], providers: [Calendar, OfficialCalendar, WorkingCalendars], exports: [Calendar, WorkingCalendars] })
export class CalendarModule {}
