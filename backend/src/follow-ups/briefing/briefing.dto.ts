import { Id } from '../../platform/http/fields.ts';
import type { DispositionKind } from '../disposition.entity.ts';
import type { Direction, Validity } from '../follow-up.entity.ts';

/** One of the last contacts, short. */
export class BriefContactView {
  id: string;
  occurredAt: string;
  authorName: string;
  channelId: string;
  direction: Direction;
  dispositionId: string;
  dispositionKind: DispositionKind;
  outcomeId: string | null;
  evaluation: number | null;
  validity: Validity;
  contactPersonName: string | null;
  /** The first 400 characters. */
  text: string;
}

/** An open touchpoint, promised ones among them. */
export class BriefTouchpointView {
  id: string;
  ownerId: string;
  ownerName: string;
  channelId: string | null;
  purpose: string;
  talkingPoints: string;
  dueOn: string;
  dueAt: string | null;
  firstDueOn: string;
  timesMoved: number;
  isPromised: boolean;
  remindAt: string | null;
  version: number;
}

/** One way to reach somebody. */
export class BriefContactPointView {
  id: string;
  kind: string;
  value: string;
  validity: string;
}

/** A person at the customer, or the customer itself (id null), with the ways to reach them. */
export class BriefPersonView {
  id: string | null;
  name: string;
  title: string | null;
  formOfAddress: string | null;
  points: BriefContactPointView[];
}

/** `inbound_unanswered`, `promise_broken`, `promise_due`, `quiet_hours`, `do_not_contact`, `contact_pressure`, `last_evaluation_low`, `contact_point_invalid`, `maximum_interval_passed`, `no_contact_point`. */
export class BriefWarningView {
  code: string;
}

/** A customer as whoever contacts it has to know it. */
export class ContactedCustomerView {
  name: string;
  tierId: string;
  stageId: string;
  note: string;
  formOfAddress: string | null;
  preferredChannelId: string | null;
  preferredFrom: string | null;
  preferredUntil: string | null;
  quietFrom: string | null;
  quietUntil: string | null;
  /** The zone of those hours: the customer's, else the organisation's. */
  timeZone: string;
  isQuietNow: boolean;
  /** Channels on which the customer must not be contacted. */
  doNotContact: string[];
  lastContactAt: string | null;
  lastHeardAt: string | null;
}

/** What to know before speaking with the customer. */
export class BriefView extends ContactedCustomerView {
  customerId: string;
  ownerId: string | null;
  /** False for somebody whom we contact and do not serve yet. */
  isServed: boolean;
  /** The competitor who serves them, or did. */
  servedBy: string | null;
  /** Days since the customer was last heard; null when never. */
  daysSilent: number | null;
  lastEvaluation: number | null;
  respondBy: string | null;
  nextTouchpointOn: string | null;
  contacts: BriefContactView[];
  touchpoints: BriefTouchpointView[];
  people: BriefPersonView[];
  /** Outbound communications of the last seven days, over all teams. */
  pressure: number;
  pressureLimit: number;
  warnings: BriefWarningView[];
}

/** A customer, with what is already chosen in the log sheet. */
export class LogDefaultsQuery {
  @Id()
  customerId: string;

  @Id({ optional: true })
  channelId?: string;

  @Id({ optional: true })
  dispositionId?: string;
}

/** A date that one press sets. */
export class QuickDateView {
  key: 'plus1' | 'plus3' | 'plus1week' | 'nextMonday';
  dueOn: string;
}

/** The open touchpoint that a reached contact would keep now, or that an attempt would leave open. */
export class MatchView {
  touchpointId: string;
  because: string;
  purpose: string;
  channelId: string | null;
  dueOn: string;
  dueAt: string | null;
  isPromised: boolean;
  version: number;
}

/** What to try next after an attempt that did not reach. */
export class RetryView {
  kind: 'retry' | 'ask_time' | 'check_contact_point' | 'stop' | 'other_channel';
  dueOn: string | null;
  dueAt: string | null;
  half: 'morning' | 'afternoon' | null;
  channelId: string | null;
}

/** Outbound communications of the last days, and how many there should be at most. */
export class PressureView {
  count: number;
  limit: number;
  days: number;
}

/** What the log sheet starts with. */
export class LogDefaultsView {
  channelId: string | null;
  channelBecause: 'asked' | 'touchpoint_due' | 'preferred' | 'cadence' | 'last_used' | 'first';
  dispositionId: string | null;
  match: MatchView | null;
  retry: RetryView | null;
  quickDates: QuickDateView[];
  pressure: PressureView;
  /** True when the channel is on the customer's do-not-contact list. */
  isDoNotContact: boolean;
  isQuietNow: boolean;
}
