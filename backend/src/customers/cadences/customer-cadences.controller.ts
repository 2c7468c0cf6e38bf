import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { IfMatch } from '../../platform/http/if-match.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { CustomerCadenceView, PauseCadence, WriteCadence } from './cadence.dto.ts';
import { CustomerCadences } from './customer-cadences.ts';

/** How one customer stands to its cadence. */
@Controller('customers/:id/cadence')
export class CustomerCadencesController {
  constructor(private readonly cadences: CustomerCadences) {}

  /** State, reason and days of the customer's cadence. */
  @Get()
  read(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CustomerCadenceView> {
    return this.cadences.read(actor, id);
  }

  /** Gives the customer a cadence of its own. */
  @Put()
  @ApiHeader({ name: 'If-Match', required: true })
  @Needs('plans.write')
  setOwn(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: WriteCadence): Promise<CustomerCadenceView> {
    return this.cadences.setOwn(actor, id, version, input);
  }

  /** Lets the customer follow the rule again. */
  @Delete()
  @ApiHeader({ name: 'If-Match', required: true })
  @Needs('plans.write')
  dropOwn(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<CustomerCadenceView> {
    return this.cadences.dropOwn(actor, id, version);
  }

  /** Pauses the cadence until a day. */
  @Post('pause')
  @HttpCode(200)
  @ApiHeader({ name: 'If-Match', required: true })
  pause(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: PauseCadence): Promise<CustomerCadenceView> {
    return this.cadences.pause(actor, id, version, input);
  }

  /** Lets it go on. */
  @Delete('pause')
  @ApiHeader({ name: 'If-Match', required: true })
  resume(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<CustomerCadenceView> {
    return this.cadences.resume(actor, id, version);
  }
}
