import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person, Team } from '../people/index.ts';

/** How far a plan has come: written, waiting for a decision, sent back, decided for, being worked, over. */
export const PLAN_STATES = ['draft', 'submitted', 'returned', 'approved', 'running', 'closed'] as const;
/** One of those states. */
export type PlanState = (typeof PLAN_STATES)[number];

/** What contact is intended in a period, by whom, for what money. */
@Entity('plans')
@Index('plans_by_period', ['fromOn', 'untilOn'])
@Check('a_plan_has_a_state', `state IN ('draft', 'submitted', 'returned', 'approved', 'running', 'closed')`)
@Check('a_plan_has_a_period', 'from_on < until_on')
@Check('a_budget_is_not_negative', 'budget >= 0')
export class Plan {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 160 })
  name: string;

  /** The period is half-open. */
  @Column('date')
  fromOn: string;

  @Column('date')
  untilOn: string;

  @Column('text', { default: '' })
  objective: string;

  @ForeignKey(() => Team, { name: 'plan_team_exists' })
  @Column('uuid', { nullable: true })
  teamId: string | null;

  @ForeignKey(() => Person, { name: 'plan_responsible_exists' })
  @Column('uuid')
  responsibleId: string;

  /** In the organisation's currency. */
  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  budget: string | null;

  @Column('varchar', { length: 10, default: 'draft' })
  state: PlanState;

  /** A template is never worked; plans are started from it. */
  @Column('boolean', { default: false })
  isTemplate: boolean;

  /** The plan or template that this one was copied from. */
  @ForeignKey(() => Plan, { name: 'copied_plan_exists' })
  @Column('uuid', { nullable: true })
  copiedFromId: string | null;

  /** Under whose scope its audiences are counted: who submitted it last, at first who wrote it. */
  @ForeignKey(() => Person, { name: 'planner_exists' })
  @Column('uuid')
  plannerId: string;

  @ForeignKey(() => Person, { name: 'plan_creator_exists' })
  @Column('uuid')
  createdById: string;

  @Column('timestamptz')
  createdAt: Date;

  /** Set when it was deleted. */
  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;

  /** Moved by every change of the plan or one of its items. */
  @Column('int', { default: 1 })
  version: number;
}
