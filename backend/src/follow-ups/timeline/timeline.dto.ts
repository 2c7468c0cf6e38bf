import { StandingView } from '../../approvals/index.ts';
import { Day, Ids, SomeOf, Text, Whole } from '../../platform/http/fields.ts';
import type { TouchpointState } from '../../touchpoints/index.ts';
import { CommentView } from '../comments/comments.dto.ts';
import type { DispositionKind } from '../disposition.entity.ts';
import { FOLLOW_UP_KINDS, type Direction, type FollowUpKind, type Validity } from '../follow-up.entity.ts';
import { type NextStepKind, VALIDITIES } from '../logging/log-contact.dto.ts';

/** What to show of a timeline; filters narrow together. */
export class TimelineQuery {
  @SomeOf(FOLLOW_UP_KINDS, { optional: true })
  kinds?: FollowUpKind[];

  @Ids({ optional: true })
  channelIds?: string[];

  @Ids({ optional: true })
  authorIds?: string[];

  @SomeOf(VALIDITIES, { optional: true })
  validity?: Validity[];

  /** First day, in the reader's time zone. */
  @Day({ optional: true })
  from?: string;

  /** The day after the last. */
  @Day({ optional: true })
  until?: string;

  /** Part of the subject or the text. */
  @Text({ max: 200, optional: true })
  q?: string;

  @Text({ max: 2_000, optional: true })
  after?: string;

  @Whole({ min: 1, max: 50, optional: true })
  limit?: number;
}

/** The touchpoint that a communication kept. */
export class KeptTouchpointView {
  id: string;
  purpose: string;
  dueOn: string;
  dueAt: string | null;
  firstDueOn: string;
  timesMoved: number;
  isPromised: boolean;
  /** `chosen`, or the rule that matched. */
  because: string;
}

/** The touchpoint of a next step, as it stands now. */
export class NextTouchpointView {
  id: string;
  state: TouchpointState;
  channelId: string | null;
  purpose: string;
  dueOn: string;
  dueAt: string | null;
  firstDueOn: string;
  timesMoved: number;
  isPromised: boolean;
  ownerId: string;
  version: number;
}

/** How a communication ended. */
export class NextStepView {
  kind: NextStepKind;
  reason: string | null;
  touchpoint: NextTouchpointView | null;
}

/** The stage change that a communication brought about. */
export class CardStageChangeView {
  fromStageId: string | null;
  toStageId: string;
  amount: number | null;
  reason: string | null;
}

/** The newest remarks on a record, oldest first, and how many there are in all. */
export class CardCommentsView {
  count: number;
  last: CommentView[];
}

/** One record in full: a communication, log, event, task or approval. */
export class FollowUpView {
  id: string;
  kind: FollowUpKind;
  customerId: string | null;
  authorId: string;
  authorName: string;
  /** In whose calendar an event or a task stands; the author elsewhere. */
  ownerId: string;
  ownerName: string;
  /** When it happened; when an event starts; when a task is due. */
  occurredAt: string;
  endsAt: string | null;
  /** An event or a task that names a day and no time. */
  isAllDay: boolean;
  /** For an event or a task: its (first) local day where its owner is. */
  onDay: string | null;
  /** The last local day of an all-day event. */
  lastDay: string | null;
  doneAt: string | null;
  loggedAt: string;
  /** Typed more than a day after it happened. */
  isLate: boolean;
  channelId: string | null;
  direction: Direction | null;
  dispositionId: string | null;
  dispositionKind: DispositionKind | null;
  outcomeId: string | null;
  evaluation: number | null;
  validity: Validity;
  invalidReason: string | null;
  isEffective: boolean;
  contactPersonId: string | null;
  contactPersonName: string | null;
  subject: string;
  text: string;
  place: string | null;
  durationSeconds: number | null;
  respondBy: string | null;
  kept: KeptTouchpointView | null;
  nextStep: NextStepView | null;
  stageChange: CardStageChangeView | null;
  /** Of an approval: how it stands now. */
  approval: StandingView | null;
  comments: CardCommentsView;
  correctedAt: string | null;
  version: number;
}

/** A page of a customer's timeline, newest first. */
export class TimelinePage {
  items: FollowUpView[];
  next: string | null;
}
