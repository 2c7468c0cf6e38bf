import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';
import { Approval } from './approval.entity.ts';

/** What can happen to a request for a decision. */
export const APPROVAL_STEPS = ['requested', 'approved', 'returned', 'withdrawn', 'reassigned'] as const;
/** One of those. */
export type ApprovalStepKind = (typeof APPROVAL_STEPS)[number];

/** One thing that happened to a request: who did it, when, and what they said. */
@Entity('approval_steps')
@Index('steps_of_an_approval', ['approvalId', 'at'])
@Check('an_approval_step_has_a_kind', `kind IN ('requested', 'approved', 'returned', 'withdrawn', 'reassigned')`)
export class ApprovalStep {
  @PrimaryColumn('uuid')
  id: string;

  @ForeignKey(() => Approval, { name: 'step_approval_exists' })
  @Column('uuid')
  approvalId: string;

  @Column('timestamptz')
  at: Date;

  @ForeignKey(() => Person, { name: 'approval_step_person_exists' })
  @Column('uuid')
  personId: string;

  @Column('varchar', { length: 10 })
  kind: ApprovalStepKind;

  @Column('text', { default: '' })
  comment: string;

  /** Of a reassignment: who was asked before. */
  @ForeignKey(() => Person, { name: 'earlier_decider_exists' })
  @Column('uuid', { nullable: true })
  fromPersonId: string | null;

  /** Of a reassignment: who is asked now. */
  @ForeignKey(() => Person, { name: 'later_decider_exists' })
  @Column('uuid', { nullable: true })
  toPersonId: string | null;
}
