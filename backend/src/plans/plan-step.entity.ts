import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';
import { Plan, type PlanState } from './plan.entity.ts';

/** One step of a plan from state to state: who, when, and why. */
@Entity('plan_steps')
@Index('steps_of_a_plan', ['planId', 'at'])
export class PlanStep {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Plan, { name: 'step_plan_exists' })
  @Column('uuid')
  planId: string;

  @Column('timestamptz')
  at: Date;

  @ForeignKey(() => Person, { name: 'step_person_exists' })
  @Column('uuid')
  personId: string;

  @Column('varchar', { length: 10 })
  fromState: PlanState;

  @Column('varchar', { length: 10 })
  toState: PlanState;

  @Column('text', { default: '' })
  comment: string;
}
