import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { invalid, isLocalDate, notFound } from '../kernel/index.ts';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { CalendarDayView, CalendarQuery, CalendarView, CalendarYearView, LoadOfficial, RegionQuery, SetDay, SetDays } from './calendar.dto.ts';
import { Calendar } from './calendar.ts';

/** Working days: the organisation's and those of regions, open to read for everybody, edited in Settings. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: Calendar) {}

  /** Holidays and make-up working days of a period. */
  @Get()
  between(@CurrentActor() actor: Actor, @Query() { from, until, personId }: CalendarQuery): Promise<CalendarView> {
    return this.calendar.between(actor, from, until, personId);
  }

  /** A year for editing, with the state of its official calendar. */
  @Get(':year')
  year(@CurrentActor() actor: Actor, @Param('year') year: string, @Query() { region }: RegionQuery): Promise<CalendarYearView> {
    if (!/^(19|20|21)\d\d$/.test(year)) throw notFound();
    return this.calendar.year(actor, Number(year), region);
  }

  /** Sets a day to a holiday or a working day. */
  @Put('days/:day')
  @Needs('settings.manage')
  setDay(@CurrentActor() actor: Actor, @Param('day') day: string, @Query() { region }: RegionQuery, @Body() input: SetDay): Promise<CalendarDayView> {
    return this.calendar.setDay(actor, parsedDay(day), input, region);
  }

  /** Sets many days at once. */
  @Post('days')
  @Needs('settings.manage')
  setDays(@CurrentActor() actor: Actor, @Body() { days, region }: SetDays): Promise<CalendarDayView[]> {
    return this.calendar.setDays(actor, days, region);
  }

  /** Makes a day follow its weekday again. */
  @Delete('days/:day')
  @HttpCode(204)
  @Needs('settings.manage')
  async removeDay(@CurrentActor() actor: Actor, @Param('day') day: string, @Query() { region }: RegionQuery): Promise<void> {
    await this.calendar.removeDay(actor, parsedDay(day), region);
  }

  /** Loads the shipped official calendar of a year. */
  @Post('official')
  @HttpCode(200)
  @Needs('settings.manage')
  loadOfficial(@CurrentActor() actor: Actor, @Body() { year, ...rest }: LoadOfficial): Promise<CalendarYearView> {
    return this.calendar.loadOfficial(actor, year, rest);
  }
}

const parsedDay = (day: string): string => {
  if (!isLocalDate(day) || day < '1900-01-01' || day >= '2200-01-01') throw invalid('day', 'bad_date');
  return day;
};
