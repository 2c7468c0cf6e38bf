import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { CalendarFileView, ReadCalendarFile } from './calendar-files.dto.ts';
import { CalendarFiles } from './calendar-files.ts';

/** Holidays out of .ics files. */
@Controller('calendar-files')
@Needs('settings.manage')
export class CalendarFilesController {
  constructor(private readonly files: CalendarFiles) {}

  /** What the file would change; nothing is written. */
  @Post('preview')
  @HttpCode(200)
  preview(@Body() given: ReadCalendarFile): Promise<CalendarFileView> {
    return this.files.preview(given);
  }

  /** Writes the days of the file. */
  @Post()
  load(@CurrentActor() actor: Actor, @Body() given: ReadCalendarFile): Promise<CalendarFileView> {
    return this.files.load(actor, given);
  }
}
