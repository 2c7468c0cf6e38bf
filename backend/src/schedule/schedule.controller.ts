import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '../people/index.ts';
import { CalendarsView, ScheduleQuery, ScheduleView } from './schedule.dto.ts';
import { Schedule } from './schedule.ts';

/** Calendars of people: read here, changed through touchpoints, events and tasks. */
@Controller('schedule')
export class ScheduleController {
  constructor(private readonly schedule: Schedule) {}

  /** What stands in the calendar of a person or a team over at most 62 days. */
  @Get()
  read(@CurrentActor() actor: Actor, @Query() query: ScheduleQuery): Promise<ScheduleView> {
    return this.schedule.read(actor, query);
  }

  /** Whose calendars can be opened. */
  @Get('calendars')
  calendars(@CurrentActor() actor: Actor): Promise<CalendarsView> {
    return this.schedule.calendars(actor);
  }
}
