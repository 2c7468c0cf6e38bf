import { Controller, Get, Param, Query, StreamableFile, applyDecorators } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { type Download, ReportExports } from './exports.ts';
import { REPORTS } from './registry/catalogue.ts';
import { ReportInput, RowsInput, RowsPageInput, ValuesInput } from './report-input.dto.ts';
import { ReportCatalogueView, ReportRowsView, ReportValuesView, ReportView } from './report.dto.ts';
import { Reports } from './reports.ts';

const OfReport = (): MethodDecorator => ApiParam({ name: 'key', enum: REPORTS.map(({ key }) => key) });
const AsCsv = (): MethodDecorator => applyDecorators(ApiProduces('text/csv'), ApiOkResponse({ schema: { type: 'string', format: 'binary' } }));

const csv = ({ name, content }: Download): StreamableFile => new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}"` });

/** Reports: the catalogue, the answers, the rows behind each number, and all of it as CSV. */
@Controller('reports')
@Needs('reports.see')
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly exports: ReportExports,
  ) {}

  /** Every report with its definition, dimensions and filters. */
  @Get()
  catalogue(): Promise<ReportCatalogueView> {
    return this.reports.catalogue();
  }

  /** Values that a filter can offer. */
  @Get('dimensions/:dimension/values')
  values(@CurrentActor() actor: Actor, @Param('dimension') dimension: string, @Query() { text }: ValuesInput): Promise<ReportValuesView> {
    return this.reports.values(actor, dimension, text ?? '');
  }

  /** The answer of a report, with the question as it was decided. */
  @Get(':key')
  @OfReport()
  ask(@CurrentActor() actor: Actor, @Param('key') key: string, @Query() input: ReportInput): Promise<ReportView> {
    return this.reports.ask(actor, key, input);
  }

  /** The communications or customers behind one of its numbers. */
  @Get(':key/rows')
  @OfReport()
  rows(@CurrentActor() actor: Actor, @Param('key') key: string, @Query() input: RowsPageInput): Promise<ReportRowsView> {
    return this.reports.rows(actor, key, input);
  }

  /** The answer as a file. */
  @Get(':key/export.csv')
  @OfReport()
  @AsCsv()
  async exportReport(@CurrentActor() actor: Actor, @Param('key') key: string, @Query() input: ReportInput): Promise<StreamableFile> {
    return csv(await this.exports.report(actor, key, input));
  }

  /** The rows behind one of its numbers as a file. */
  @Get(':key/rows/export.csv')
  @Needs('customers.export')
  @OfReport()
  @AsCsv()
  async exportRows(@CurrentActor() actor: Actor, @Param('key') key: string, @Query() input: RowsInput): Promise<StreamableFile> {
    return csv(await this.exports.rows(actor, key, input));
  }
}
