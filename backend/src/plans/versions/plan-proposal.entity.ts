import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Approval } from '../../approvals/index.ts';
import { Plan } from '../plan.entity.ts';

/** A change of a running plan that somebody has to decide on, while the plan runs on as it is: what the request asks for. */
@Entity('plan_proposals')
export class PlanProposal {
  @ForeignKey(() => Approval, { name: 'proposal_approval_exists' })
  @PrimaryColumn('uuid')
  approvalId: string;

  @ForeignKey(() => Plan, { name: 'proposed_plan_exists' })
  @Column('uuid')
  planId: string;

  /** As it was given. */
  @Column('jsonb')
  change: Record<string, unknown>;
}
