import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { HoursView, OwnHoursListView, SetHours } from './hours.dto.ts';
import { Hours, ORGANISATION } from './hours.ts';

const VERSION = { name: 'If-Match', required: true, description: 'The version that was read, such as "3"; "0" where nothing was settled.' };

/** Who works when: the organisation, its teams, its people. */
@Controller('working-hours')
export class HoursController {
  constructor(private readonly hours: Hours) {}

  /** Teams and people with working time of their own. */
  @Get()
  all(@CurrentActor() actor: Actor): Promise<OwnHoursListView> {
    return this.hours.all(actor);
  }

  @Get('organisation')
  ofOrganisation(@CurrentActor() actor: Actor): Promise<HoursView> {
    return this.hours.of(actor, ORGANISATION);
  }

  @Put('organisation')
  @Needs('settings.manage')
  @ApiHeader(VERSION)
  setOfOrganisation(@CurrentActor() actor: Actor, @IfMatch() version: number, @Body() given: SetHours): Promise<HoursView> {
    return this.hours.set(actor, ORGANISATION, version, given);
  }

  @Get('teams/:id')
  ofTeam(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<HoursView> {
    return this.hours.of(actor, { level: 'team', id });
  }

  @Put('teams/:id')
  @Needs('settings.manage')
  @ApiHeader(VERSION)
  setOfTeam(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: SetHours): Promise<HoursView> {
    return this.hours.set(actor, { level: 'team', id }, version, given);
  }

  @Get('people/:id')
  ofPerson(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<HoursView> {
    return this.hours.of(actor, { level: 'person', id });
  }

  /** By themselves, or by who leads them. */
  @Put('people/:id')
  @ApiHeader(VERSION)
  setOfPerson(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: SetHours): Promise<HoursView> {
    return this.hours.set(actor, { level: 'person', id }, version, given);
  }
}
