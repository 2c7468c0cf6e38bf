import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { PlanView } from '../plans.dto.ts';
import { Plans } from '../plans.ts';
import { Budgets } from './budgets.ts';
import { RequestBudget, ReturnPlan, StepComment, SubmitPlan } from './decisions.dto.ts';
import { Decisions } from './decisions.ts';

/** The steps of a plan from draft to closed. */
@Controller('plans/:id')
@ApiHeader({ name: 'If-Match', required: true })
export class DecisionsController {
  constructor(
    private readonly decisions: Decisions,
    private readonly budgets: Budgets,
    private readonly plans: Plans,
  ) {}

  /** Puts it up for a decision. */
  @Post('submission')
  @HttpCode(200)
  @Needs('plans.write')
  submit(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: SubmitPlan): Promise<PlanView> {
    return this.decisions.submit(actor, id, version, input);
  }

  /** Takes it back before somebody has decided. */
  @Post('withdrawal')
  @HttpCode(200)
  @Needs('plans.write')
  withdraw(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<PlanView> {
    return this.decisions.withdraw(actor, id, version);
  }

  /** Approves it and freezes its audiences. */
  @Post('approval')
  @HttpCode(200)
  @Needs('plans.approve')
  approve(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { comment = '' }: StepComment): Promise<PlanView> {
    return this.decisions.decide(actor, id, version, 'approved', comment);
  }

  /** Sends it back with a comment. */
  @Post('return')
  @HttpCode(200)
  @Needs('plans.approve')
  returnWith(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() { comment }: ReturnPlan): Promise<PlanView> {
    return this.decisions.decide(actor, id, version, 'returned', comment);
  }

  /** Asks for another budget of a plan that is approved. */
  @Post('budget-requests')
  @HttpCode(200)
  @Needs('plans.write')
  requestBudget(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: RequestBudget): Promise<PlanView> {
    return this.budgets.request(actor, id, version, input);
  }

  /** Starts an approved plan. */
  @Post('start')
  @HttpCode(200)
  @Needs('plans.write')
  start(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<PlanView> {
    return this.plans.step(actor, id, version, 'start');
  }

  /** Closes a plan. */
  @Post('closing')
  @HttpCode(200)
  @Needs('plans.write')
  close(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<PlanView> {
    return this.plans.step(actor, id, version, 'close');
  }
}
