import { Absence } from './calendar/absences/absence.entity.ts';
import { ApprovalDecider } from './approvals/approval-decider.entity.ts';
import { ApprovalStep } from './approvals/approval-step.entity.ts';
import { Approval } from './approvals/approval.entity.ts';
import { CalendarDay } from './calendar/calendar-day.entity.ts';
import { WorkingHours } from './calendar/hours/working-hours.entity.ts';
import { Channel } from './channels/channel.entity.ts';
import { PlanExpansion } from './plan-keeping/expansion/plan-expansion.entity.ts';
import { Cadence } from './customers/cadences/cadence.entity.ts';
import { ContactPerson } from './customers/contact-people/contact-person.entity.ts';
import { ContactPoint } from './customers/contact-people/contact-point.entity.ts';
import { Customer } from './customers/customer.entity.ts';
import { CustomField } from './customers/fields/custom-field.entity.ts';
import { CustomerMerge } from './customers/merging/customer-merge.entity.ts';
import { OwnerChange } from './customers/owner-change.entity.ts';
import { CustomerGrams } from './customers/search/customer-grams.entity.ts';
import { DefaultView } from './customers/segments/default-view.entity.ts';
import { SegmentCustomer } from './customers/segments/segment-customer.entity.ts';
import { Segment } from './customers/segments/segment.entity.ts';
import { StageChange } from './customers/stages/stage-change.entity.ts';
import { Stage } from './customers/stages/stage.entity.ts';
import { Tier } from './customers/tiers/tier.entity.ts';
import { Comment } from './follow-ups/comment.entity.ts';
import { Correction } from './follow-ups/correction.entity.ts';
import { Disposition } from './follow-ups/disposition.entity.ts';
import { FollowUp } from './follow-ups/follow-up.entity.ts';
import { Outcome } from './follow-ups/outcome.entity.ts';
import { ImportChange } from './imports/undo/import-change.entity.ts';
import { ImportIssue } from './imports/import-issue.entity.ts';
import { ImportPiece } from './imports/import-piece.entity.ts';
import { Import } from './imports/import.entity.ts';
import { ToldApart } from './merging/told-apart.entity.ts';
import { NormAnswer } from './follow-ups/adherence/norm-answer.entity.ts';
import { NormVersion } from './norms/norm-version.entity.ts';
import { Norm } from './norms/norm.entity.ts';
import { IncentiveGrant } from './incentives/grants/incentive-grant.entity.ts';
import { IncentiveRedemption } from './incentives/grants/incentive-redemption.entity.ts';
import { Incentive } from './incentives/incentive.entity.ts';
import { Invitation } from './people/invitation.entity.ts';
import { Organisation } from './people/organisation.entity.ts';
import { PersonScope } from './people/person-scope.entity.ts';
import { Person } from './people/person.entity.ts';
import { Session } from './people/session.entity.ts';
import { Team } from './people/team.entity.ts';
import { AuditEntry } from './platform/audit/audit-entry.entity.ts';
import { IdempotencyKey } from './platform/http/idempotency-key.entity.ts';
import { PlanAudience } from './plans/audience/plan-audience.entity.ts';
import { PlanItem } from './plans/plan-item.entity.ts';
import { PlanOccurrence } from './plans/recurrence/plan-occurrence.entity.ts';
import { PlanStep } from './plans/plan-step.entity.ts';
import { Plan } from './plans/plan.entity.ts';
import { PlanProposal } from './plans/versions/plan-proposal.entity.ts';
import { PlanVersion } from './plans/versions/plan-version.entity.ts';
import { RescheduledTouchpoint } from './touchpoints/rescheduling/rescheduled-touchpoint.entity.ts';
import { Rescheduling } from './touchpoints/rescheduling/rescheduling.entity.ts';
import { TouchpointMove } from './touchpoints/touchpoint-move.entity.ts';
import { Touchpoint } from './touchpoints/touchpoint.entity.ts';

/** Every table of the product. */
export const entities = [
  Absence, Approval, ApprovalDecider, ApprovalStep, AuditEntry, Cadence, CalendarDay, Channel, Comment, ContactPerson, ContactPoint, Correction, CustomField, Customer, CustomerGrams, CustomerMerge, DefaultView,
  Disposition, FollowUp, IdempotencyKey, Import, ImportChange, ImportIssue, ImportPiece, Incentive, IncentiveGrant, IncentiveRedemption, Invitation, Norm, NormAnswer, NormVersion, Organisation, Outcome, OwnerChange, Person, PersonScope, Plan, PlanAudience, PlanExpansion, PlanItem, PlanOccurrence, PlanProposal, PlanStep, PlanVersion,
  Segment, SegmentCustomer, Session, Stage, StageChange, Team, Tier, ToldApart, Touchpoint, TouchpointMove, Rescheduling, RescheduledTouchpoint, WorkingHours,
];
