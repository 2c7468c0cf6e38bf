import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { TouchpointReads } from './touchpoint-reads.ts';
import { ChangeTouchpoint, CloseTouchpoint, MissTouchpoint, MoveTouchpoint, PlanTouchpoint, RemindInput, TouchpointMovesView, TouchpointPage, TouchpointsQuery, TouchpointView } from './touchpoints.dto.ts';
import { Touchpoints } from './touchpoints.ts';

const VERSION = { name: 'If-Match', required: true, description: 'The version that was read, such as "3".' };

/** Contacts that are meant to happen. */
@Controller()
@Needs('contacts.work')
export class TouchpointsController {
  constructor(
    private readonly touchpoints: Touchpoints,
    private readonly reads: TouchpointReads,
  ) {}

  /** Plans a contact. */
  @Post('touchpoints')
  plan(@CurrentActor() actor: Actor, @Body() given: PlanTouchpoint): Promise<TouchpointView> {
    return this.touchpoints.plan(actor, given);
  }

  /** The touchpoints of a customer: open ones by due day, closed ones newest first. */
  @Get('customers/:id/touchpoints')
  ofCustomer(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() query: TouchpointsQuery): Promise<TouchpointPage> {
    return this.reads.ofCustomer(actor, id, query);
  }

  @Get('touchpoints/:id')
  one(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<TouchpointView> {
    return this.reads.one(actor, id);
  }

  /** Where it stood before, oldest move first. */
  @Get('touchpoints/:id/moves')
  moves(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<TouchpointMovesView> {
    return this.reads.moves(actor, id);
  }

  /** Changes what it is about, not when. */
  @Patch('touchpoints/:id')
  @ApiHeader(VERSION)
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: ChangeTouchpoint): Promise<TouchpointView> {
    return this.touchpoints.change(actor, id, version, given);
  }

  /** Moves it to another day or time; the first due day stays known. */
  @Post('touchpoints/:id/moves')
  @ApiHeader(VERSION)
  move(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: MoveTouchpoint): Promise<TouchpointView> {
    return this.touchpoints.move(actor, id, version, given);
  }

  /** It will not happen, because … */
  @Post('touchpoints/:id/cancellation')
  @ApiHeader(VERSION)
  cancel(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { reason }: CloseTouchpoint): Promise<TouchpointView> {
    return this.touchpoints.close(actor, id, version, 'cancelled', reason);
  }

  /** It should have happened and did not. */
  @Post('touchpoints/:id/miss')
  @ApiHeader(VERSION)
  miss(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { reason }: MissTouchpoint): Promise<TouchpointView> {
    return this.touchpoints.close(actor, id, version, 'missed', reason ?? null);
  }

  /** Takes a cancellation or a miss back, within a minute. */
  @Post('touchpoints/:id/reopening')
  @ApiHeader(VERSION)
  reopen(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<TouchpointView> {
    return this.touchpoints.reopen(actor, id, version);
  }

  /** Hides it from My day until then; it stays overdue meanwhile. */
  @Post('touchpoints/:id/reminder')
  @ApiHeader(VERSION)
  remind(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { at }: RemindInput): Promise<TouchpointView> {
    return this.touchpoints.remind(actor, id, version, at);
  }

  /** Takes the planning back, within a minute and as long as nothing was done with it. */
  @Delete('touchpoints/:id')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.touchpoints.remove(actor, id);
  }
}
