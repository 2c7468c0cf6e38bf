import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { AnswersJson, type JsonText } from '../../platform/http/json-text.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { TimelinePage, TimelineQuery } from './timeline.dto.ts';
import { Timeline } from './timeline.ts';

/** What happened with a customer. */
@Controller('customers/:id/timeline')
@Needs('contacts.work')
export class TimelineController {
  constructor(private readonly timeline: Timeline) {}

  /** The records of a customer, newest first. */
  @Get()
  @AnswersJson(TimelinePage)
  page(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() query: TimelineQuery): Promise<JsonText<TimelinePage>> {
    return this.timeline.page(actor, id, query);
  }
}
