import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { AdherencePage, AdherencePageQuery, AdherenceQuery, AdherenceRowsQuery, AdherenceView, ApplyingNormQuery, ApplyingNormView } from './adherence.dto.ts';
import { Adherence } from './adherence.ts';

/** Norms as contacts follow them. */
@Controller()
export class AdherenceController {
  constructor(private readonly adherence: Adherence) {}

  /** The norm of a contact that is about to be made. */
  @Get('norms/applying')
  @Needs('contacts.work')
  applying(@CurrentActor() actor: Actor, @Query() query: ApplyingNormQuery): Promise<ApplyingNormView> {
    return this.adherence.applying(actor, query);
  }

  /** How far norms were followed in a period, by norm and by author. */
  @Get('norm-adherence')
  @Needs('reports.see')
  of(@CurrentActor() actor: Actor, @Query() query: AdherenceQuery): Promise<AdherenceView> {
    return this.adherence.of(actor, query);
  }

  /** The communications behind those numbers, newest first. */
  @Get('norm-adherence/contacts')
  @Needs('reports.see')
  rows(@CurrentActor() actor: Actor, @Query() query: AdherencePageQuery): Promise<AdherencePage> {
    return this.adherence.rows(actor, query);
  }

  /** All of them as CSV. */
  @Get('norm-adherence/contacts.csv')
  @Needs('customers.export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  file(@CurrentActor() actor: Actor, @Query() query: AdherenceRowsQuery): Promise<StreamableFile> {
    return this.adherence.file(actor, query);
  }
}
