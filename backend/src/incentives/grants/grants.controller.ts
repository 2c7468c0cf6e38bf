import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { CustomerIncentivesView, GrantIncentive, GrantView, RedeemIncentive } from './grants.dto.ts';
import { Grants } from './grants.ts';

/** What customers are granted for taking part, and what they took of it. */
@Controller()
export class GrantsController {
  constructor(private readonly grants: Grants) {}

  /** What a customer was granted. */
  @Get('customers/:id/incentives')
  of(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CustomerIncentivesView> {
    return this.grants.of(actor, id);
  }

  /** Grants a customer an incentive. */
  @Post('customers/:id/incentives')
  @Needs('contacts.work')
  grant(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() given: GrantIncentive): Promise<GrantView> {
    return this.grants.grant(actor, id, given);
  }

  /** The customer took some of it, or all that is left. */
  @Post('incentive-grants/:id/redemptions')
  @Needs('contacts.work')
  redeem(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() { quantity }: RedeemIncentive): Promise<GrantView> {
    return this.grants.redeem(actor, id, quantity ?? null);
  }

  /** Takes that back, for a minute. */
  @Delete('incentive-grants/:id/redemptions/:redemptionId')
  @Needs('contacts.work')
  unredeem(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Param('redemptionId', RecordId) redemptionId: string): Promise<GrantView> {
    return this.grants.unredeem(actor, id, redemptionId);
  }

  /** Takes a grant back, for a minute or while it waits for a decision. */
  @Delete('incentive-grants/:id')
  @Needs('contacts.work')
  @HttpCode(204)
  takeBack(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<void> {
    return this.grants.takeBack(actor, id);
  }
}
