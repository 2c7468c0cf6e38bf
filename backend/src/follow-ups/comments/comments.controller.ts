import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { CommentView, CommentsView, WriteComment } from './comments.dto.ts';
import { Comments } from './comments.ts';

/** Remarks of colleagues on a record. */
@Controller('follow-ups/:id/comments')
@Needs('contacts.work')
export class CommentsController {
  constructor(private readonly comments: Comments) {}

  @Get()
  of(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CommentsView> {
    return this.comments.of(actor, id);
  }

  @Post()
  write(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { text }: WriteComment): Promise<CommentView> {
    return this.comments.write(actor, id, text);
  }

  /** Only who wrote it takes it back. */
  @Delete(':commentId')
  @HttpCode(204)
  withdraw(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('commentId', RecordId) commentId: string): Promise<void> {
    return this.comments.withdraw(actor, id, commentId);
  }
}
