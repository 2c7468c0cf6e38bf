import { ApiProperty } from '@nestjs/swagger';
import { Id, OneOf, Text, Whole } from '../platform/http/fields.ts';
import { APPROVAL_STEPS, type ApprovalStepKind } from './approval-step.entity.ts';
import { APPROVAL_STATES, type ApprovalState, DECIDING_RULES, type DecidingRule, SUBJECTS, type Subject } from './approval.entity.ts';
import type { Decision } from './turns.rules.ts';

/** Which approvals to list: those that wait for you, those that you asked for, those that you decided. */
export const LISTS = ['waiting', 'mine', 'decided'] as const;
/** One of those. */
export type List = (typeof LISTS)[number];

/** What you may do with an approval. */
export const APPROVAL_ACTIONS = ['approve', 'return', 'withdraw'] as const;
/** One of those. */
export type ApprovalAction = (typeof APPROVAL_ACTIONS)[number];

const DECISIONS = ['approved', 'returned'] as const;

/** Which approvals, and after which cursor. */
export class ListApprovals {
  @OneOf(LISTS, { optional: true })
  list?: List;

  @Text({ max: 2_000, optional: true })
  after?: string;

  @Whole({ min: 1, max: 100, optional: true })
  limit?: number;
}

/** What is said with an approval. */
export class ApproveRequest {
  @Text({ max: 2_000, min: 0, optional: true })
  comment?: string;
}

/** Why it is sent back. */
export class ReturnRequest {
  @Text({ max: 2_000 })
  comment: string;
}

/** Who decides instead. */
export class ReplaceDecider {
  @Id()
  personId: string;

  @Text({ max: 2_000, min: 0, optional: true })
  comment?: string;
}

/** How a request for a decision stands, as a row of a list. */
export class ApprovalRow {
  id: string;

  @ApiProperty({ type: 'string', enum: [...SUBJECTS] })
  subject: Subject;

  /** The plan, the grant of an incentive, or the approval itself. */
  subjectId: string;

  customerId: string | null;
  customerName: string | null;
  /** Whether you see the customer's page. */
  seesCustomer: boolean;
  title: string;
  /** In the organisation's currency. */
  amount: number | null;

  @ApiProperty({ type: 'string', enum: [...DECIDING_RULES] })
  rule: DecidingRule;

  @ApiProperty({ type: 'string', enum: [...APPROVAL_STATES] })
  state: ApprovalState;

  requestedById: string;
  requestedByName: string;
  requestedAt: string;
  decidedAt: string | null;
  /** Since when it has been your turn. */
  waitingSince: string | null;

  /** What you said. */
  @ApiProperty({ type: 'string', enum: [...DECISIONS], nullable: true })
  yourDecision: Decision | null;
}

/** A page of approvals: waiting ones by how long they have waited, others newest first. */
export class ApprovalsPage {
  items: ApprovalRow[];
  next: string | null;
}

/** How many wait for you. */
export class WaitingView {
  count: number;
}

/** A decider and what they said. */
export class DeciderView {
  personId: string;
  name: string;

  @ApiProperty({ type: 'string', enum: [...DECISIONS], nullable: true })
  decision: Decision | null;

  comment: string;
  decidedAt: string | null;
  /** Since when it has been their turn; null when it is not. */
  waitingSince: string | null;
}

/** A decider as the page of an approval shows them. */
export class DeciderInFullView extends DeciderView {
  /** Away today, or without an account in use. */
  isAway: boolean;
  /** Whether you may put somebody else in their place. */
  canReplace: boolean;
}

/** How the newest request about something stands. */
export class StandingView {
  id: string;

  @ApiProperty({ type: 'string', enum: [...SUBJECTS] })
  subject: Subject;

  @ApiProperty({ type: 'string', enum: [...DECIDING_RULES] })
  rule: DecidingRule;

  @ApiProperty({ type: 'string', enum: [...APPROVAL_STATES] })
  state: ApprovalState;

  amount: number | null;
  requestedById: string;
  requestedAt: string;
  decidedAt: string | null;
  /** In their order. */
  deciders: DeciderView[];
}

/** One thing that happened to a request. */
export class ApprovalStepView {
  at: string;
  personId: string;
  personName: string;

  @ApiProperty({ type: 'string', enum: [...APPROVAL_STEPS] })
  kind: ApprovalStepKind;

  comment: string;
  /** Of a reassignment: who was asked before. */
  fromName: string | null;
  /** Of a reassignment: who is asked now. */
  toName: string | null;
}

/** A request for a decision with its history. */
export class ApprovalView extends ApprovalRow {
  text: string;
  /** In their order. */
  deciders: DeciderInFullView[];
  /** Oldest first. */
  steps: ApprovalStepView[];

  /** What you may do now. */
  @ApiProperty({ type: 'string', enum: [...APPROVAL_ACTIONS], isArray: true })
  allowed: ApprovalAction[];

  version: number;
}

/** Somebody who can be asked. */
export class CandidateView {
  id: string;
  name: string;
  /** Who is usually asked: the nearest above. */
  isProposed: boolean;
}

/** Who can be asked. */
export class CandidatesView {
  items: CandidateView[];
}
