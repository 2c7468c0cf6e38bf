import { ApiProperty } from '@nestjs/swagger';
import { StandingView } from '../approvals/index.ts';
import { Day, Flag, Id, Money, SomeOf, Text, Whole } from '../platform/http/fields.ts';
import { ChangeRunningHead } from './items/plan-change.dto.ts';
import { PlanItemView } from './items/plan-items.dto.ts';
import { PLAN_STATES, type PlanState } from './plan.entity.ts';

/** What can be done with a plan. */
export const PLAN_ACTIONS = ['edit', 'submit', 'withdraw', 'approve', 'return', 'start', 'close', 'delete', 'request_budget', 'change', 'decide_change', 'withdraw_change'] as const;
/** One of those. */
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** A new plan: a draft. */
export class CreatePlan {
  @Text({ max: 160 })
  name: string;

  @Day()
  fromOn: string;

  /** The first day that is not in it any more. */
  @Day()
  untilOn: string;

  @Text({ max: 4_000, min: 0, optional: true })
  objective?: string;

  @Id({ optional: true, nullable: true })
  teamId?: string | null;

  /** Left out: yourself. */
  @Id({ optional: true })
  responsibleId?: string;

  /** In the organisation's currency. */
  @Money({ optional: true, nullable: true })
  budget?: number | null;
}

/** What to change of a plan; what is left out stays. */
export class ChangePlan extends ChangeRunningHead {
  @Day({ optional: true })
  fromOn?: string;

  @Money({ optional: true, nullable: true })
  budget?: number | null;
}

/** Which plans to list; deleted ones never. */
export class ListPlans {
  /** Plans that touch this year; left out: all. */
  @Whole({ min: 1900, max: 2199, optional: true })
  year?: number;

  @SomeOf(PLAN_STATES, { optional: true })
  states?: PlanState[];

  /** Templates instead of plans. */
  @Flag({ optional: true })
  templates?: boolean;
}

/** A plan as a row of the list and a bar of the year. */
export class PlanRow {
  id: string;
  name: string;
  fromOn: string;
  untilOn: string;

  @ApiProperty({ type: 'string', enum: [...PLAN_STATES] })
  state: PlanState;

  isTemplate: boolean;
  teamId: string | null;
  responsibleId: string;
  budget: number | null;
  itemCount: number;

  /** Whether it waits for your decision. */
  waitsForYou: boolean;
}

/** Plans, by the day they begin. */
export class PlansView {
  items: PlanRow[];
}

/** One step from state to state. */
export class PlanStepView {
  at: string;
  personId: string;

  @ApiProperty({ type: 'string', enum: [...PLAN_STATES] })
  fromState: PlanState;

  @ApiProperty({ type: 'string', enum: [...PLAN_STATES] })
  toState: PlanState;

  comment: string;
}

/** One version: the plan as it was submitted. */
export class PlanVersionView {
  number: number;
  takenAt: string;
  takenById: string;
}

/** A whole plan. */
export class PlanView {
  id: string;
  name: string;
  fromOn: string;
  untilOn: string;
  objective: string;
  teamId: string | null;
  responsibleId: string;
  budget: number | null;

  @ApiProperty({ type: 'string', enum: [...PLAN_STATES] })
  state: PlanState;

  isTemplate: boolean;
  copiedFromId: string | null;
  plannerId: string;
  createdById: string;
  isDeleted: boolean;

  /** In their order. */
  items: PlanItemView[];

  /** Oldest first. */
  steps: PlanStepView[];

  /** Oldest first. */
  versions: PlanVersionView[];

  /** The newest request for a decision on it. */
  approval: StandingView | null;

  /** The newest request for another budget. */
  budgetRequest: StandingView | null;

  /** The newest request for a change of the running plan. */
  changeRequest: StandingView | null;

  /** What you may do with it now. */
  @ApiProperty({ type: 'string', enum: [...PLAN_ACTIONS], isArray: true })
  allowed: PlanAction[];

  version: number;
}

/** Copies a plan, some whole years later. */
export class CopyPlan {
  @Text({ max: 160 })
  name: string;

  /** Left out: 1. */
  @Whole({ min: 0, max: 10, optional: true })
  years?: number;

  /** Makes a template of it, which keeps its dates. */
  @Flag({ optional: true })
  asTemplate?: boolean;
}
