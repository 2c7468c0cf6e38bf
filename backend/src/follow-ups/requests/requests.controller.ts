import { Body, Controller, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { AnswersJson, type JsonText } from '../../platform/http/json-text.ts';
import { FollowUpView } from '../timeline/timeline.dto.ts';
import { Timeline } from '../timeline/timeline.ts';
import { WriteRequest } from './requests.dto.ts';
import { Requests } from './requests.ts';

/** Requests for a decision about a customer. */
@Controller('requests')
@Needs('contacts.work')
export class RequestsController {
  constructor(
    private readonly requests: Requests,
    private readonly timeline: Timeline,
  ) {}

  /** Asks for a decision. */
  @Post()
  @AnswersJson(FollowUpView, 201)
  async ask(@CurrentActor() actor: Actor, @Body() given: WriteRequest): Promise<JsonText<FollowUpView>> {
    const { id } = await this.requests.ask(actor, given);
    return this.timeline.one(actor, id);
  }
}
