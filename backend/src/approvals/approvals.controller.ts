import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { ApprovalReads } from './approval-reads.ts';
import { ApprovalView, ApprovalsPage, ApproveRequest, CandidatesView, ListApprovals, ReplaceDecider, ReturnRequest, WaitingView } from './approvals.dto.ts';
import { Deciding } from './deciding.ts';

/** Decisions that are asked for and given. */
@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly reads: ApprovalReads,
    private readonly deciding: Deciding,
  ) {}

  /** Those that wait for you, that you asked for, or that you decided. */
  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: ListApprovals): Promise<ApprovalsPage> {
    return this.reads.list(actor, query);
  }

  /** How many wait for you. */
  @Get('waiting')
  waiting(@CurrentActor() actor: Actor): Promise<WaitingView> {
    return this.reads.waiting(actor);
  }

  /** Whom you may ask about a matter of your own. */
  @Get('deciders')
  candidates(@CurrentActor() actor: Actor): Promise<CandidatesView> {
    return this.reads.candidates(actor);
  }

  /** One with its history. */
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ApprovalView> {
    return this.reads.view(null, actor, id);
  }

  /** Approves it. */
  @Post(':id/approval')
  @HttpCode(200)
  @Needs('plans.approve')
  approve(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { comment = '' }: ApproveRequest): Promise<ApprovalView> {
    return this.deciding.decide(actor, id, 'approved', comment);
  }

  /** Sends it back with a comment. */
  @Post(':id/return')
  @HttpCode(200)
  @Needs('plans.approve')
  returnWith(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { comment }: ReturnRequest): Promise<ApprovalView> {
    return this.deciding.decide(actor, id, 'returned', comment);
  }

  /** Takes back what you asked for. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  withdraw(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ApprovalView> {
    return this.deciding.withdraw(actor, id);
  }

  /** Who may take a decider's place. */
  @Get(':id/deciders/:personId/replacements')
  replacements(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('personId', RecordId) personId: string): Promise<CandidatesView> {
    return this.deciding.replacements(actor, id, personId);
  }

  /** Puts somebody else in a decider's place. */
  @Post(':id/deciders/:personId/replacement')
  @HttpCode(200)
  replace(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('personId', RecordId) personId: string, @Body() input: ReplaceDecider): Promise<ApprovalView> {
    return this.deciding.replace(actor, id, personId, input);
  }
}
