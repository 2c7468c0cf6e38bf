import { Module } from '@nestjs/common';
import { ApprovalsModule } from '../approvals/index.ts';
import { CalendarModule } from '../calendar/index.ts';
import { CustomersModule } from '../customers/index.ts';
import { AudienceFollowing } from './audience/audience-following.ts';
import { AudienceHistory } from './audience/audience-history.ts';
import { Audiences } from './audience/audiences.ts';
import { Copies } from './copies/copies.ts';
import { DecisionsController } from './decisions/decisions.controller.ts';
import { Budgets } from './decisions/budgets.ts';
import { Decisions } from './decisions/decisions.ts';
import { PlanChanges } from './expansion/plan-changes.ts';
import { Feasibility } from './feasibility/feasibility.ts';
import { PlanItemsController } from './items/plan-items.controller.ts';
import { PlanItems } from './items/plan-items.ts';
import { Revisions } from './items/revisions.ts';
import { PlanReads } from './plan-reads.ts';
import { PlansController } from './plans.controller.ts';
import { Plans } from './plans.ts';
import { SettledDays } from './recurrence/settled-days.ts';
import { Versions } from './versions/versions.ts';

/** What contact is intended: plans with their items, audiences, decisions and feasibility. */
@Module({
  imports: [ApprovalsModule, CalendarModule, CustomersModule],
  controllers: [PlansController, PlanItemsController, DecisionsController],
  providers: [Plans, PlanReads, PlanItems, Budgets, Decisions, Versions, Copies, Audiences, AudienceFollowing, AudienceHistory, Feasibility, PlanChanges, SettledDays, Revisions],
  exports: [Plans, PlanReads, Audiences, SettledDays, Revisions, PlanChanges],
})
export class PlansModule {}
