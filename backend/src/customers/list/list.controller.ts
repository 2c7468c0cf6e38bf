import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { CustomerExport } from './customer-export.ts';
import { CustomerList } from './customer-list.ts';
import { CustomerCountView, CustomerFilter, CustomerPage, ExportCustomers, ListCustomers } from './list.dto.ts';

/** The list of customers, how many it has, and the same as a file. */
@Controller('customers')
export class CustomerListController {
  constructor(
    private readonly list: CustomerList,
    private readonly exports: CustomerExport,
  ) {}

  /** A page of the customers that fit the filter. */
  @Get()
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: CustomerPage })
  page(@CurrentActor() actor: Actor, @Query() query: ListCustomers): Promise<string> {
    return this.list.page(actor, query);
  }

  /** How many customers fit the filter. */
  @Get('count')
  async count(@CurrentActor() actor: Actor, @Query() filter: CustomerFilter): Promise<CustomerCountView> {
    return { count: await this.list.count(actor, filter) };
  }

  /** The customers that fit the filter, as CSV. */
  @Get('export.csv')
  @Needs('customers.export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  csv(@CurrentActor() actor: Actor, @Query() query: ExportCustomers): Promise<StreamableFile> {
    return this.exports.csv(actor, query);
  }
}
