import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Customer } from '../customers/index.ts';
import { Person } from '../people/index.ts';

/** What a decision can be asked about. */
export const SUBJECTS = ['plan', 'budget', 'change', 'incentive', 'request'] as const;
/** One of those. */
export type Subject = (typeof SUBJECTS)[number];

/** Whose word is needed: of any one decider, of all of them in whatever order, of all of them one after the other. */
export const DECIDING_RULES = ['any', 'all', 'in_order'] as const;
/** One of those. */
export type DecidingRule = (typeof DECIDING_RULES)[number];

/** How a request for a decision stands. */
export const APPROVAL_STATES = ['waiting', 'approved', 'returned', 'withdrawn'] as const;
/** One of those. */
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** A decision that somebody asked for: about what, by whom it is decided, and how it stands. */
@Entity('approvals')
@Index('one_waiting_request_per_subject', ['subject', 'subjectId'], { unique: true, where: `state = 'waiting'` })
@Index('approvals_of_a_subject', ['subject', 'subjectId', 'requestedAt'])
@Index('approvals_about_a_customer', ['customerId'], { where: 'customer_id IS NOT NULL' })
@Index('approvals_of_a_requester', ['requestedById', 'requestedAt', 'id'])
@Check('an_approval_has_a_subject', `subject IN ('plan', 'budget', 'change', 'incentive', 'request')`)
@Check('an_approval_has_a_rule', `rule IN ('any', 'all', 'in_order')`)
@Check('an_approval_has_a_state', `state IN ('waiting', 'approved', 'returned', 'withdrawn')`)
@Check('what_is_decided_says_when', `(state IN ('approved', 'returned')) = (decided_at IS NOT NULL)`)
export class Approval {
  @PrimaryColumn('uuid')
  id: string;

  @Column('varchar', { length: 10 })
  subject: Subject;

  /** The plan (of `plan`, `budget` and `change`), the grant of an incentive, or, of a free request, the approval itself. */
  @Column('uuid')
  subjectId: string;

  @ForeignKey(() => Customer, { name: 'approval_customer_exists' })
  @Column('uuid', { nullable: true })
  customerId: string | null;

  @Column('varchar', { length: 200 })
  title: string;

  @Column('text', { default: '' })
  text: string;

  /** In the organisation's currency. */
  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  amount: string | null;

  @Column('varchar', { length: 8 })
  rule: DecidingRule;

  @Column('varchar', { length: 10, default: 'waiting' })
  state: ApprovalState;

  /** Whose own matter it is (whoever asks, a plan's responsible …): they never decide it, unless nobody else could when it was asked. */
  @Column('uuid', { array: true })
  ownerIds: string[];

  @ForeignKey(() => Person, { name: 'approval_requester_exists' })
  @Column('uuid')
  requestedById: string;

  @Column('timestamptz')
  requestedAt: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt: Date | null;

  @Column('int', { default: 1 })
  version: number;
}
