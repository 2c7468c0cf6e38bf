import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.ts';
import { PlansModule } from '../plans/index.ts';
import { Expansions } from './expansion/expansions.ts';
import { PlannedContacts } from './expansion/planned-contacts.ts';
import { ProgressController } from './progress/progress.controller.ts';
import { Progress } from './progress/progress.ts';
import { WindowClosing } from './windows/window-closing.ts';

/** What becomes of approved plans: their touchpoints, the windows of those, and how far a plan is kept. */
@Module({ imports: [CalendarModule, PlansModule], controllers: [ProgressController], providers: [Expansions, PlannedContacts, WindowClosing, Progress] })
export class PlanKeepingModule {}
