import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { ChangeOwner, ChangeOwners, OwnerHistoryView, OwnersChangedView } from './ownership.dto.ts';
import { Ownership } from './ownership.ts';

/** Whose customers they are, and were. */
@Controller('customers')
export class OwnershipController {
  constructor(private readonly ownership: Ownership) {}

  /** Gives several customers to somebody. */
  @Post('ownership')
  @HttpCode(200)
  @Needs('customers.assign')
  changeMany(@CurrentActor() actor: Actor, @Body() { ids, ...to }: ChangeOwners): Promise<OwnersChangedView> {
    return this.ownership.change(actor, ids, to);
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
