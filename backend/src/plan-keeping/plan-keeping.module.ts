import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.ts';
import { CalendarModule } from '../calendar/index.ts';
import { PlansModule } from '../plans/index.ts';
import { CoverageController } from './coverage/coverage.controller.ts';
import { Coverage } from './coverage/coverage.ts';
import { CoverageFiles } from './coverage/files.ts';
import { HeatMap } from './coverage/heat-map.ts';
import { PlanChangesController } from './changes/changes.controller.ts';
import { Consequences } from './changes/consequences.ts';
import { Following } from './changes/following.ts';
import { Replanning } from './changes/replanning.ts';
import { Expansions } from './expansion/expansions.ts';
import { PlannedContacts } from './expansion/planned-contacts.ts';
import { ProgressController } from './progress/progress.controller.ts';
import { Progress } from './progress/progress.ts';
import { SpendingController } from './spending/spending.controller.ts';
import { Spending } from './spending/spending.ts';
import { WindowClosing } from './windows/window-closing.ts';

/** What becomes of approved plans: their touchpoints, the windows of those, and how far a plan is kept. */
@Module({ imports: [ApprovalsModule, CalendarModule, PlansModule], controllers: [ProgressController, PlanChangesController, CoverageController, SpendingController], providers: [Replanning, Consequences, Following, Expansions, PlannedContacts, WindowClosing, Progress, HeatMap, Coverage, CoverageFiles, Spending] })
export class PlanKeepingModule {}
