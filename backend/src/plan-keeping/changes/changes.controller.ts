import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { ChangeRunningPlan, PlanView } from '../../plans/index.ts';
import { ApplyChange, ChangeDoneView, ChangePreviewView, DecideChange, ReturnChange } from './changes.dto.ts';
import { Replanning } from './replanning.ts';

const IF_MATCH = { name: 'If-Match', required: true };

/** Changes of plans that are approved or running. */
@Controller('plans/:id/changes')
export class PlanChangesController {
  constructor(private readonly replanning: Replanning) {}

  /** What a change would do with the touchpoints that are there. */
  @Post('preview')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Needs('plans.write')
  preview(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: ChangeRunningPlan): Promise<ChangePreviewView> {
    return this.replanning.preview(actor, id, version, input);
  }

  /** Changes the plan, or puts the change up for a decision. */
  @Post()
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Needs('plans.write')
  apply(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: ApplyChange): Promise<ChangeDoneView> {
    return this.replanning.apply(actor, id, version, input);
  }

  /** What the change that waits for a decision would do. */
  @Get('waiting')
  waiting(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ChangePreviewView> {
    return this.replanning.waiting(actor, id);
  }

  /** Approves it. */
  @Post('waiting/approval')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Needs('plans.approve')
  approve(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { comment = '' }: DecideChange): Promise<PlanView> {
    return this.replanning.decide(actor, id, version, 'approved', comment);
  }

  /** Sends it back. */
  @Post('waiting/return')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Needs('plans.approve')
  returnWith(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { comment }: ReturnChange): Promise<PlanView> {
    return this.replanning.decide(actor, id, version, 'returned', comment);
  }

  /** Takes it back. */
  @Post('waiting/withdrawal')
  @HttpCode(200)
  @ApiHeader(IF_MATCH)
  @Needs('plans.write')
  withdraw(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<PlanView> {
    return this.replanning.withdraw(actor, id, version);
  }
}
