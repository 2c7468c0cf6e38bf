import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.ts';
import { ScheduleController } from './schedule.controller.ts';
import { Schedule } from './schedule.ts';

/** The calendar of a person or a team. */
@Module({ imports: [CalendarModule], controllers: [ScheduleController], providers: [Schedule] })
export class ScheduleModule {}
