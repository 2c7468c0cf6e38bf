import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { invalid, isLocalDate, notFound } from '../kernel/index.ts';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { CalendarDayView, CalendarQuery, CalendarView, CalendarYearView, LoadOfficial, SetDay, SetDays } from './calendar.dto.ts';
import { Calendar } from './calendar.ts';

/** The organisation's working days: open to read for everybody, edited in Settings. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: Calendar) {}

  /** Holidays and make-up working days of a period. */
  @Get()
  between(@CurrentActor() actor: Actor, @Query() { from, until }: CalendarQuery): Promise<CalendarView> {
    return this.calendar.between(actor, from, until);
  }

  /** A year for editing, with the state of its official calendar. */
  @Get(':year')
  year(@CurrentActor() actor: Actor, @Param('year') year: string): Promise<CalendarYearView> {
    if (!/^(19|20|21)\d\d$/.test(year)) throw notFound();
    return this.calendar.year(actor, Number(year));
  }

  /** Sets a day to a holiday or a working day. */
  @Put('days/:day')
  @Needs('settings.manage')
  setDay(@CurrentActor() actor: Actor, @Param('day') day: string, @Body() input: SetDay): Promise<CalendarDayView> {
    return this.calendar.setDay(actor, parsedDay(day), input);
  }

  /** Sets many days at once. */
  @Post('days')
  @Needs('settings.manage')
  setDays(@CurrentActor() actor: Actor, @Body() { days }: SetDays): Promise<CalendarDayView[]> {
    return this.calendar.setDays(actor, days);
  }

  /** Makes a day follow its weekday again. */
  @Delete('days/:day')
  @HttpCode(204)
  @Needs('settings.manage')
  async removeDay(@CurrentActor() actor: Actor, @Param('day') day: string): Promise<void> {
    await this.calendar.removeDay(actor, parsedDay(day));
  }

  /** Loads the shipped official calendar of a year. */
  @Post('official')
  @HttpCode(200)
  @Needs('settings.manage')
  loadOfficial(@CurrentActor() actor: Actor, @Body() { year, replacesManual }: LoadOfficial): Promise<CalendarYearView> {
    return this.calendar.loadOfficial(actor, year, replacesManual ?? false);
  }
}

const parsedDay = (day: string): string => {
  if (!isLocalDate(day) || day < '1900-01-01' || day >= '2200-01-01') throw invalid('day', 'bad_date');
  return day;
};
