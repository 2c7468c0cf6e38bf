import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { AnswersJson, type JsonText } from '../../platform/http/json-text.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { FollowUpView } from '../timeline/timeline.dto.ts';
import { Timeline } from '../timeline/timeline.ts';
import { Events } from './events.ts';
import { ChangeEvent, ChangeTask, WriteEvent, WriteTask } from './tasks.dto.ts';
import { Tasks } from './tasks.ts';

const VERSION = { name: 'If-Match', required: true, description: 'The version that was read, such as "3".' };

/** Simple tasks and events. */
@Controller()
@Needs('contacts.work')
export class TasksController {
  constructor(
    private readonly tasks: Tasks,
    private readonly events: Events,
    private readonly timeline: Timeline,
  ) {}

  @Post('tasks')
  @AnswersJson(FollowUpView, 201)
  async addTask(@CurrentActor() actor: Actor, @Body() given: WriteTask): Promise<JsonText<FollowUpView>> {
    const { id } = await this.tasks.add(actor, given);
    return this.timeline.one(actor, id);
  }

  @Patch('tasks/:id')
  @ApiHeader(VERSION)
  @AnswersJson(FollowUpView)
  async changeTask(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: ChangeTask): Promise<JsonText<FollowUpView>> {
    await this.tasks.change(actor, id, version, given);
    return this.timeline.one(actor, id);
  }

  /** It is done. */
  @Post('tasks/:id/completion')
  @AnswersJson(FollowUpView, 201)
  async complete(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<JsonText<FollowUpView>> {
    await this.tasks.complete(actor, id, true);
    return this.timeline.one(actor, id);
  }

  /** It is not done after all. */
  @Delete('tasks/:id/completion')
  @AnswersJson(FollowUpView)
  async uncomplete(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<JsonText<FollowUpView>> {
    await this.tasks.complete(actor, id, false);
    return this.timeline.one(actor, id);
  }

  @Delete('tasks/:id')
  @HttpCode(204)
  withdrawTask(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.tasks.withdraw(actor, id);
  }

  @Post('events')
  @AnswersJson(FollowUpView, 201)
  async addEvent(@CurrentActor() actor: Actor, @Body() given: WriteEvent): Promise<JsonText<FollowUpView>> {
    const { id } = await this.events.add(actor, given);
    return this.timeline.one(actor, id);
  }

  @Patch('events/:id')
  @ApiHeader(VERSION)
  @AnswersJson(FollowUpView)
  async changeEvent(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() given: ChangeEvent): Promise<JsonText<FollowUpView>> {
    await this.events.change(actor, id, version, given);
    return this.timeline.one(actor, id);
  }

  @Delete('events/:id')
  @HttpCode(204)
  withdrawEvent(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.events.withdraw(actor, id);
  }
}
