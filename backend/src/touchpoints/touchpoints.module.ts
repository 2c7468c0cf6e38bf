import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.ts';
import { ReschedulePlans } from './rescheduling/preview.ts';
import { ReschedulingController } from './rescheduling/rescheduling.controller.ts';
import { Reschedulings } from './rescheduling/reschedulings.ts';
import { Reversals } from './rescheduling/reversal.ts';
import { TouchpointReads } from './touchpoint-reads.ts';
import { TouchpointsController } from './touchpoints.controller.ts';
import { Touchpoints } from './touchpoints.ts';

/** Contacts that are meant to happen. */
@Module({ imports: [CalendarModule], controllers: [TouchpointsController, ReschedulingController], providers: [Touchpoints, TouchpointReads, ReschedulePlans, Reschedulings, Reversals], exports: [Touchpoints] })
export class TouchpointsModule {}
