import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.ts';
import { ReassignIntentions } from './reassigning/intentions.ts';
import { ReassigningController } from './reassigning/reassigning.controller.ts';
import { Reassignments } from './reassigning/reassignments.ts';
import { ReschedulePlans } from './rescheduling/preview.ts';
import { ReschedulingController } from './rescheduling/rescheduling.controller.ts';
import { Reschedulings } from './rescheduling/reschedulings.ts';
import { Reversals } from './rescheduling/reversal.ts';
import { TouchpointReads } from './touchpoint-reads.ts';
import { TouchpointsController } from './touchpoints.controller.ts';
import { Touchpoints } from './touchpoints.ts';

/** Contacts that are meant to happen. */
@Module({ imports: [CalendarModule], controllers: [TouchpointsController, ReschedulingController, ReassigningController], providers: [Touchpoints, TouchpointReads, ReschedulePlans, Reschedulings, Reversals, ReassignIntentions, Reassignments], exports: [Touchpoints] })
export class TouchpointsModule {}
