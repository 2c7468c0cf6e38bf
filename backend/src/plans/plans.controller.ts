import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { CandidatesView } from '../approvals/index.ts';
import { type Actor, CurrentActor, Needs } from '../people/index.ts';
import { IfMatch } from '../platform/http/if-match.ts';
import { RecordId } from '../platform/http/record-id.ts';
import { AudienceEventsView } from './audience/audience.dto.ts';
import { AudienceHistory } from './audience/audience-history.ts';
import { Copies } from './copies/copies.ts';
import { FeasibilityView } from './feasibility/feasibility.dto.ts';
import { Feasibility } from './feasibility/feasibility.ts';
import { AskDueDays, DueDaysView } from './items/plan-items.dto.ts';
import { PlanReads } from './plan-reads.ts';
import { ChangePlan, CopyPlan, CreatePlan, ListPlans, PlanView, PlansView } from './plans.dto.ts';
import { Plans } from './plans.ts';
import { CompareVersions, DifferencesView } from './versions/versions.dto.ts';
import { Versions } from './versions/versions.ts';

/** Contact plans. */
@Controller('plans')
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly reads: PlanReads,
    private readonly copies: Copies,
    private readonly versions: Versions,
    private readonly feasible: Feasibility,
    private readonly audienceHistory: AudienceHistory,
  ) {}

  /** The plans that you see, by the day they begin. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: ListPlans): Promise<PlansView> {
    return { items: await this.reads.list(actor, query) };
  }

  /** Begins a plan. */
  @Post()
  @Needs('plans.write')
  create(@CurrentActor() actor: Actor, @Body() input: CreatePlan): Promise<PlanView> {
    return this.plans.create(actor, input);
  }

  /** When a rule would fall due. */
  @Get('due-days')
  async dueDays(@Query() query: AskDueDays): Promise<DueDaysView> {
    return { days: await this.reads.dueDays(query) };
  }

  /** A whole plan. */
  @Get(':id')
  read(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<PlanView> {
    return this.reads.view(null, actor, id);
  }

  /** Changes the head of a plan. */
  @Patch(':id')
  @Needs('plans.write')
  @ApiHeader({ name: 'If-Match', required: true })
  change(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number, @Body() input: ChangePlan): Promise<PlanView> {
    return this.plans.change(actor, id, version, input);
  }

  /** Deletes a plan that nobody has approved. */
  @Post(':id/deletion')
  @HttpCode(200)
  @Needs('plans.write')
  @ApiHeader({ name: 'If-Match', required: true })
  remove(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @IfMatch() version: number): Promise<PlanView> {
    return this.plans.remove(actor, id, version);
  }

  /** Brings a deleted plan back. */
  @Delete(':id/deletion')
  @Needs('plans.write')
  restore(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<PlanView> {
    return this.plans.restore(actor, id);
  }

  /** Copies a plan into another year, saves it as a template, or starts a plan from a template. */
  @Post(':id/copies')
  @Needs('plans.write')
  copy(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Body() input: CopyPlan): Promise<PlanView> {
    return this.copies.copy(actor, id, input);
  }

  /** Who can be asked to decide on it. */
  @Get(':id/deciders')
  @Needs('plans.write')
  async deciders(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<CandidatesView> {
    return { items: await this.reads.deciders(actor, id) };
  }

  /** What differs from one version to another. */
  @Get(':id/differences')
  async differences(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string, @Query() { from, to }: CompareVersions): Promise<DifferencesView> {
    return { items: await this.versions.differences(actor, id, from, to) };
  }

  /** How its frozen audiences changed. */
  @Get(':id/audience-history')
  async audienceEvents(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<AudienceEventsView> {
    return { items: await this.audienceHistory.of(actor, id) };
  }

  /** Whether it can be done. */
  @Get(':id/feasibility')
  @Needs('plans.approve')
  feasibility(@CurrentActor() actor: Actor, @Param('id', RecordId) id: string): Promise<FeasibilityView> {
    return this.feasible.of(actor, id);
  }
}
