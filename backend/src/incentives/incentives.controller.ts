import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { IncentiveView, IncentivesQuery, IncentivesView, WriteIncentive } from './incentives.dto.ts';
import { Incentives } from './incentives.ts';

/** The catalogue of what customers can be granted. */
@Controller('incentives')
export class IncentivesController {
  constructor(private readonly incentives: Incentives) {}

  /** All with what became of them, or those that can be granted today. */
  @Get()
  all(@CurrentActor() actor: Actor, @Query() { current }: IncentivesQuery): Promise<IncentivesView> {
    return this.incentives.all(actor, current);
  }

  /** Adds one. */
  @Post()
  @Needs('settings.manage')
  add(@CurrentActor() actor: Actor, @Body() given: WriteIncentive): Promise<IncentiveView> {
    return this.incentives.add(actor, given);
  }

  /** Changes one. */
  @Patch(':id')
  @Needs('settings.manage')
  @ApiHeader({ name: 'If-Match', required: true })
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: WriteIncentive): Promise<IncentiveView> {
    return this.incentives.change(actor, id, version, given);
  }

  /** Takes one out of the catalogue. */
  @Put(':id/archive')
  @Needs('settings.manage')
  archive(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<IncentiveView> {
    return this.incentives.archive(actor, id, true);
  }

  /** Puts it back. */
  @Delete(':id/archive')
  @Needs('settings.manage')
  restore(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<IncentiveView> {
    return this.incentives.archive(actor, id, false);
  }
}
