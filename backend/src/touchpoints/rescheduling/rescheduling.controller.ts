import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { ReschedulePlans } from './preview.ts';
import { AbsenceEnteredView, EnterAbsenceWithHandling, Reschedule, ReschedulePreview, ReschedulingView, ReschedulingsQuery, ReschedulingsView, ReversalView } from './rescheduling.dto.ts';
import { Reschedulings } from './reschedulings.ts';
import { Reversals } from './reversal.ts';

/** What becomes of touchpoints when somebody is away or leaves. */
@Controller()
@Needs('contacts.work')
export class ReschedulingController {
  constructor(
    private readonly plans: ReschedulePlans,
    private readonly reschedulings: Reschedulings,
    private readonly reversals: Reversals,
  ) {}

  /** Enters an absence with what becomes of the touchpoints that are due meanwhile. */
  @Post('absences')
  enterAbsence(@CurrentActor() actor: Actor, @Body() given: EnterAbsenceWithHandling): Promise<AbsenceEnteredView> {
    return this.reschedulings.enterAbsence(actor, given);
  }

  /** What was rescheduled of a person's, the newest first. */
  @Get('reschedulings')
  of(@CurrentActor() actor: Actor, @Query() { personId }: ReschedulingsQuery): Promise<ReschedulingsView> {
    return this.reschedulings.of(actor, personId);
  }

  /** What would become of each touchpoint; nothing is written. */
  @Post('reschedulings/preview')
  @HttpCode(200)
  preview(@CurrentActor() actor: Actor, @Body() given: Reschedule): Promise<ReschedulePreview> {
    return this.plans.preview(actor, given);
  }

  /** Delegates, shifts or releases somebody's open touchpoints. */
  @Post('reschedulings')
  do(@CurrentActor() actor: Actor, @Body() given: Reschedule): Promise<ReschedulingView> {
    return this.reschedulings.do(actor, given);
  }

  /** Takes it back, as far as nobody has done anything with the touchpoints since. */
  @Post('reschedulings/:id/reversal')
  @HttpCode(200)
  reverse(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ReversalView> {
    return this.reversals.reverse(actor, id);
  }
}
