import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { ChangeCustomer, CreateCustomer, CustomerView } from './customer.dto.ts';
import { Customers } from './customers.ts';

/** One customer: created, read, changed, archived and restored. */
@Controller('customers')
export class CustomersController {
  constructor(private readonly customers: Customers) {}

  /** Creates a customer. */
  @Post()
  @Needs('customers.write')
  create(@CurrentActor() actor: Actor, @Body() input: CreateCustomer): Promise<CustomerView> {
    return this.customers.create(actor, input);
  }

  /** Everything about a customer itself. */
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CustomerView> {
    return this.customers.read(actor, id);
  }

  /** Changes what is given; lists of people and contact points are given whole. */
  @Patch(':id')
  @ApiHeader({ name: 'If-Match', required: true })
  @Needs('customers.write')
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: ChangeCustomer): Promise<CustomerView> {
    return this.customers.change(actor, id, version, input);
  }

  /** Takes a customer out of lists, searches and queues; its records stay. */
  @Post(':id/archival')
  @HttpCode(200)
  @Needs('customers.write')
  archive(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CustomerView> {
    return this.customers.archive(actor, id);
  }

  /** Restores an archived customer. */
  @Delete(':id/archival')
  @Needs('customers.write')
  restore(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CustomerView> {
    return this.customers.restore(actor, id);
  }
}
