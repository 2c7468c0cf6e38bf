import { Controller, Get, Param, Query } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { BriefView, LogDefaultsQuery, LogDefaultsView } from './briefing.dto.ts';
import { Brief } from './brief.ts';
import { LogDefaults } from './log-defaults.ts';

/** What to know before a contact and what the log sheet starts with. */
@Controller()
@Needs('contacts.work')
export class BriefingController {
  constructor(
    private readonly brief: Brief,
    private readonly defaults: LogDefaults,
  ) {}

  @Get('customers/:id/brief')
  briefOf(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<BriefView> {
    return this.brief.of(actor, id);
  }

  @Get('log-defaults')
  logDefaults(@CurrentActor() actor: Actor, @Query() query: LogDefaultsQuery): Promise<LogDefaultsView> {
    return this.defaults.of(actor, query);
  }
}
