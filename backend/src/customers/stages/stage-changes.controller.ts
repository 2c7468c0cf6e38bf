import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { ChangeStage, StageHistoryView } from './stage-changes.dto.ts';
import { StageHistory } from './stage-history.ts';

/** The dated changes of a customer's stage. */
@Controller('customers/:id/stage-changes')
export class StageChangesController {
  constructor(private readonly stages: StageHistory) {}

  /** All changes, newest first. */
  @Get()
  read(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<StageHistoryView> {
    return this.stages.read(actor, id);
  }

  /** Moves the customer to a stage, also in the past. */
  @Post()
  @Needs('customers.write')
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() input: ChangeStage): Promise<StageHistoryView> {
    return this.stages.change(actor, id, input);
  }

  /** Takes back a change that was recorded by mistake; the audit keeps it. */
  @Delete(':changeId')
  @HttpCode(200)
  @Needs('records.correct')
  takeBack(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('changeId', RecordId) changeId: string): Promise<StageHistoryView> {
    return this.stages.takeBack(actor, id, changeId);
  }
}
