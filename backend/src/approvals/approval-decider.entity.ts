import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Person } from '../people/index.ts';
import { Approval } from './approval.entity.ts';
import type { Decision } from './turns.rules.ts';

/** Somebody who decides on a request, and what they said. */
@Entity('approval_deciders')
@Index('decisions_waiting_for_a_person', ['personId', 'waitingSince'], { where: 'waiting_since IS NOT NULL' })
@Index('decisions_of_a_person', ['personId', 'decidedAt', 'approvalId'], { where: 'decided_at IS NOT NULL' })
@Check('a_decision_is_one_of_two', `decision IN ('approved', 'returned')`)
@Check('a_decision_says_when', '(decision IS NULL) = (decided_at IS NULL)')
export class ApprovalDecider {
  @ForeignKey(() => Approval, { name: 'decided_approval_exists' })
  @PrimaryColumn('uuid')
  approvalId: string;

  @ForeignKey(() => Person, { name: 'decider_exists' })
  @PrimaryColumn('uuid')
  personId: string;

  /** 0, 1, 2 …: the order in which they are asked, where there is one. */
  @Column('int')
  position: number;

  @Column('varchar', { length: 8, nullable: true })
  decision: Decision | null;

  @Column('text', { default: '' })
  comment: string;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  /** Since when it has been their turn; null when it is not. */
  @Column('timestamptz', { nullable: true })
  waitingSince: Date | null;
}
