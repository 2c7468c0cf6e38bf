import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { Reassign, ReassignPreview, ReassignmentView, ReassignmentsView } from './reassign.dto.ts';
import { Reassignments } from './reassignments.ts';

/** Chosen touchpoints given to others, or spread evenly over several people. */
@Controller('reassignments')
@Needs('contacts.work')
export class ReassigningController {
  constructor(private readonly reassignments: Reassignments) {}

  /** Your latest ones, to take them back (`POST /reschedulings/{id}/reversal`). */
  @Get()
  latest(@CurrentActor() actor: Actor): Promise<ReassignmentsView> {
    return this.reassignments.latest(actor);
  }

  /** Who would get how many in which week; nothing is written. */
  @Post('preview')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Body() given: Reassign): Promise<ReassignPreview> {
    return this.reassignments.preview(actor, given);
  }

  /** Does it. */
  @Post()
  do(@CurrentActor() actor: Actor, @Body() given: Reassign): Promise<ReassignmentView> {
    return this.reassignments.do(actor, given);
  }
}
