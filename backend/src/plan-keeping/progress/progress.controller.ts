import { Controller, Get, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { type Actor, CurrentActor, Needs } from '../../people/index.ts';
import { RecordId } from '../../platform/http/record-id.ts';
import { ClosingPreviewView, NotReachedFilter, NotReachedPage, NotReachedQuery, PlanProgressView } from './progress.dto.ts';
import { Progress } from './progress.ts';

/** How far a plan is kept. */
@Controller('plans/:id')
export class ProgressController {
  constructor(private readonly progress: Progress) {}

  /** Attainment, pace, punctuality and reach, in all, by item and by person. */
  @Get('progress')
  of(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<PlanProgressView> {
    return this.progress.of(actor, id);
  }

  /** Customers of the audience that were not reached yet, by name. */
  @Get('not-reached')
  notReached(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() query: NotReachedQuery): Promise<NotReachedPage> {
    return this.progress.notReached(actor, id, query);
  }

  /** All of those, as CSV. */
  @Get('not-reached.csv')
  @Needs('customers.export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  notReachedFile(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() filter: NotReachedFilter): Promise<StreamableFile> {
    return this.progress.notReachedFile(actor, id, filter);
  }

  /** What closing the plan would do. */
  @Get('closing')
  @Needs('plans.write')
  closing(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<ClosingPreviewView> {
    return this.progress.closing(actor, id);
  }
}
