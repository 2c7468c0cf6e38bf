import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.ts';
import { MyDayController } from './my-day.controller.ts';
import { MyDay } from './my-day.ts';

/** The ordered queue of what to do now. */
@Module({ imports: [CalendarModule], controllers: [MyDayController], providers: [MyDay] })
export class MyDayModule {}
