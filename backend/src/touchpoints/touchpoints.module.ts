import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.ts';
import { TouchpointReads } from './touchpoint-reads.ts';
import { TouchpointsController } from './touchpoints.controller.ts';
import { Touchpoints } from './touchpoints.ts';

/** Contacts that are meant to happen. */
@Module({ imports: [CalendarModule], controllers: [TouchpointsController], providers: [Touchpoints, TouchpointReads], exports: [Touchpoints] })
export class TouchpointsModule {}
