import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { CustomerCountView } from '../list/list.dto.ts';
import { SegmentReads } from './segment-reads.ts';
import { ChangeListed, ChangeSegment, ChooseDefaultView, CreateSegment, DrawSample, SegmentView, SegmentsView } from './segments.dto.ts';
import { Segments } from './segments.ts';

/** Saved views of the customers, which plans use as audiences. */
@Controller('segments')
export class SegmentsController {
  constructor(
    private readonly segments: Segments,
    private readonly reads: SegmentReads,
  ) {}

  /** Every saved view that you may use. */
  @Get()
  async all(@CurrentActor() actor: Actor): Promise<SegmentsView> {
    return { items: await this.reads.all(actor) };
  }

  /** Saves a filter or a list. */
  @Post()
  create(@CurrentActor() actor: Actor, @Body() input: CreateSegment): Promise<SegmentView> {
    return this.segments.create(actor, input);
  }

  /** Chooses the view that your list opens with. */
  @Put('default')
  @HttpCode(204)
  async chooseDefault(@CurrentActor() actor: Actor, @Body() { segmentId }: ChooseDefaultView): Promise<void> {
    await this.segments.chooseDefault(actor, segmentId);
  }

  /** How many of its customers you see now. */
  @Get(':id/count')
  async count(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CustomerCountView> {
    return { count: await this.reads.count(actor, id) };
  }

  /** Renames, shares or refilters a saved view. */
  @Patch(':id')
  @ApiHeader({ name: 'If-Match', required: true })
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: ChangeSegment): Promise<SegmentView> {
    return this.segments.change(actor, id, version, input);
  }

  /** Puts customers on a list, and takes others off it. */
  @Post(':id/customers')
  @HttpCode(200)
  changeListed(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() input: ChangeListed): Promise<SegmentView> {
    return this.segments.changeListed(actor, id, input);
  }

  /** Draws a random sample and keeps it. */
  @Post(':id/samples')
  draw(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() input: DrawSample): Promise<SegmentView> {
    return this.segments.draw(actor, id, input);
  }

  /** Deletes a saved view. */
  @Post(':id/deletion')
  @HttpCode(200)
  remove(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<SegmentView> {
    return this.segments.setDeleted(actor, id, true);
  }

  /** Brings a deleted one back. */
  @Delete(':id/deletion')
  restore(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<SegmentView> {
    return this.segments.setDeleted(actor, id, false);
  }
}
