import { Module } from '@nestjs/common';
import { WorkingCalendars } from './working-calendars.ts';

/** When people work: the working week, holidays and make-up working days. */
@Module({ providers: [WorkingCalendars], exports: [WorkingCalendars] })
export class CalendarModule {}
