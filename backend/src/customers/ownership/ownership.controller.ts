import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { ChangeOwner, ChangeOwners, OwnerHistoryView, OwnersChangedView, TakeBackOwners } from './ownership.dto.ts';
import { Ownership } from './ownership.ts';
import { OwnershipReversal } from './reversal.ts';

/** Whose customers they are, and were. */
@Controller('customers')
export class OwnershipController {
  constructor(
    private readonly ownership: Ownership,
    private readonly reversal: OwnershipReversal,
  ) {}

  /** Gives several customers to somebody. */
  @Post('ownership')
  @HttpCode(200)
  @Needs('customers.assign')
  changeMany(@CurrentActor() actor: Actor, @Body() { ids, ...to }: ChangeOwners): Promise<OwnersChangedView> {
    return this.ownership.change(actor, ids, to);
  }

  /** Takes one's own last change of owner back, while nothing else happened to the customers. */
  @Post('ownership/reversal')
  @HttpCode(200)
  @Needs('customers.assign')
  takeBack(@CurrentActor() actor: Actor, @Body() { given }: TakeBackOwners): Promise<OwnersChangedView> {
    return this.reversal.takeBack(actor, given);
  }

  /** Gives a customer to somebody. */
  @Post(':id/ownership')
  @HttpCode(200)
  @Needs('customers.assign')
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() to: ChangeOwner): Promise<OwnersChangedView> {
    return this.ownership.change(actor, [id], to);
  }

  /** All changes of owner and team, newest first. */
  @Get(':id/ownership')
  history(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<OwnerHistoryView> {
    return this.ownership.history(actor, id);
  }
}
