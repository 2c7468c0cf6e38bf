import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.ts';
import { CustomersModule } from '../customers/index.ts';
import { Audiences } from './audience/audiences.ts';
import { Copies } from './copies/copies.ts';
import { DecisionsController } from './decisions/decisions.controller.ts';
import { Decisions } from './decisions/decisions.ts';
import { PlanChanges } from './expansion/plan-changes.ts';
import { Feasibility } from './feasibility/feasibility.ts';
import { PlanItemsController } from './items/plan-items.controller.ts';
import { PlanItems } from './items/plan-items.ts';
import { PlanReads } from './plan-reads.ts';
import { PlansController } from './plans.controller.ts';
import { Plans } from './plans.ts';
import { Versions } from './versions/versions.ts';

/** What contact is intended: plans with their items, audiences, decisions and feasibility. */
@Module({
  imports: [CalendarModule, CustomersModule],
  controllers: [PlansController, PlanItemsController, DecisionsController],
  providers: [Plans, PlanReads, PlanItems, Decisions, Versions, Copies, Audiences, Feasibility, PlanChanges],
  exports: [Plans, PlanReads, Audiences],
})
export class PlansModule {}
