import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Plan } from '../../plans/index.ts';

/** How far the touchpoints of a plan have come since it last changed: what the page's progress bar reads. */
@Entity('plan_expansions')
export class PlanExpansion {
  @ForeignKey(() => Plan, { name: 'expanded_plan_exists' })
  @PrimaryColumn('uuid')
  planId: string;

  @Column('timestamptz')
  startedAt: Date;

  /** Null while it is under way. */
  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  /** Touchpoints that the plan comes to. */
  @Column('int')
  wanted: number;

  /** Of those, how many were gone through. */
  @Column('int', { default: 0 })
  done: number;

  /** How many are left out, by reason. */
  @Column('jsonb', { default: {} })
  skipped: Record<string, number>;
}
