import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { AddSegmentCadence, CadenceView, CadencesView, ChangeCadence, OrderCadences } from './cadence.dto.ts';
import { Cadences } from './cadences.ts';

/** How often tiers and segments of customers are contacted. */
@Controller('cadences')
@Needs('plans.write')
export class CadencesController {
  constructor(private readonly cadences: Cadences) {}

  /** Every cadence of a tier or a segment, with the customers it counts for. */
  @Get()
  all(@CurrentActor() actor: Actor): Promise<CadencesView> {
    return this.cadences.all(actor);
  }

  /** Adds a cadence for a segment. */
  @Post()
  add(@CurrentActor() actor: Actor, @Body() input: AddSegmentCadence): Promise<CadenceView> {
    return this.cadences.add(actor, input);
  }

  /** Says which of several segments counts. */
  @Put('order')
  order(@CurrentActor() actor: Actor, @Body() { ids }: OrderCadences): Promise<CadencesView> {
    return this.cadences.order(actor, ids);
  }

  /** Changes a cadence whole; a tier's has the tier's id. */
  @Put(':id')
  @ApiHeader({ name: 'If-Match', required: true })
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: ChangeCadence): Promise<CadenceView> {
    return this.cadences.change(actor, id, version, input);
  }

  /** Archives the cadence of a segment. */
  @Post(':id/archival')
  @HttpCode(200)
  archive(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CadenceView> {
    return this.cadences.setArchived(actor, id, true);
  }

  /** Brings one back. */
  @Delete(':id/archival')
  restore(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CadenceView> {
    return this.cadences.setArchived(actor, id, false);
  }
}
