import { Controller, Get, Param } from '@nestjs/common';
import { type Actor, CurrentActor } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { PlanSpendingView } from './spending.dto.ts';
import { Spending } from './spending.ts';

/** What a plan spends. */
@Controller('plans/:id/spending')
export class SpendingController {
  constructor(private readonly spending: Spending) {}

  /** Spent on incentives against the budget, and per effective contact, in all and by item. */
  @Get()
  of(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<PlanSpendingView> {
    return this.spending.of(actor, id);
  }
}
