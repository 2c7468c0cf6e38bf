import { Day, Flag, Id, Instant, OneOf, Text } from '../platform/http/fields.ts';
import { TOUCHPOINT_STATES, type TouchpointOrigin, type TouchpointState } from './touchpoint.entity.ts';

/** A contact that is planned: exactly one of `dueOn` (a day) and `dueAt` (a time) is given. */
export class PlanTouchpoint {
  @Id()
  customerId: string;

  /** Who does it; whoever plans it when left out. */
  @Id({ optional: true, nullable: true })
  ownerId?: string | null;

  @Id({ optional: true, nullable: true })
  channelId?: string | null;

  /** A local day of the owner. */
  @Day({ optional: true, nullable: true })
  dueOn?: string | null;

  @Instant({ optional: true, nullable: true })
  dueAt?: string | null;

  @Text({ max: 300, min: 0, optional: true, nullable: true })
  purpose?: string | null;

  @Text({ max: 10_000, min: 0, optional: true, nullable: true })
  talkingPoints?: string | null;

  @Text({ max: 200, min: 0, optional: true, nullable: true })
  place?: string | null;

  /** True when the date was promised to the customer. */
  @Flag({ optional: true })
  isPromised?: boolean;

  /** Why it is planned in spite of a do-not-contact or of quiet hours. */
  @Text({ max: 300, optional: true, nullable: true })
  overrideReason?: string | null;
}

/** What can be changed of an open touchpoint besides its date; what is left out stays. */
export class ChangeTouchpoint {
  @Text({ max: 300, min: 0, optional: true })
  purpose?: string;

  @Text({ max: 10_000, min: 0, optional: true })
  talkingPoints?: string;

  @Text({ max: 200, min: 0, optional: true, nullable: true })
  place?: string | null;

  @Id({ optional: true, nullable: true })
  channelId?: string | null;

  @Id({ optional: true })
  ownerId?: string;

  @Flag({ optional: true })
  isPromised?: boolean;

  @Text({ max: 300, optional: true, nullable: true })
  overrideReason?: string | null;
}

/** The new date of an open touchpoint: exactly one of `dueOn` and `dueAt`. */
export class MoveTouchpoint {
  @Day({ optional: true, nullable: true })
  dueOn?: string | null;

  @Instant({ optional: true, nullable: true })
  dueAt?: string | null;

  @Text({ max: 300, min: 0, optional: true, nullable: true })
  reason?: string | null;

  @Text({ max: 300, optional: true, nullable: true })
  overrideReason?: string | null;
}

/** Why a touchpoint will not happen. */
export class CloseTouchpoint {
  @Text({ max: 300 })
  reason: string;
}

/** Why a touchpoint did not happen, if somebody knows. */
export class MissTouchpoint {
  @Text({ max: 300, min: 0, optional: true, nullable: true })
  reason?: string | null;
}

/** Until when a touchpoint is hidden from My day. */
export class RemindInput {
  /** Hidden from My day until then; null shows it again at once. */
  @Instant({ nullable: true })
  at: string | null;
}

/** Which touchpoints of a customer. */
export class TouchpointsQuery {
  /** All states when left out. */
  @OneOf(TOUCHPOINT_STATES, { optional: true })
  state?: TouchpointState;

  @Text({ max: 2_000, optional: true })
  after?: string;
}

/** One contact that is meant to happen, or was. */
export class TouchpointView {
  id: string;
  customerId: string;
  customerName: string;
  ownerId: string;
  ownerName: string;
  channelId: string | null;
  purpose: string;
  talkingPoints: string;
  place: string | null;
  /** A local day of the owner. */
  dueOn: string;
  dueAt: string | null;
  firstDueOn: string;
  timesMoved: number;
  isPromised: boolean;
  remindAt: string | null;
  origin: TouchpointOrigin;
  state: TouchpointState;
  closedAt: string | null;
  closedReason: string | null;
  /** The communication that kept it. */
  followUpId: string | null;
  version: number;
}

/** A page of a customer's touchpoints. */
export class TouchpointPage {
  items: TouchpointView[];
  next: string | null;
}

/** One move of a touchpoint, oldest first in a list. */
export class TouchpointMoveView {
  id: string;
  movedAt: string;
  movedById: string;
  movedByName: string;
  fromOn: string;
  fromAt: string | null;
  toOn: string;
  toAt: string | null;
  reason: string | null;
}

/** Every move of a touchpoint. */
export class TouchpointMovesView {
  items: TouchpointMoveView[];
}
