import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { AnswersJson, type JsonText } from '../../platform/http/json-text.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { FollowUpView } from '../timeline/timeline.dto.ts';
import { Timeline } from '../timeline/timeline.ts';
import { ContactLog } from './contact-log.ts';
import { CorrectFollowUp, CorrectionsView } from './corrections.dto.ts';
import { Corrections } from './corrections.ts';
import { LogContact, LoggedView } from './log-contact.dto.ts';
import { WriteLog } from './logs.dto.ts';
import { Logs } from './logs.ts';
import { Withdrawals } from './withdrawals.ts';

/** Records of what did happen. */
@Controller()
@Needs('contacts.work')
export class LoggingController {
  constructor(
    private readonly contacts: ContactLog,
    private readonly withdrawals: Withdrawals,
    private readonly corrections: Corrections,
    private readonly logs: Logs,
    private readonly timeline: Timeline,
  ) {}

  /** Logs a contact with its next step, in one go. */
  @Post('follow-ups')
  log(@CurrentActor() actor: Actor, @Body() given: LogContact): Promise<LoggedView> {
    return this.contacts.log(actor, given);
  }

  /** One record in full. */
  @Get('follow-ups/:id')
  @AnswersJson(FollowUpView)
  one(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<JsonText<FollowUpView>> {
    return this.timeline.one(actor, id);
  }

  /** Takes a contact or a log back within a minute, by its author; everything is as it was before. 410 afterwards. */
  @Delete('follow-ups/:id')
  @HttpCode(204)
  undo(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.withdrawals.undo(actor, id);
  }

  /** Puts a contact or a log right and leaves a trace: its author, or who holds the right `records.correct`. */
  @Patch('follow-ups/:id')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version that was read, such as "3".' })
  @AnswersJson(FollowUpView)
  async correct(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: CorrectFollowUp): Promise<JsonText<FollowUpView>> {
    await this.corrections.correct(actor, id, version, given);
    return this.timeline.one(actor, id);
  }

  /** What stood in the record before. */
  @Get('follow-ups/:id/corrections')
  trace(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CorrectionsView> {
    return this.corrections.of(actor, id);
  }

  /** Writes down something that was no contact. */
  @Post('logs')
  @AnswersJson(FollowUpView, 201)
  async write(@CurrentActor() actor: Actor, @Body() given: WriteLog): Promise<JsonText<FollowUpView>> {
    const { id } = await this.logs.write(actor, given);
    return this.timeline.one(actor, id);
  }
}
