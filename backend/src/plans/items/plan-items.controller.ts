import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { AudienceChangesView, AudienceView, ChangeAudience, PreviewAudience } from '../audience/audience.dto.ts';
import { Audiences } from '../audience/audiences.ts';
import { PlanView } from '../plans.dto.ts';
import { AddPlanItem, ChangePlanItem, OrderPlanItems } from './plan-items.dto.ts';
import { PlanItems } from './plan-items.ts';

const IF_MATCH = { name: 'If-Match', required: true };

/** The lines of a plan, and whom each is for. */
@Controller('plans/:id/items')
export class PlanItemsController {
  constructor(
    private readonly items: PlanItems,
    private readonly audiences: Audiences,
  ) {}

  /** Adds an item. */
  @Post()
  @Needs('plans.write')
  @ApiHeader(IF_MATCH)
  add(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: AddPlanItem): Promise<PlanView> {
    return this.items.add(actor, id, version, input);
  }

  /** Puts the items in order. */
  @Put('order')
  @Needs('plans.write')
  @ApiHeader(IF_MATCH)
  order(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { ids }: OrderPlanItems): Promise<PlanView> {
    return this.items.order(actor, id, version, ids);
  }

  /** Changes an item. */
  @Patch(':itemId')
  @Needs('plans.write')
  @ApiHeader(IF_MATCH)
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('itemId', RecordId) itemId: string, @IfMatch() version: number, @Body() input: ChangePlanItem): Promise<PlanView> {
    return this.items.change(actor, id, version, itemId, input);
  }

  /** Takes an item away. */
  @Delete(':itemId')
  @Needs('plans.write')
  @ApiHeader(IF_MATCH)
  remove(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('itemId', RecordId) itemId: string, @IfMatch() version: number): Promise<PlanView> {
    return this.items.remove(actor, id, version, itemId);
  }

  /** Whom it is for. */
  @Get(':itemId/audience')
  audience(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('itemId', RecordId) itemId: string, @Query() { limit }: PreviewAudience): Promise<AudienceView> {
    return this.audiences.preview(actor, id, itemId, limit);
  }

  /** Who has joined and who has left since it was frozen. */
  @Get(':itemId/audience/changes')
  changes(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('itemId', RecordId) itemId: string): Promise<AudienceChangesView> {
    return this.audiences.changes(actor, id, itemId);
  }

  /** Takes customers in and out by hand. */
  @Patch(':itemId/audience')
  @Needs('plans.write')
  changeAudience(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('itemId', RecordId) itemId: string, @Body() input: ChangeAudience): Promise<AudienceView> {
    return this.audiences.change(actor, id, itemId, input);
  }
}
